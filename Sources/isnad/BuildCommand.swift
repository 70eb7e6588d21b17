import ArgumentParser
import Files
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

            Exit codes: 0 done; 1 some documents failed, the rest is written; 2 wrong usage; 65 bad data; 66 no \
            input; 73 an output cannot be made; 74 reading or writing failed.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var graph: GraphOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    @Option(
        help: ArgumentHelp("Writes each document to a file of its own in this folder.", visibility: .hidden))
    var outDir: String?

    func run() throws {
        let targets = try output.targets()
        let reporter = report.reporter
        var inputs = Inputs(input, reporter)
        if inputs.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        var graphs = DocumentGraphs(try knowledge.knowledge(), date: input.date)
        let outputs = GraphOutputs(targets: targets, triples: graph.triples, reporter: reporter)
        var union = GraphUnion()
        try inputs.forEach { document in
            let made = graphs.graph(of: document).keepingConfidence(graph.confidenceThreshold)
            reporter.review(made, of: document)
            if let outDir {
                try outputs.write(made, to: FilePath(argument: outDir), as: document)
            } else {
                union.add(made)
            }
        }
        if outDir == nil, inputs.readCount > 0 || inputs.failures.isEmpty {
            try outputs.write(union.graph, inputs: inputs.identities)
        }
        inputs.summarize()
        if inputs.exitCode != 0 { throw ExitCode(inputs.exitCode) }
    }
}
