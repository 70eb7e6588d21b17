import Files
import RDF
import SystemPackage

/// A file that holds a graph; the one place where such files are read whole.
struct GraphFile {
    let path: String
    let syntax: Syntax

    /// nil if the suffix is none of RDF's; `.xml` is taken for a document.
    init?(_ path: String) {
        guard let syntax = Syntax(path: path), !path.lowercased().hasSuffix(".xml") else { return nil }
        (self.path, self.syntax) = (path, syntax)
    }

    /// The statements of the file.
    /// - Throws: 65 for what is no RDF or in a syntax that is not read, 66, 74.
    func dataset() throws -> (dataset: Dataset, prefixes: PrefixTable) {
        var dataset = Dataset()
        var prefixes = PrefixTable()
        _ = try read(into: &dataset, prefixes: &prefixes)
        return (dataset, prefixes)
    }

    /// Adds the statements of the file; RDF/XML is read through rapper.
    /// - Returns: what tells the file from others.
    /// - Throws: as `dataset()`.
    func read(into dataset: inout Dataset, prefixes: inout PrefixTable) throws -> FileIdentity? {
        let file = try InputFile(path: FilePath(argument: path))
        let isXML = syntax == .rdfxml
        do {
            let bytes: any ByteSource =
                isXML
                ? try RapperSource(path: FilePath(argument: path), name: file.name, base: nil) : InputFileSource(file)
            try StatementReader(isXML ? .ntriples : syntax, file: isXML ? nil : file.name)
                .read(bytes, into: &dataset, prefixes: &prefixes)
        } catch let error as RDFError where error.code == .notRepresentable {
            throw FileError(
                .badData, file: file.name, error.message.escapedForTerminal,
                hint: "give the graph as Turtle, TriG, N-Triples, N-Quads or RDF/XML")
        } catch let error as RDFError {
            throw FileError(error, file: file.name)
        }
        return file.identity
    }
}
