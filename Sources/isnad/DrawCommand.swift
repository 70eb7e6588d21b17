import ArgumentParser
import Drawing
import Files
import KnowledgeGraph
import RDF
import SystemPackage

/// `isnad draw`: documents or a graph → a diagram.
struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draws the graph of documents, or a graph file, as a picture or a page.",
        discussion: """
            EXAMPLES
              isnad draw خبر.txt -o خبر.svg                          for the web
              isnad draw خبر.txt -o خبر.html -o خبر.pdf              a page with the text beside it, and a PDF
              isnad draw أخبار.ttl -o لجنة.png --focus "اللجنة الوطنية" --hops 2
              isnad draw أخبار/ -r -o عام.svg --collapse --top-k 40

            Pictures are laid out by Graphviz, whose program dot has to be installed. A large graph is drawn in part, \
            and the picture says how much of it.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var look: DrawingLookOptions
    @OptionGroup var part: DrawingPartOptions
    @OptionGroup var report: ReportOptions

    @Option(
        name: [.customShort("o"), .customLong("output")], parsing: .singleValue,
        help: ArgumentHelp(
            "Writes to a file: .svg, .png, .pdf, .html or .dot; repeat it to write several.", valueName: "out"
        ),
        completion: .file())
    var outputs: [String] = []

    @Option(help: "Format of standard output, where nothing else is written to: svg, png, pdf, html or dot.")
    var format: DiagramRenderer.Format?

    @Option(help: ArgumentHelp("Leaves out edges below this confidence, 0 to 1.", valueName: "0…1"))
    var minConfidence = 0.0

    func validate() throws {
        guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence is 0 to 1") }
        _ = try targets()
    }

    func run() throws {
        let reporter = report.reporter
        var source = DrawingSource(input: input, knowledge: knowledge, reporter: reporter)
        if source.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        try source.read(threshold: UInt8((minConfidence * 100).rounded(.up)))
        guard source.hasRead else { throw ExitCode(source.exitCode) }
        if source.graph.nodes.isEmpty {
            reporter.warning(FileError(.badData, "there is nothing to draw: the graph is empty"))
        }
        var diagram = Diagram(source.graph)
        do {
            diagram = try diagram.selecting(part.selection)
        } catch {
            throw ValidationError("--focus: " + error.description.escapedForTerminal)
        }
        if diagram.entities.count < diagram.totalEntities {
            reporter.line("\(diagram.entities.count) of \(diagram.totalEntities) things are drawn")
        }
        try write(diagram, inputs: source.identities, reporter)
        if source.exitCode != 0 { throw ExitCode(source.exitCode) }
    }

    private func targets() throws -> [(path: String, format: DiagramRenderer.Format)] {
        if outputs.isEmpty { return [("-", format ?? .svg)] }
        return try outputs.map { path in
            if outputs.count == 1, let format { return (path, format) }
            guard let found = DiagramRenderer.Format(path: path) ?? format else {
                throw ValidationError(
                    "cannot tell the format of '\(path.escapedForTerminal)' by its suffix; add --format svg|png|pdf|html|dot"
                )
            }
            return (path, found)
        }
    }

    /// All outputs are made before any appears.
    private func write(_ diagram: Diagram, inputs: Set<FileIdentity>, _ reporter: Reporter) throws {
        let targets = try targets()
        let pictures: [Graphviz.Output]
        do {
            pictures = try DiagramRenderer(options: look.drawing).render(diagram, as: targets.map(\.format))
        } catch {
            let first = targets.first { $0.format != .dot }?.path ?? "-"
            throw FileError(.cannotCreate, "cannot draw \(first.escapedForTerminal): " + error.description)
        }
        var files: [OutputFile] = []
        for ((path, _), made) in zip(targets, pictures) {
            if !made.warnings.isEmpty {
                reporter.warning(
                    FileError(.badData, file: path.escapedForTerminal, "dot says: " + made.warnings))
            }
            let file =
                path == "-"
                ? try OutputFile.standardOutput()
                : try OutputFile(path: FilePath(argument: path), inputs: inputs)
            try file.write(made.bytes)
            files.append(file)
        }
        try OutputFile.commit(files)
    }
}

extension DiagramRenderer.Format: ExpressibleByArgument {}
