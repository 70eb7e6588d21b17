import Files
import Glibc
import KnowledgeGraph
import RDF

/// The statements of graph files, which a suffix tells, and those that are made of documents.
struct StatementSource {
    private let graphFiles: [GraphFile]
    private var documents: Inputs
    private let hasDocuments: Bool
    private let knowledge: KnowledgeOptions
    private let reporter: Reporter
    private var failures: [FileError] = []

    init(input: InputOptions, knowledge: KnowledgeOptions, reporter: Reporter) {
        var rest = input
        rest.inputs = input.inputs.filter { GraphFile($0) == nil }
        graphFiles = input.inputs.compactMap(GraphFile.init)
        hasDocuments = graphFiles.isEmpty || !rest.inputs.isEmpty
        documents = Inputs(rest, reporter)
        (self.knowledge, self.reporter) = (knowledge, reporter)
    }

    var isWaitingForPerson: Bool { hasDocuments && documents.isWaitingForPerson }

    /// Hands on the statements of every graph file, then those of all documents together. Files that cannot be read are
    /// reported and passed over.
    mutating func forEach(
        _ options: TripleOptions, keepingConfidence threshold: UInt8 = 0, _ body: (Dataset) throws -> Void
    ) throws {
        for file in graphFiles {
            let dataset: Dataset
            do {
                dataset = try file.dataset().dataset
            } catch let error as FileError where error.code == .noInput || error.code == .badData {
                reporter.error(error)
                failures.append(error)
                continue
            }
            try body(dataset)
        }
        guard hasDocuments else { return }
        let plan = DocumentPlan(
            knowledge: try knowledge.knowledge(), date: documents.options.date, confidence: threshold, triples: options)
        var pipeline = DocumentPipeline(plan, jobs: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), reporter: reporter)
        var union = GraphUnion()
        var each: [Graph] = []
        try pipeline.run(&documents) { made in
            guard let graph = made.graph else { return }
            if options.namedGraphs { each.append(graph) } else { union.add(graph) }
        }
        if documents.readCount > 0 {
            try body(GraphTriples(options).dataset(of: options.namedGraphs ? each : [union.graph]))
        }
        documents.summarize()
    }

    /// 0; 1 if some inputs failed; that of the first failure if all did; 65 for any with `--strict`.
    var exitCode: Int32 {
        guard let first = failures.first else { return hasDocuments ? documents.exitCode : 0 }
        if documents.options.strict { return FileError.Code.badData.rawValue }
        return failures.count == graphFiles.count && documents.readCount == 0 ? first.code.rawValue : 1
    }
}
