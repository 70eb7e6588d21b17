/// The place of a term in its `TermTable`. Ids of different tables have nothing to do with each other.
public struct TermID: Hashable, Sendable {
    public let index: Int32

    @inlinable public init(index: Int32) { self.index = index }
}

/// A language tag with an optional base direction, interned in a `TermTable`.
public struct LanguageTag: Hashable, Sendable {
    let id: TermID
}

/// What a term is.
public enum TermKind: UInt8, Sendable {
    case iri, blankNode
    /// A literal without a language tag; `xsd:string` if it has no datatype.
    case literal
    case languageLiteral
    /// RDF 1.2: a triple in the place of an object.
    case triple
    /// A language tag; never part of a statement.
    case language
}

/// A term with its text, for looking at: graphs hold `TermID`s. Two terms are equal when their code points
/// are.
public indirect enum Term: Sendable, Equatable, CustomStringConvertible {
    case iri(String)
    case blankNode(String)
    /// The datatype is nil for `xsd:string`.
    case literal(String, datatype: String?)
    /// The tag as it was given; RDF 1.2 appends `--ltr` or `--rtl` to it.
    case languageLiteral(String, language: String)
    case triple(Term, Term, Term)

    public static func == (a: Term, b: Term) -> Bool {
        switch (a, b) {
        case (.iri(let x), .iri(let y)), (.blankNode(let x), .blankNode(let y)): same(x, y)
        case (.literal(let x, let p), .literal(let y, let q)): same(x, y) && same(p ?? "", q ?? "")
        case (.languageLiteral(let x, let p), .languageLiteral(let y, let q)): same(x, y) && same(p, q)
        case (.triple(let a, let b, let c), .triple(let x, let y, let z)): a == x && b == y && c == z
        default: false
        }
    }

    /// `String`'s own `==` takes canonically equivalent texts for one; RDF does not.
    private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    public var description: String {
        switch self {
        case .iri(let iri): "<\(iri)>"
        case .blankNode(let label): "_:\(label)"
        case .literal(let text, nil): "\"\(text)\""
        case .literal(let text, let datatype?): "\"\(text)\"^^<\(datatype)>"
        case .languageLiteral(let text, let language): "\"\(text)\"@\(language)"
        case .triple(let s, let p, let o): "<<( \(s) \(p) \(o) )>>"
        }
    }
}

/// A statement, in the default graph when `graph` is nil.
public struct Quad: Hashable, Sendable {
    public var subject: TermID
    public var predicate: TermID
    public var object: TermID
    /// -1 in the default graph: half the size of an optional.
    var graphIndex: Int32

    public var graph: TermID? { graphIndex < 0 ? nil : TermID(index: graphIndex) }

    public init(_ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID? = nil) {
        (self.subject, self.predicate, self.object) = (subject, predicate, object)
        graphIndex = graph?.index ?? -1
    }
}

/// The IRIs that the writers themselves must know.
public enum RDFVocabulary {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    public static let type = rdf + "type"
    public static let reifies = rdf + "reifies"
    static let first = rdf + "first"
    static let rest = rdf + "rest"
    static let `nil` = rdf + "nil"
    static let string = xsd + "string"
    static let integer = xsd + "integer"
    static let decimal = xsd + "decimal"
    static let boolean = xsd + "boolean"
}
