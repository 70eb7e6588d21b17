import ArgumentParser
import Files
import KnowledgeGraph
import RDF
import SystemPackage

/// `isnad convert IN -o OUT`
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Turn a graph from one RDF syntax into another.",
        discussion: """
            isnad convert graph.ttl -o graph.rdf
            isnad convert --from nt --format turtle < graph.nt

            Reads Turtle, TriG, N-Triples and N-Quads, and RDF/XML where the program rapper is installed; \
            writes these and JSON-LD. From one line-based format to another it takes no more memory for a \
            long file than for a short one.
            """)

    enum Order: String, ExpressibleByArgument, CaseIterable { case sorted, given }

    @Argument(help: "The graph; - or nothing is standard input.")
    var input: String?

    @Option(name: .shortAndLong, help: "Where to write; without it standard output.")
    var output: String?

    @Option(help: ArgumentHelp("The format of the input, where its name does not tell.", valueName: "format"))
    var from: String?

    @Option(
        name: .shortAndLong,
        help: "turtle, trig, ntriples, nquads, rdfxml or jsonld; else by the name of the output.")
    var format: String?

    @Option(help: "The IRI that relative IRIs of the input are resolved against.")
    var base: String?

    @Option(help: "RDF 1.1 or 1.2: whether base directions and triple terms may be written.")
    var rdf = "1.1"

    @Option(help: "Subjects sorted, or as they come in the input.")
    var order = Order.sorted

    @Flag(help: "Leave the names of graphs out where the format has none.")
    var mergeGraphs = false

    @Flag(help: "Write U+FFFD for characters that XML cannot hold.")
    var replaceCharacters = false

    func validate() throws {
        for name in [from, format].compactMap({ $0 }) where Syntax(name: name) == nil {
            throw ValidationError("No such format: \(name.escapedForTerminal).")
        }
        guard RDFVersion(rawValue: rdf) != nil else { throw ValidationError("--rdf is 1.1 or 1.2.") }
        if from == Syntax.jsonld.rawValue { throw ValidationError("JSON-LD is written, not read.") }
        if format == nil, output.flatMap(Syntax.init(path:)) == nil {
            throw ValidationError("The format of the output is not clear: name it with --format.")
        }
        if from == nil, input.flatMap(Syntax.init(path:)) == nil {
            throw ValidationError("The format of the input is not clear: name it with --from.")
        }
    }

    func run() throws {
        let inputPath = input.flatMap { $0 == "-" ? nil : FilePath(argument: $0) }
        let file = try inputPath.map { try InputFile(path: $0) } ?? InputFile.standardInput()
        guard let source = from.flatMap(Syntax.init(name:)) ?? input.flatMap(Syntax.init(path:)),
            let target = format.flatMap(Syntax.init(name:)) ?? output.flatMap(Syntax.init(path:))
        else { return }
        let name = file.name
        let result =
            try output.map {
                try OutputFile(path: FilePath(argument: $0), inputs: Set([file.identity].compactMap { $0 }))
            } ?? OutputFile.standardOutput()
        do {
            try convert(source, file, inputPath, to: target, result)
        } catch let error as RDFError {
            throw FileError(error, file: name)
        }
        try result.commit()
    }

    private func convert(
        _ source: Syntax, _ file: InputFile, _ path: FilePath?, to target: Syntax, _ sink: any ByteSink
    ) throws {
        let isXML = source == .rdfxml
        let bytes: any ByteSource =
            isXML ? try RapperSource(path: path, name: file.name, base: base) : InputFileSource(file)
        let reader = try StatementReader(
            isXML ? .ntriples : source, base: base, file: isXML ? nil : file.name)
        var options = TripleOptions(software: "").writerOptions
        options.version = RDFVersion(rawValue: rdf) ?? .v1_1
        options.subjectOrder = order == .given ? .given : .sorted
        options.dropsGraphNames = mergeGraphs
        options.replacesNonXMLCharacters = replaceCharacters
        if target.isStreaming {
            var writer = NTriplesWriter(sink, writesGraphs: target.hasNamedGraphs, options: options)
            try reader.readBatches(bytes) { batch in
                if isXML { try checkBase(batch) }
                try writer.write(batch)
            }
            return try writer.finish()
        }
        var dataset = Dataset()
        var prefixes = PrefixTable()
        try reader.read(bytes, into: &dataset, prefixes: &prefixes)
        if isXML { try checkBase(dataset) }
        for entry in prefixes.entries { try options.prefixes.add(entry.prefix, entry.namespace) }
        try target.write(dataset, to: sink, options: options)
    }

    /// Relative IRIs that were read without a base.
    private func checkBase(_ dataset: Dataset) throws {
        guard base == nil else { return }
        for index in 0..<dataset.terms.count {
            let id = TermID(index: Int32(truncatingIfNeeded: index))
            guard dataset.terms.kind(of: id) == .iri else { continue }
            let text = dataset.terms.text(of: id)
            guard text.hasPrefix(RapperSource.missingBase) else { continue }
            throw RDFError(
                .syntax, "relative IRI without a base: <\(text.dropFirst(RapperSource.missingBase.count))>")
        }
    }
}
