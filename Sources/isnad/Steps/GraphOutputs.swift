import Drawing
import Files
import FollowTheMoney
import KnowledgeGraph
import RDF
import Reading
import SystemPackage

/// Writes a graph to all outputs of a run; none appears before all are whole.
struct GraphOutputs {
    let targets: [(path: String, format: OutputFormat)]
    let triples: TripleOptions
    let reporter: Reporter

    /// - Parameters:
    ///   - documents: the graph of each document, where each goes to a named graph of its own.
    ///   - inputs: files that must not be overwritten.
    /// - Throws: 73 or 74.
    func write(_ graph: Graph, documents: [Graph] = [], inputs: Set<FileIdentity>) throws {
        var dataset: Dataset?
        var files: [OutputFile] = []
        for (path, format) in targets {
            if format == .csv {
                let tables = CSVWriter().write(graph)
                for (part, bytes) in [("nodes", tables.nodes), ("edges", tables.edges)] {
                    files.append(try open(table(part, of: path), inputs))
                    try files.last?.write(bytes)
                }
                continue
            }
            let file = try open(path, inputs)
            files.append(file)
            switch format {
            case .rdf(let syntax):
                let made = try dataset ?? GraphTriples(triples).dataset(of: documents.isEmpty ? [graph] : documents)
                if targets.count > 1 { dataset = made }
                try write(made, syntax, to: file)
            case .dot: try file.write(DOTWriter().write(graph))
            case .graphml: try file.write(GraphMLWriter().write(graph))
            case .gexf: try file.write(GEXFWriter().write(graph))
            case .ftm: try file.write(FollowTheMoneyWriter().write(graph))
            case .csv: break
            }
        }
        try OutputFile.commit(files)
    }

    private func open(_ path: String, _ inputs: Set<FileIdentity>) throws(FileError) -> OutputFile {
        path == "-"
            ? try OutputFile.standardOutput() : try OutputFile(path: FilePath(argument: path), inputs: inputs)
    }

    /// `NAME.part.csv` of `NAME.csv`.
    private func table(_ part: String, of path: String) throws(FileError) -> String {
        guard path != "-" else {
            throw FileError(.cannotCreate, "csv is two tables", hint: "name a file, as -o graph.csv")
        }
        let stem = path.lowercased().hasSuffix(".csv") ? String(path.dropLast(4)) : path
        return stem + "." + part + ".csv"
    }

    /// Writes the graph of one document to `folder/NAME.SUFFIX`, NAME being the document's without its suffix.
    func write(_ graph: Graph, to folder: FilePath, as document: Document) throws {
        let stem = FilePath(document.name).lastComponent?.stem ?? "document"
        let each = targets.map { (folder.appending(stem + "." + $0.format.suffix).string, $0.format) }
        try GraphOutputs(targets: each, triples: triples, reporter: reporter).write(graph, inputs: [])
    }

    private func write(_ dataset: Dataset, _ syntax: Syntax, to file: OutputFile) throws {
        var options = triples.streamOptions
        options.replacesNonXMLCharacters = true
        let replaced = try syntax.write(dataset, to: file, options: options)
        if replaced > 0 {
            reporter.warning(
                FileError(
                    .badData, file: file.name, "\(replaced) characters that XML cannot hold became U+FFFD"))
        }
    }
}
