import Extraction
import KnowledgeGraph
import RDF
import Reading

/// What is to be made of documents.
struct DocumentPlan: Sendable {
    var knowledge: Knowledge
    var date: DocumentDate?
    /// Hundredths; edges below are left out.
    var confidence: UInt8
    var triples: TripleOptions
    /// The line-based syntaxes in which each document is written by itself; if there are none, its graph is kept.
    var streamed: [Syntax] = []

    /// What works on one batch after another; for one thread.
    func worker() -> ([Document]) -> Result<[MadeDocument], any Error> {
        var graphs = DocumentGraphs(knowledge, date: date)
        let options = triples.streamOptions
        return { batch in
            Result { try batch.map { try make(graphs.graph(of: $0).keepingConfidence(confidence), of: $0, options) } }
        }
    }

    private func make(_ graph: Graph, of document: Document, _ options: WriterOptions) throws -> MadeDocument {
        var made = MadeDocument(document: document, size: GraphSize(graph))
        guard !streamed.isEmpty else {
            made.graph = graph
            return made
        }
        let dataset = try GraphTriples(triples).dataset(of: graph)
        for syntax in streamed {
            let sink = MemorySink()
            try syntax.write(dataset, to: sink, options: options)
            made.lines.append(sink.bytes)
        }
        return made
    }
}

/// A document and what was made of it.
struct MadeDocument: Sendable {
    let document: Document
    let size: GraphSize
    /// Where it is not streamed.
    var graph: Graph?
    /// In the order of the syntaxes.
    var lines: [[UInt8]] = []
}

/// How much was found in a document.
struct GraphSize: Sendable {
    let nodes, edges, mentions, sentences: Int

    init(_ graph: Graph) {
        (nodes, edges) = (graph.nodes.count, graph.edges.count)
        (mentions, sentences) = (graph.mentions.count, graph.sentences.count)
    }
}

extension TripleOptions {
    /// As `writerOptions`; where the syntax has no graphs, their names are left out.
    var streamOptions: WriterOptions {
        var options = writerOptions
        options.dropsGraphNames = true
        return options
    }
}
