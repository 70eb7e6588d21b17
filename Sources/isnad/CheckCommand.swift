import ArgumentParser
import Checking
import Files
import KnowledgeGraph
import RDF

/// `isnad check`: the constraints of the ontology on graphs, or on the graphs of documents.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks graphs against the ontology: classes, offices, dates, evidence.",
        discussion: """
            Files in Turtle, TriG, N-Triples, N-Quads or RDF/XML (.rdf) are checked as they are; of other files the \
            graph is made first. The constraints are those of the SHACL shapes ('isnad ontology shapes'), under the same names.

            EXAMPLES
              isnad check خبر.ttl
              isnad check خبر.txt --strict          fails if the graph of the article breaks a constraint
              isnad check أخبار.nq --format json    a finding a line
              isnad check --rules --lexicon كلماتي  tries the + and - examples of your own rules

            Exit codes: 0 done; 65 with --strict, if a constraint is broken, or with --rules, if an example does not \
            hold; 1 some inputs failed; 66 no input.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var report: ReportOptions

    @Option(help: "Format of the findings: text or json (one object a line).")
    var format = FindingFormat.text

    @Option(help: ArgumentHelp("How many findings of one constraint are shown.", valueName: "n"))
    var limit = 20

    @Flag(help: "Tries the examples of rules instead: those of --lexicon, else of all that are built in.")
    var rules = false

    func validate() throws {
        guard !rules || input.inputs.isEmpty else { throw ValidationError("--rules takes no files") }
        guard limit > 0 else { throw ValidationError("--limit must be more than 0") }
    }

    func run() throws {
        let reporter = report.reporter
        if rules { return try RuleCheck(knowledge: knowledge, reporter: reporter).run() }
        let checker = GraphChecker(limit: limit)
        let output = try OutputFile.standardOutput()
        var documents = input
        documents.inputs = input.inputs.filter { GraphFile($0) == nil }
        var inputs = Inputs(documents, reporter)
        if input.inputs.isEmpty, inputs.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        var violations = 0
        var failures = 0
        func show(_ found: GraphChecker.Report, _ name: String) throws {
            violations += found.count(.violation)
            try output.write(FindingText(format: format, file: name).text(of: found))
            reporter.line(FindingText.summary(of: found, name))
        }
        for file in input.inputs.compactMap(GraphFile.init) {
            do {
                try show(checker.report(on: file.dataset().dataset), file.path.escapedForTerminal)
            } catch let error as FileError where error.code == .noInput || error.code == .badData {
                reporter.error(error)
                failures += 1
            }
        }
        if input.inputs.isEmpty || !documents.inputs.isEmpty {
            var graphs = DocumentGraphs(try knowledge.knowledge(), date: input.date)
            try inputs.forEach { document in
                try show(try checker.report(on: graphs.graph(of: document)), document.name)
            }
        }
        try output.commit()
        if input.strict, violations + failures > 0 { throw ExitCode(FileError.Code.badData.rawValue) }
        if inputs.exitCode != 0 { throw ExitCode(inputs.exitCode) }
        if failures > 0 {
            throw ExitCode(failures == input.inputs.count ? FileError.Code.badData.rawValue : 1)
        }
    }
}
