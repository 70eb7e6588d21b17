/// The syntaxes of RDF that are written here.
public enum Syntax: String, CaseIterable, Sendable {
    case ntriples, nquads, turtle, trig, rdfxml, jsonld

    /// The names by which a user may call it, the first being its own.
    public var names: [String] {
        switch self {
        case .ntriples: ["ntriples", "nt", "n-triples"]
        case .nquads: ["nquads", "nq", "n-quads"]
        case .turtle: ["turtle", "ttl"]
        case .trig: ["trig"]
        case .rdfxml: ["rdfxml", "rdf", "rdf/xml", "xml"]
        case .jsonld: ["jsonld", "json-ld"]
        }
    }

    /// Without the full stop; the first is the usual one.
    public var fileSuffixes: [String] {
        switch self {
        case .ntriples: ["nt"]
        case .nquads: ["nq"]
        case .turtle: ["ttl", "turtle"]
        case .trig: ["trig"]
        case .rdfxml: ["rdf", "owl", "xml"]
        case .jsonld: ["jsonld"]
        }
    }

    public var mediaType: String {
        switch self {
        case .ntriples: "application/n-triples"
        case .nquads: "application/n-quads"
        case .turtle: "text/turtle"
        case .trig: "application/trig"
        case .rdfxml: "application/rdf+xml"
        case .jsonld: "application/ld+json"
        }
    }

    public var hasNamedGraphs: Bool {
        switch self {
        case .nquads, .trig, .jsonld: true
        case .ntriples, .turtle, .rdfxml: false
        }
    }

    /// Whether statements can be written as they come; the others want them together and sorted.
    public var isStreaming: Bool { self == .ntriples || self == .nquads }

    /// The syntax called `name`, in any case.
    public init?(name: String) {
        let lower = name.lowercased()
        guard let found = Self.allCases.first(where: { $0.names.contains(lower) }) else { return nil }
        self = found
    }

    /// The syntax that the suffix of `path` stands for.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        let suffix = path[path.index(after: dot)...].lowercased()
        guard let found = Self.allCases.first(where: { $0.fileSuffixes.contains(suffix) }) else { return nil }
        self = found
    }

    /// Writes all of `dataset` to `sink`: sorted and without duplicates where the syntax wants blocks, in the
    /// order of the statements in N-Triples and N-Quads. Returns how many characters U+FFFD had to replace
    /// (RDF/XML only).
    @discardableResult
    public func write(
        _ dataset: consuming Dataset, to sink: any ByteSink, options: WriterOptions = WriterOptions()
    ) throws -> Int {
        if !isStreaming {
            if options.dropsGraphNames, !hasNamedGraphs { dataset.mergeGraphs() }
            dataset.sort(options)
        }
        switch self {
        case .ntriples, .nquads:
            var writer = NTriplesWriter(sink, writesGraphs: hasNamedGraphs, options: options)
            try writer.write(dataset)
            try writer.finish()
        case .turtle, .trig:
            var writer = TurtleWriter(sink, writesGraphs: hasNamedGraphs, options: options)
            try writer.write(dataset)
        case .rdfxml:
            var writer = RDFXMLWriter(sink, options: options)
            try writer.write(dataset)
            return writer.replacedCharacters
        case .jsonld:
            var writer = JSONLDWriter(sink, options: options)
            try writer.write(dataset)
        }
        return 0
    }
}
