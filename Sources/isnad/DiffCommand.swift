import Archive
import ArgumentParser
import Files
import KnowledgeGraph

/// `isnad diff A B`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Shows what is new and what is gone between two graphs.",
        discussion: """
            EXAMPLES
              isnad diff أمس.ttl اليوم.ttl
              isnad diff مسودة.txt خبر.txt

            One line for each thing and each edge, + for what is new, - for what is gone; edges with the sentence that \
            says them. Documents are read to their graphs first. With --exit-code the exit code is 1 if the graphs \
            differ.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    @Flag(help: "Leaves with exit code 1 if there is a difference.")
    var exitCode = false

    func validate() throws {
        guard input.inputs.count == 2 else { throw ValidationError("diff takes two graphs or documents: the old and the new") }
    }

    func run() throws {
        let difference = GraphDifference(from: try graph(0), to: try graph(1))
        let output = try OutputFile.standardOutput()
        try output.write(DifferenceText(difference).text)
        try output.commit()
        if exitCode, !difference.isEmpty { throw ExitCode(1) }
    }

    private func graph(_ place: Int) throws -> Graph {
        var one = input
        one.inputs = [input.inputs[place]]
        var source = DrawingSource(input: one, knowledge: knowledge, reporter: report.reporter)
        try source.read(threshold: 0)
        if source.exitCode != 0 { throw ExitCode(source.exitCode) }
        return source.graph
    }
}
