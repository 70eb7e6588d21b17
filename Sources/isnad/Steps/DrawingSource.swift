import Files
import KnowledgeGraph
import RDF
import SystemPackage

/// The graph that is drawn: of graph files, which a suffix tells, and of documents.
struct DrawingSource {
    private let graphFiles: [String]
    private var documents: Inputs
    private let hasDocuments: Bool
    private let knowledge: KnowledgeOptions
    private var union = GraphUnion()
    private var readFiles: Set<FileIdentity> = []

    init(input: InputOptions, knowledge: KnowledgeOptions, reporter: Reporter) {
        // A feed is XML, too: a graph in RDF/XML is known by .rdf.
        func isGraph(_ name: String) -> Bool {
            Syntax(path: name).map { $0 != .jsonld } ?? false && !name.lowercased().hasSuffix(".xml")
        }
        var rest = input
        rest.inputs = input.inputs.filter { !isGraph($0) }
        graphFiles = input.inputs.filter(isGraph)
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
        for name in graphFiles { union.add(try readGraph(name).keepingConfidence(threshold)) }
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

    private mutating func readGraph(_ name: String) throws -> Graph {
        let path = FilePath(argument: name)
        let file = try InputFile(path: path)
        if let identity = file.identity { readFiles.insert(identity) }
        guard let syntax = Syntax(path: name) else { return Graph() }
        do {
            let isXML = syntax == .rdfxml
            let bytes: any ByteSource =
                isXML ? try RapperSource(path: path, name: file.name, base: nil) : InputFileSource(file)
            var dataset = Dataset()
            var prefixes = PrefixTable()
            try StatementReader(isXML ? .ntriples : syntax, file: isXML ? nil : file.name)
                .read(bytes, into: &dataset, prefixes: &prefixes)
            return GraphReader().graph(of: dataset)
        } catch let error as RDFError {
            throw FileError(error, file: file.name)
        }
    }
}
