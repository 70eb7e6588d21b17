import RDF

/// A graph in pieces that a store takes one by one, each as N-Triples.
struct StoreChunks {
    struct Chunk {
        /// nil: the default graph.
        var graph: String?
        var count: Int
        var bytes: [UInt8]
        /// Whether it does no harm if the store takes it twice: blank nodes would be other ones the second time.
        var mayRepeat: Bool
    }

    let size: Int
    let version: RDFVersion

    /// Hands on the chunks, graph by graph. A graph with blank nodes stays in one piece, or its pieces would not hang
    /// together.
    /// - Parameter graph: the graph into which everything goes; nil: that which each statement names.
    func forEach(_ dataset: Dataset, into graph: String?, _ body: (Chunk) throws -> Void) throws {
        var names: [TermID?] = []
        var quads: [TermID?: [Quad]] = [:]
        for quad in dataset.quads {
            let key = graph == nil ? quad.graph : nil
            if quads[key] == nil { names.append(key) }
            quads[key, default: []].append(quad)
        }
        for name in names {
            guard let all = quads[name] else { continue }
            let hasBlanks = all.contains { hasBlankNode($0, dataset) }
            let step = hasBlanks ? all.count : size
            for start in stride(from: 0, to: all.count, by: step) {
                var part = dataset
                part.quads = Array(all[start..<min(start + step, all.count)])
                part.mergeGraphs()
                let sink = MemorySink()
                var options = WriterOptions()
                options.version = version
                try Syntax.ntriples.write(part, to: sink, options: options)
                try body(
                    Chunk(
                        graph: graph ?? name.map { dataset.terms.text(of: $0) }, count: part.quads.count,
                        bytes: sink.bytes, mayRepeat: !hasBlanks))
            }
        }
    }

    private func hasBlankNode(_ quad: Quad, _ dataset: Dataset) -> Bool {
        [quad.subject, quad.object].contains { id in
            switch dataset.terms[id] {
            case .blankNode, .triple: true
            default: false
            }
        }
    }
}
