import ArgumentParser
import Files
import KnowledgeGraph
import OntologyData
import RDF

/// `isnad load URL [FILE…]`: documents or graphs → a triple store.
struct LoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Loads documents or graphs into a triple store.",
        discussion: """
            The address is that of SPARQL's Graph Store Protocol: http://HOST:7878/store (Oxigraph), \
            http://HOST:3030/DATASET/data (Fuseki), http://HOST:8890/sparql-graph-crud-auth (Virtuoso), \
            http://HOST:7200/repositories/NAME/rdf-graphs/service (GraphDB). Examples/stores has a page for each.

            EXAMPLES
              isnad load http://localhost:7878/store خبر.txt
              isnad load http://localhost:7878/store أخبار.ttl --graph https://example.org/أخبار --replace
              ISNAD_STORE_USER=dba ISNAD_STORE_PASSWORD=… \\
                  isnad load http://localhost:8890/sparql-graph-crud-auth أخبار/ -r --graph https://example.org/g

            A name and password come from ISNAD_STORE_USER and ISNAD_STORE_PASSWORD or from ~/.netrc. curl has to be \
            installed.

            Exit codes: 0 done; 1 some inputs failed; 65 bad data; 66 no input; 73 no curl; 74 the store does not \
            answer or refuses.
            """)

    @Argument(help: ArgumentHelp("The address of the store.", valueName: "url"))
    var address: StoreAddress

    @OptionGroup var input: InputOptions

    @Option(
        help: ArgumentHelp(
            "Loads everything into the graph of this name. Default: that which each statement names, else the store's default graph.",
            valueName: "iri"))
    var graph: String?

    @Flag(help: "Empties each graph first that something is loaded into; without it, statements are added.")
    var replace = false

    @Flag(help: "Loads the ontology and its topics, too: questions that go up a hierarchy need them.")
    var vocabulary = false

    @Option(help: ArgumentHelp("How many statements go in one request.", valueName: "n"))
    var chunk = 50_000

    @OptionGroup var content: GraphOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard chunk > 0 else { throw ValidationError("--chunk must be more than 0") }
        if let graph {
            guard graph.utf8.contains(UInt8(ascii: ":")), graph.utf8.allSatisfy({ $0 > 0x20 }) else {
                throw ValidationError("--graph is no absolute IRI: \(graph.escapedForTerminal)")
            }
        }
    }

    func run() throws {
        let reporter = report.reporter
        var source = StatementSource(input: input, knowledge: knowledge, reporter: reporter)
        if source.isWaitingForPerson { throw CleanExit.helpRequest(Self.self) }
        let client = StoreClient(options: store)
        var (statements, requests) = (0, 0)
        var emptied: Set<String?> = []
        func send(_ dataset: Dataset) throws {
            try StoreChunks(size: chunk, version: content.version).forEach(dataset, into: graph) { part in
                let clears = replace && emptied.insert(part.graph).inserted
                _ = try client.send(
                    [
                        "--request", clears ? "PUT" : "POST", "--header", "Content-Type: application/n-triples",
                        "--data-binary", "@-",
                    ], to: part.graph.map { address.adding("graph", $0) } ?? address.adding("default"),
                    body: part.bytes, mayRepeat: part.mayRepeat || clears)
                statements += part.count
                requests += 1
            }
        }
        try source.forEach(content.triples, keepingConfidence: content.confidenceThreshold, send)
        if vocabulary {
            for name in ["isnad.ttl", "topics.ttl"] {
                var dataset = Dataset()
                var prefixes = PrefixTable()
                try StatementReader(.turtle, file: name).read(
                    MemorySource(OntologyData.text(of: name) ?? ""), into: &dataset, prefixes: &prefixes)
                try send(dataset)
            }
        }
        reporter.line("\(statements) statements loaded in \(requests) requests")
        if source.exitCode != 0 { throw ExitCode(source.exitCode) }
    }
}
