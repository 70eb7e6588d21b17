import Files
import KnowledgeGraph
import RDF

/// The graph that is drawn: of graph files, which a suffix tells, and of documents.
struct DrawingSource {
    private let graphFiles: [GraphFile]
    private var documents: Inputs
    private let hasDocuments: Bool
    private let knowledge: KnowledgeOptions
    private var union = GraphUnion()
    private var readFiles: Set<FileIdentity> = []

    init(input: InputOptions, knowledge: KnowledgeOptions, reporter: Reporter) {
        var rest = input
        rest.inputs = input.inputs.filter { GraphFile($0) == nil }
        graphFiles = input.inputs.compactMap(GraphFile.init)
        hasDocuments = graphFiles.isEmpty || !rest.inputs.isEmpty
        documents = Inputs(rest, reporter)
        self.knowledge = knowledge
    }

    var isWaitingForPerson: Bool { hasDocuments && documents.isWaitingForPerson }

    var graph: Graph { union.graph }

    var identities: Set<FileIdentity> { readFiles.union(documents.identities) }

    /// Whether anything was read, so that there is something to draw.
    var hasRead: Bool { !graphFiles.isEmpty || documents.readCount > 0 }

    var exitCode: Int32 { hasDocuments ? documents.exitCode : 0 }

    /// - Parameter threshold: edges below this confidence, in hundredths, are left out.
    /// - Throws: 65, 66 or 74 for a graph file, `KnowledgeError` for the lexicon.
    mutating func read(threshold: UInt8) throws {
        for file in graphFiles {
            var dataset = Dataset()
            var prefixes = PrefixTable()
            if let identity = try file.read(into: &dataset, prefixes: &prefixes) { readFiles.insert(identity) }
            union.add(GraphReader().graph(of: dataset).keepingConfidence(threshold))
        }
        guard hasDocuments else { return }
        var graphs = DocumentGraphs(try knowledge.knowledge(), date: documents.options.date)
        var union = union
        let reporter = documents.reporter
        try documents.forEach { document in
            var made = graphs.graph(of: document).keepingConfidence(threshold)
            // Pages show the text beside the picture.
            if !made.documents.isEmpty {
                made.documents[0].text = document.source.bytes.withUnsafeBytes {
                    String(decoding: $0, as: UTF8.self)
                }
            }
            reporter.review(GraphSize(made), of: document)
            union.add(made)
        }
        self.union = union
        documents.summarize()
    }
}
