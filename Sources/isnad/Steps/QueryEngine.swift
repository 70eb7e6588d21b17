import Files
import RDF
import SystemPackage

/// Answers SPARQL.
protocol QueryEngine {
    /// - Throws: 65 for a query that is none, 73 or 74.
    func answer(_ query: String, as format: AnswerFormat) throws -> [UInt8]
}

/// A store that speaks the SPARQL Protocol.
struct EndpointEngine: QueryEngine {
    let address: StoreAddress
    let client: StoreClient

    func answer(_ query: String, as format: AnswerFormat) throws -> [UInt8] {
        try client.send(
            ["--data-urlencode", "query@-", "--header", "Accept: " + format.mediaType], to: address.text,
            body: Array(query.utf8))
    }
}

/// Oxigraph's own command over a store that lives as long as the question.
final class OxigraphEngine: QueryEngine {
    private let folder: FilePath
    private let oxigraph = ExternalProgram(
        "oxigraph",
        installation: "pipx install oxigraph, or cargo install oxigraph-cli; or ask a running store with --store URL")

    init() throws { folder = try FolderMaker.temporary() }

    deinit { FolderMaker(folder).remove() }

    func load(_ dataset: Dataset) throws {
        let sink = MemorySink()
        try Syntax.nquads.write(dataset, to: sink)
        try run(["load", "--format", "nq"], input: sink.bytes)
    }

    func answer(_ query: String, as format: AnswerFormat) throws -> [UInt8] {
        // A question is asked of all graphs, whatever their names.
        try run(["query", "--union-default-graph", "--results-format", format.oxigraphName], input: Array(query.utf8))
    }

    @discardableResult
    private func run(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        var words = arguments
        words.insert(contentsOf: ["--location", folder.string], at: 1)
        let result = try oxigraph.run(words, input: input)
        guard result.status == 0 else {
            let said = String(decoding: result.errors, as: UTF8.self).split(separator: "\n")
            let first = said.first { $0.hasPrefix("Error: ") }.map { String($0.dropFirst("Error: ".count)) }
            throw FileError(
                .badData, "oxigraph: " + (first ?? said.first.map { String($0) } ?? "failed (\(result.status))"),
                hint: first?.contains("file format") == true ? "CONSTRUCT and DESCRIBE give --format turtle or ntriples" : nil)
        }
        return result.output
    }
}
