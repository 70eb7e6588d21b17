import Drawing
import Files
import KnowledgeGraph
import RDF
import Reading
import SystemPackage

/// Writes a graph to all outputs of a run; none appears before all are whole.
struct GraphOutputs {
    let targets: [(path: String, format: OutputFormat)]
    let triples: TripleOptions
    let reporter: Reporter

    /// - Parameter inputs: files that must not be overwritten.
    /// - Throws: 73 or 74.
    func write(_ graph: Graph, inputs: Set<FileIdentity>) throws {
        var dataset: Dataset?
        var files: [OutputFile] = []
        for (path, format) in targets {
            let file =
                path == "-"
                ? try OutputFile.standardOutput()
                : try OutputFile(path: FilePath(argument: path), inputs: inputs)
            switch format {
            case .rdf(let syntax):
                let made = try dataset ?? GraphTriples(triples).dataset(of: graph)
                if targets.count > 1 { dataset = made }
                try write(made, syntax, to: file)
            case .dot: try file.write(DOTWriter().write(graph))
            }
            files.append(file)
        }
        try OutputFile.commit(files)
    }

    /// Writes the graph of one document to `folder/NAME.SUFFIX`, NAME being the document's without its suffix.
    func write(_ graph: Graph, to folder: FilePath, as document: Document) throws {
        let stem = FilePath(document.name).lastComponent?.stem ?? "document"
        let each = targets.map { (folder.appending(stem + "." + $0.format.suffix).string, $0.format) }
        try GraphOutputs(targets: each, triples: triples, reporter: reporter).write(graph, inputs: [])
    }

    private func write(_ dataset: Dataset, _ syntax: Syntax, to file: OutputFile) throws {
        var options = triples.writerOptions
        options.dropsGraphNames = true
        options.replacesNonXMLCharacters = true
        let replaced = try syntax.write(dataset, to: file, options: options)
        if replaced > 0 {
            reporter.warning(
                FileError(
                    .badData, file: file.name, "\(replaced) characters that XML cannot hold became U+FFFD"))
        }
    }
}
