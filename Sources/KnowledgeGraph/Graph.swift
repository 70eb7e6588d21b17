/// A knowledge graph: what one document, or many, say. Nodes and edges form sets; `GraphBuilder`
/// keeps them so, and `canonical()` puts everything in the order in which it is written.
public struct Graph: Sendable {
    public var documents: [DocumentRecord] = []
    public var nodes: [Node] = []
    public var edges: [Edge] = []
    public var mentions: [MentionRecord] = []
    public var sentences: [SentenceRecord] = []

    public init() {}

    public subscript(id: NodeID) -> Node { nodes[Int(id.index)] }
}

/// The place of a node in `Graph.nodes`.
public struct NodeID: Hashable, Comparable, Sendable {
    public let index: Int32
    public init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
    public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// A text that was read, and what is known of it.
public struct DocumentRecord: Sendable, Equatable {
    /// The local name of its IRI: `doc.` and the first 16 hex digits of the SHA-256 of its bytes.
    public var name: String
    public var title: String?
    /// ISO 8601 date.
    public var date: String?
    public var url: String?
    public var publisher: String?
    /// BCP 47, as the file says it: `ar`, `ar-KW`.
    public var language: String?
    /// Lower-case hex SHA-256 of the bytes that were read.
    public var sha256: String?
    /// The decoded text; written only on demand.
    public var text: String?

    public init(
        name: String, title: String? = nil, date: String? = nil, url: String? = nil,
        publisher: String? = nil, language: String? = nil, sha256: String? = nil, text: String? = nil
    ) {
        (self.name, self.title, self.date, self.url) = (name, title, date, url)
        (self.publisher, self.language, self.sha256, self.text) = (publisher, language, sha256, text)
    }
}

/// A sentence that evidence rests on. Offsets are code points of the document, half-open.
public struct SentenceRecord: Sendable, Equatable {
    public var document: Int32
    public var range: Range<Int32>
    public var text: String

    public init(document: Int32, range: Range<Int32>, text: String) {
        (self.document, self.range, self.text) = (document, range, text)
    }
}

/// A thing of the graph.
public struct Node: Sendable, Equatable {
    /// The local name of its IRI below the base, e.g. `person.kw.sd-almhyny`: legal in a Turtle prefixed
    /// name, an XML NCName and a DOT id.
    public var name: String
    public var type: OntologyClass
    public var labels: [NodeLabel]
    /// For a Statement: the code points from its reporting verb to the end of what is reported, half-open.
    public var range: Range<Int32>?
    /// For a Statement: the document it stands in.
    public var document: Int32?

    public init(name: String, type: OntologyClass, labels: [NodeLabel]) {
        (self.name, self.type, self.labels) = (name, type, labels)
    }

    /// The Arabic prefLabel, else the first label, else the local name.
    public var displayLabel: String {
        labels.first { $0.isPreferred && $0.language == "ar" }?.text ?? labels.first?.text ?? name
    }

    public var englishLabel: String? { labels.first { $0.isPreferred && $0.language == "en" }?.text }
}

/// `skos:prefLabel` or `skos:altLabel`.
public struct NodeLabel: Sendable, Hashable {
    public var text: String
    /// BCP 47: `ar`, `en`, `ar-Latn` for a romanised name.
    public var language: String
    public var isPreferred: Bool

    public init(_ text: String, language: String = "ar", isPreferred: Bool = true) {
        (self.text, self.language, self.isPreferred) = (text, language, isPreferred)
    }
}

/// The object of an edge.
public enum Value: Sendable, Hashable {
    case node(NodeID)
    case literal(String, Datatype)
    /// A concept of the controlled vocabulary: the local name below the ontology's namespace, e.g. `kind-accession`.
    case concept(String)

    public enum Datatype: String, Sendable {
        case string, integer, date, gYear, gYearMonth, gMonthDay, duration, nonNegativeInteger
        /// `rdf:langString` with the tag `ar`.
        case arabic
    }
}

/// An edge and what it rests on.
public struct Edge: Sendable {
    public var subject: NodeID
    public var predicate: OntologyProperty
    public var object: Value
    /// Best first; empty for the plain attributes of a node, which are not reified.
    public var evidence: [Evidence]

    public init(subject: NodeID, predicate: OntologyProperty, object: Value, evidence: [Evidence]) {
        (self.subject, self.predicate, self.object) = (subject, predicate, object)
        self.evidence = evidence
    }
}

/// Why an edge is there.
public struct Evidence: Sendable, Hashable {
    public enum Derivation: String, Sendable, CaseIterable { case read, inferred, background }

    public var document: Int32
    /// Index into `Graph.sentences`; nil for a background fact.
    public var sentence: Int32?
    /// The words that say it: code points of the document, half-open; nil for a background fact.
    public var range: Range<Int32>?
    /// The id of the rule, in kebab case.
    public var rule: String
    /// Confidence in hundredths, 0…100.
    public var confidence: UInt8
    public var derivation: Derivation

    public init(
        document: Int32, sentence: Int32?, range: Range<Int32>?, rule: String, confidence: UInt8,
        derivation: Derivation
    ) {
        (self.document, self.sentence, self.range) = (document, sentence, range)
        (self.rule, self.confidence, self.derivation) = (rule, confidence, derivation)
    }
}

/// A piece of text that refers to a node. Offsets are code points of the document, half-open.
public struct MentionRecord: Sendable, Equatable {
    public enum Form: String, Sendable, CaseIterable {
        case full, short, definite, indefinite, title, adjective, metonym, nested, pronoun, dropped, corrupt
    }

    public var document: Int32
    public var node: NodeID
    public var range: Range<Int32>
    public var text: String
    public var form: Form
    /// The id of the rule that found it or tied it to its node.
    public var rule: String

    public init(
        document: Int32, node: NodeID, range: Range<Int32>, text: String, form: Form, rule: String
    ) {
        (self.document, self.node, self.range) = (document, node, range)
        (self.text, self.form, self.rule) = (text, form, rule)
    }
}
