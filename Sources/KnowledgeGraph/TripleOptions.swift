import RDF

/// How a graph becomes triples.
public struct TripleOptions: Sendable {
    /// How much of the evidence is written.
    public enum Evidence: String, CaseIterable, Sendable {
        /// The bare graph.
        case none
        /// Each edge with its best sentence, rule and confidence.
        case facts
        /// All sentences of an edge, and the mentions.
        case full
    }

    /// What the IRIs of things begin with; it ends in `/` or `#`.
    public var base = Namespace.id
    public var evidence = Evidence.facts
    /// One named graph a document, for N-Quads and TriG.
    public var namedGraphs = false
    public var version = RDFVersion.v1_1
    /// Whether the whole text of a document is written (`nif:isString`).
    public var includesText = false
    /// The version of Isnad that the graph is made by.
    public var software: String

    public init(software: String) { self.software = software }

    /// What the writers need to know to write such a graph: prefixes, the order of predicates, and subjects
    /// in the order given: things first, evidence after.
    public var writerOptions: WriterOptions {
        var options = WriterOptions(prefixes: PrefixTable(Namespace.prefixes(base: base)))
        options.version = version
        options.subjectOrder = .given
        options.predicateOrder =
            [Namespace.skos + "prefLabel", Namespace.skos + "altLabel"]
            + OntologyProperty.allCases.map(\.iri) + EvidenceTerm.allCases.map(\.iri)
        return options
    }
}

/// The terms that evidence and documents are described in, in the order in which they are written.
enum EvidenceTerm: String, CaseIterable {
    case headline = "schema:headline"
    case datePublished = "schema:datePublished"
    case publisher = "schema:publisher"
    case inLanguage = "schema:inLanguage"
    case url = "schema:url"
    case sha256 = "schema:sha256"
    case sourceUrl = "nif:sourceUrl"
    case isString = "nif:isString"
    case reifies = "rdf:reifies"
    case subject = "rdf:subject"
    case predicate = "rdf:predicate"
    case object = "rdf:object"
    case anchorOf = "nif:anchorOf"
    case taIdentRef = "itsrdf:taIdentRef"
    case mentionForm = "isnad:mentionForm"
    case wasDerivedFrom = "prov:wasDerivedFrom"
    case rule = "isnad:rule"
    case confidence = "isnad:confidence"
    case derivation = "isnad:derivation"
    case referenceContext = "nif:referenceContext"
    case beginIndex = "nif:beginIndex"
    case endIndex = "nif:endIndex"
    case used = "prov:used"
    case wasAssociatedWith = "prov:wasAssociatedWith"
    case wasGeneratedBy = "prov:wasGeneratedBy"
    case name = "schema:name"
    case softwareVersion = "schema:softwareVersion"

    // Classes
    case newsArticle = "schema:NewsArticle"
    case context = "nif:Context"
    case sentence = "nif:Sentence"
    case phrase = "nif:Phrase"
    case statement = "rdf:Statement"
    case activity = "prov:Activity"
    case softwareAgent = "prov:SoftwareAgent"
    case concept = "skos:Concept"
    case orgPost = "org:Post"
    case orgMembership = "org:Membership"

    var iri: String {
        guard let colon = rawValue.utf8.firstIndex(of: UInt8(ascii: ":")) else { return rawValue }
        let prefix = rawValue[..<colon]
        let namespace = Namespace.prefixes().first { $0.prefix == prefix }?.iri ?? Namespace.isnad
        return namespace + rawValue[rawValue.index(after: colon)...]
    }
}
