import ArgumentParser
import Files
import KnowledgeGraph
import OntologyData
import RDF

/// `isnad ask QUESTION|FILE.rq [FILE…]`: the competency questions over documents, graphs or a store.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Asks documents, graphs or a store a question: who holds which post, which law …",
        discussion: """
            Without a question, those that are built in are listed. A question of yours is a file of SPARQL that ends \
            in .rq. Documents and graphs are asked through the program oxigraph, a store by its own engine.

            EXAMPLES
              isnad ask posts خبر.txt                            who holds which post in which body
              isnad ask 5 أخبار/ -r --format csv                 under which law which State acceded to which treaty
              isnad ask سؤالي.rq أخبار.ttl --format json
              isnad ask whole-chain --store http://localhost:7878/query

            Exit codes: 0 done; 1 some inputs failed; 65 bad data or a query that is none; 66 no input; 73 no \
            oxigraph, or no curl for a store; 74 the store does not answer.
            """)

    @Argument(
        help: ArgumentHelp("Number or name of a question, as 1 or posts, or a file that ends in .rq.", valueName: "question"),
        completion: .list(CompetencyQuestion.all.map(\.id)))
    var question: String?

    @OptionGroup var input: InputOptions

    @Option(help: "Format: table, csv, tsv or json; turtle or ntriples for CONSTRUCT.")
    var format = AnswerFormat.table

    @Option(
        name: .customLong("store"),
        help: ArgumentHelp("Asks the endpoint for queries of a store in place of files.", valueName: "url"))
    var endpoint: StoreAddress?

    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard endpoint == nil || input.inputs.isEmpty else { throw ValidationError("--store takes no files") }
    }

    func run() throws {
        guard let question else { return try list() }
        let query = try CompetencyQuestion(question).query
        let reporter = report.reporter
        var source = StatementSource(input: input, knowledge: knowledge, reporter: reporter)
        let answer: [UInt8]
        if let endpoint {
            answer = try EndpointEngine(address: endpoint, client: StoreClient(options: store)).answer(query, as: format)
        } else {
            if source.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
            let engine = try OxigraphEngine()
            var triples = TripleOptions(software: Version.number)
            triples.evidence = .full
            var hasData = false
            try source.forEach(triples) { dataset in
                hasData = true
                try engine.load(dataset)
            }
            guard hasData else { throw ExitCode(source.exitCode) }
            try engine.load(topics())
            answer = try engine.answer(query, as: format)
        }
        try write(answer, reporter)
        if endpoint == nil, source.exitCode != 0 { throw ExitCode(source.exitCode) }
    }

    /// The topics lie behind every graph: questions go up from one to those above it.
    private func topics() throws -> Dataset {
        var dataset = Dataset()
        var prefixes = PrefixTable()
        try StatementReader(.turtle, file: "topics.ttl").read(
            MemorySource(OntologyData.text(of: "topics.ttl") ?? ""), into: &dataset, prefixes: &prefixes)
        return dataset
    }

    private func write(_ answer: [UInt8], _ reporter: Reporter) throws {
        let output = try OutputFile.standardOutput()
        guard format == .table else {
            try output.write(answer)
            return try output.commit()
        }
        let rows = CommaSeparated(answer).rows.map { $0.map(\.escapedForTerminal) }
        guard let header = rows.first else { return try output.commit() }
        let table = TextTable(
            header: header, rows: Array(rows.dropFirst()), marksDirection: StandardStreams.isTerminal(.standardOutput))
        try output.write(table.text)
        try output.commit()
        reporter.line("\(rows.count - 1) rows")
    }

    private func list() throws {
        let output = try OutputFile.standardOutput()
        for question in CompetencyQuestion.all {
            try output.write(question.id + "\n" + question.titles.map { "    " + $0 + "\n" }.joined())
        }
        try output.commit()
    }
}
