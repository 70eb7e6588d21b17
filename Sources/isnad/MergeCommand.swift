import Archive
import ArgumentParser
import Files
import KnowledgeGraph
import RDF
import SystemPackage

/// `isnad merge GRAPH… -o OUT`
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Joins graphs into one, and lists what in it may be the same.",
        discussion: """
            EXAMPLES
              isnad merge يناير.nq فبراير.nq -o الكل.ttl
              isnad merge أرشيف.nt -o أرشيف.ttl --candidates مراجعة.tsv
              isnad merge أرشيف.nt -o أرشيف.ttl --decisions مراجعة.tsv

            The union of sets: what several graphs say is there once, and a second merge changes nothing. A thing keeps \
            one preferred name, its other spellings become alternative ones. Nothing that is not the same by its IRI is \
            merged by itself: --candidates lists pairs that may be one, a line a pair; put same or different in place \
            of the ?, and --decisions writes owl:sameAs for those that are.
            """)

    @Argument(help: ArgumentHelp("Graphs in Turtle, TriG, N-Triples, N-Quads or RDF/XML.", valueName: "graph"), completion: .file())
    var inputs: [String]

    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp("Writes the pairs that may be one and are not decided yet to this file.", valueName: "file"),
        completion: .file())
    var candidates: String?

    @Option(
        help: ArgumentHelp("A reviewed file of candidates; may be repeated.", valueName: "file"), completion: .file())
    var decisions: [String] = []

    @OptionGroup var report: ReportOptions

    func run() throws {
        let targets = try output.targets()
        let syntaxes = try targets.map { target in
            guard case .rdf(let syntax) = target.format else {
                throw ValidationError("merge writes RDF, not \(target.format.name); isnad draw makes pictures of it")
            }
            return syntax
        }
        let decided = try decisions.map { try (file: $0, entries: entries(of: $0)) }
        var union = try GraphUnionFile(inputs)
        for (file, entries) in decided {
            for entry in entries where entry.decision == .same && !union.join(entry.first, entry.second) {
                report.reporter.note(
                    FileError(.badData, file: file, line: entry.line, "one of the two is in none of the graphs"))
            }
        }
        var options = TripleOptions(software: Version.number).writerOptions
        options.subjectOrder = .sorted
        options.dropsGraphNames = true
        for entry in union.prefixes.entries { try options.prefixes.add(entry.prefix, entry.namespace) }
        union.dataset.sort(options)
        var files: [OutputFile] = []
        for (target, syntax) in zip(targets, syntaxes) {
            let file = try target.path == "-"
                ? OutputFile.standardOutput() : OutputFile(path: FilePath(argument: target.path), inputs: union.identities)
            files.append(file)
            try syntax.write(union.dataset, to: file, options: options)
        }
        if let candidates {
            let file = try OutputFile(path: FilePath(argument: candidates), inputs: union.identities)
            files.append(file)
            let (graph, iris) = GraphReader().named(union.dataset)
            let pairs = CandidateFinder().candidates(in: graph)
            try file.write(ReviewFile.text(pairs, in: graph, iris: iris, decided: decided.flatMap(\.entries)))
        }
        try OutputFile.commit(files)
    }

    private func entries(of name: String) throws -> [ReviewFile.Entry] {
        let file = try InputFile(path: FilePath(argument: name))
        let bytes = try file.readAll(limit: Self.longestReview)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileError(.badData, file: file.name, "is not UTF-8")
        }
        do {
            return try ReviewFile.entries(of: text)
        } catch {
            throw FileError(.badData, file: file.name, line: error.line, error.message)
        }
    }

    /// Bytes.
    private static let longestReview = 1 << 28
}
