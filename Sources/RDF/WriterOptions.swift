/// Which RDF is written.
public enum RDFVersion: String, Sendable, CaseIterable {
    /// What most libraries and stores read.
    case v1_1 = "1.1"
    /// With triple terms and base directions.
    case v1_2 = "1.2"
}

/// What the writers may be told; each takes what concerns its syntax.
public struct WriterOptions: Sendable {
    public var prefixes: PrefixTable
    public var version = RDFVersion.v1_1
    /// The IRIs of predicates in the order wanted in a block; `rdf:type` comes first and the rest last, by
    /// IRI.
    public var predicateOrder: [String] = []
    public var subjectOrder = SubjectOrder.sorted
    /// What to do with characters that XML 1.0 cannot hold (C0 controls, U+FFFE, U+FFFF): U+FFFD instead, or
    /// an error.
    public var replacesNonXMLCharacters = false
    /// Leave the names of graphs out where the syntax has none, instead of refusing the statement.
    public var dropsGraphNames = false

    public enum SubjectOrder: Sendable {
        /// By IRI; blank nodes after IRIs.
        case sorted
        /// As the subjects first appear among the statements.
        case given
    }

    public init(prefixes: PrefixTable = PrefixTable()) { self.prefixes = prefixes }
}
