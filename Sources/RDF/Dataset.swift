/// Statements and their terms, in the order in which they were added. What was added twice is there twice
/// until `removeDuplicates()`.
public struct Dataset: Sendable {
    public var terms = TermTable()
    public var quads: [Quad] = []

    public init() {}

    public mutating func add(_ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID? = nil) {
        quads.append(Quad(subject, predicate, object, graph: graph))
    }

    /// Forgets all statements and terms and keeps the memory.
    public mutating func removeAll() {
        quads.removeAll(keepingCapacity: true)
        terms.removeAll()
    }

    /// Puts all statements into the default graph.
    public mutating func mergeGraphs() {
        for index in quads.indices { quads[index].graphIndex = -1 }
    }

    /// Whether a statement stands outside the default graph.
    public var hasNamedGraphs: Bool { quads.contains { $0.graphIndex >= 0 } }

    /// A statement as one line of N-Quads without its end, for messages; odd characters are escaped in it.
    public func line(of quad: Quad) -> String {
        var one = Dataset()
        one.terms = terms
        one.quads = [quad]
        var options = WriterOptions()
        options.version = .v1_2
        let sink = MemorySink()
        var writer = NTriplesWriter(sink, writesGraphs: true, options: options)
        do {
            try writer.write(one)
            try writer.finish()
        } catch {
            return ""
        }
        return String(sink.text.dropLast(" .\n".count))
    }
}
