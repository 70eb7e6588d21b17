import ArgumentParser
import Files
import Glibc
import KnowledgeGraph
import Reading
import SystemPackage

/// `isnad build`: documents → graph.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Makes the graph of documents.",
        discussion: """
            EXAMPLES
              isnad build خبر.txt                              Turtle on standard output
              isnad build خبر.txt -o خبر.ttl -o خبر.nt         several files in one run
              isnad build أخبار/ -r --format nquads --graphs   a named graph a document
              isnad build خبر.txt --evidence full --date 2024-02-20
              isnad build أرشيف.ndjson --stream -o أرشيف.nq    a million articles in constant memory

            Exit codes: 0 done; 1 some documents failed, the rest is written; 2 wrong usage; 65 bad data; 66 no \
            input; 73 an output cannot be made; 74 reading or writing failed.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var graph: GraphOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp(
            "How many documents are read at a time. The output is the same for any number. Default: as many as there are processors.",
            valueName: "n"))
    var jobs: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    @Flag(
        help: """
            Writes each document as soon as it is read, in constant memory (ntriples and nquads). What several \
            documents say is there several times: a triple store takes it once, and so does isnad merge.
            """)
    var stream = false

    @Option(
        help: ArgumentHelp("Writes each document to a file of its own in this folder.", visibility: .hidden))
    var outDir: String?

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("-j is 1 or more") }
        if stream, outDir != nil { throw ValidationError("--stream and --out-dir exclude each other") }
    }

    func run() throws {
        let targets = try output.targets()
        let reporter = report.reporter
        var inputs = Inputs(input, reporter)
        if inputs.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        var plan = DocumentPlan(
            knowledge: try knowledge.knowledge(), date: input.date, confidence: graph.confidenceThreshold,
            triples: graph.triples)
        if stream {
            let outputs = try StreamedOutputs(targets)
            plan.streamed = outputs.syntaxes
            var pipeline = DocumentPipeline(plan, jobs: jobs, reporter: reporter)
            try pipeline.run(&inputs) { try outputs.write($0.lines) }
            if inputs.readCount > 0 || inputs.failures.isEmpty { try outputs.commit(inputs: inputs.identities) }
        } else {
            try build(plan, targets, &inputs, reporter)
        }
        inputs.summarize()
        if inputs.exitCode != 0 { throw ExitCode(inputs.exitCode) }
    }

    /// Writes the union of all documents, or each to a file of its own.
    private func build(
        _ plan: DocumentPlan, _ targets: [(path: String, format: OutputFormat)], _ inputs: inout Inputs, _ reporter: Reporter
    ) throws {
        let outputs = GraphOutputs(targets: targets, triples: graph.triples, reporter: reporter)
        var union = GraphUnion()
        var documents: [Graph] = []
        var pipeline = DocumentPipeline(plan, jobs: jobs, reporter: reporter)
        try pipeline.run(&inputs) { made in
            guard let graph = made.graph else { return }
            if let outDir {
                try outputs.write(graph, to: FilePath(argument: outDir), as: made.document)
            } else {
                if plan.triples.namedGraphs { documents.append(graph) }
                union.add(graph)
            }
        }
        if outDir == nil, inputs.readCount > 0 || inputs.failures.isEmpty {
            try outputs.write(union.graph, documents: documents, inputs: inputs.identities)
        }
    }
}
