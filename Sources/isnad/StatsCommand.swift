import ArgumentParser
import Files
import JSONText
import KnowledgeGraph

/// `isnad stats`: what is in the graph of documents, counted.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts what is in documents or graphs: things by class, edges by property and derivation.",
        discussion: """
            EXAMPLES
              isnad stats خبر.txt
              isnad stats أخبار/ -r
              isnad stats أخبار.ttl --format json
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Format: text or json (one object).")
    var format = FindingFormat.text

    func run() throws {
        let reporter = report.reporter
        var source = DrawingSource(input: input, knowledge: knowledge, reporter: reporter)
        if source.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        try source.read(threshold: 0)
        if source.hasRead {
            let counts = Statistics(of: source.graph)
            let output = try OutputFile.standardOutput()
            try output.write(format == .json ? counts.json.text + "\n" : counts.text.linesEscapedForTerminal)
            try output.commit()
        }
        if source.exitCode != 0 { throw ExitCode(source.exitCode) }
    }
}

extension Statistics {
    /// Names and numbers as in the text.
    fileprivate var json: JSONValue {
        func counts(_ counts: [Count]) -> JSONValue { .object(counts.map { ($0.name, .number($0.count)) }) }
        return .object([
            ("documents", .number(documents)), ("sentences", .number(sentences)), ("mentions", .number(mentions)),
            ("classes", counts(classes)), ("properties", counts(properties)), ("derivations", counts(derivations)),
            ("rules", counts(rules)), ("homonyms", counts(homonyms)), ("offices", .array(offices.map(office))),
        ])
    }

    private func office(_ office: OfficeHistory) -> JSONValue {
        let holders = office.terms.map { term in
            JSONValue.object([("label", .string(term.label)), ("dates", .array(term.dates.map { .string($0) }))])
        }
        return .object([("label", .string(office.label)), ("holders", .array(holders))])
    }
}

extension String {
    /// With everything that could steer a terminal spelled out, but for line ends.
    fileprivate var linesEscapedForTerminal: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escapedForTerminal }
            .joined(separator: "\n")
    }
}
