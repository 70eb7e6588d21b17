import ArgumentParser
import Files
import KnowledgeGraph

/// `isnad stats`: what is in the graph of documents, counted.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts what is in documents: things by class, edges by property and derivation.",
        discussion: """
            EXAMPLES
              isnad stats خبر.txt
              isnad stats أخبار/ -r
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let reporter = report.reporter
        var inputs = Inputs(input, reporter)
        if inputs.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        var graphs = DocumentGraphs(try knowledge.knowledge(), date: input.date)
        var union = GraphUnion()
        try inputs.forEach { union.add(graphs.graph(of: $0)) }
        if inputs.readCount > 0 {
            let output = try OutputFile.standardOutput()
            try output.write(Statistics(of: union.graph).text)
            try output.commit()
        }
        if inputs.exitCode != 0 { throw ExitCode(inputs.exitCode) }
    }
}
