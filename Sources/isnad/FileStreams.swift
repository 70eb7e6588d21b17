import Files
import RDF

/// An input file as the readers of RDF see it.
final class InputFileSource: ByteSource {
    private let file: InputFile
    private var chunk: [UInt8] = []

    init(_ file: InputFile) { self.file = file }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        chunk.removeAll(keepingCapacity: true)
        let size = try file.read(buffer.count, into: &chunk)
        buffer.copyBytes(from: chunk)
        return size
    }
}

extension FileError {
    /// What the RDF library reports, with the exit code that belongs to it.
    init(_ error: RDFError, file: String?) {
        let code: Code =
            switch error.code {
            case .closedPipe: .closedPipe
            case .inputOutput: .inputOutput
            default: .badData
            }
        var message = error.message
        if let statement = error.statement { message += ": " + statement }
        self.init(
            code, file: error.file ?? file, line: error.line, column: error.column,
            message.escapedForTerminal,
            hint: Self.hint(error))
    }

    private static func hint(_ error: RDFError) -> String? {
        switch error.code {
        case .noQName: "N-Triples, Turtle and JSON-LD can write it"
        case .notXMLCharacter: "--replace-characters writes U+FFFD instead; the other formats can write it"
        case .syntax where error.message.hasPrefix("relative IRI"): "give the IRI of the file with --base"
        case .notRepresentable where error.message.contains("named graphs"):
            "--merge-graphs leaves their names out"
        default: nil
        }
    }
}
