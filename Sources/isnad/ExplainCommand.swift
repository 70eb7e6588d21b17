import ArgumentParser
import Extraction
import Files
import KnowledgeGraph

/// `isnad explain`: the rules, spans and merges behind a node or an edge.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows the rules, spans and merges behind a node or an edge.",
        discussion: """
            Without --node and --edge, everything is explained.

            EXAMPLES
              isnad explain خبر.txt --node "سعد المهيني"
              isnad explain خبر.txt --edge "سعد المهيني org:holds نائب مساعد وزير الخارجية"
              isnad explain خبر.txt --edge "* isnad:contractingParty *"
              isnad explain خبر.txt --format json            an object a line
            """)

    @OptionGroup var input: InputOptions
    @Option(help: ArgumentHelp("Things with this in a label, or with this local name.", valueName: "text"))
    var node: String?
    @Option(
        help: ArgumentHelp(
            "Edges with such ends: parts of labels around a property as org:holds; * is any.",
            valueName: "s p o"))
    var edge: String?
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Format: text, or json (one object a line).")
    var format = FindingFormat.text

    func run() throws {
        let reporter = report.reporter
        var inputs = Inputs(input, reporter)
        if inputs.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        let pattern = try edge.map { try EdgePattern($0) }
        let knowledge = try knowledge.knowledge()
        var graphs = DocumentGraphs(knowledge, date: input.date)
        let output = try OutputFile.standardOutput()
        var found = 0
        try inputs.forEach { document in
            let explanation = Explanation(
                graphs.graph(of: document), document: document, rules: knowledge.rules, format: format,
                heading: report.headings)
            if let node { found += try output.write(explanation.nodes(node)) }
            if let pattern { found += try output.write(explanation.edges(pattern)) }
            if node == nil, pattern == nil { found += try output.write(explanation.everything()) }
        }
        try output.commit()
        if inputs.exitCode != 0 { throw ExitCode(inputs.exitCode) }
        guard found > 0 || (node == nil && pattern == nil) else {
            throw FileError(
                .badData, "nothing in the graph is like '\(node ?? edge ?? "")'",
                hint: "isnad explain FILE without --node and --edge lists everything")
        }
    }
}

extension OutputFile {
    /// Writes paragraphs, an empty line between them; returns how many.
    fileprivate func write(_ paragraphs: [String]) throws(FileError) -> Int {
        // A line of JSON, or a paragraph and an empty line.
        for paragraph in paragraphs { try write(paragraph + "\n") }
        return paragraphs.count
    }
}
