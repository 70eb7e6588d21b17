import ArabicText
import Files
import SystemPackage

/// Reads documents from files of every kind, chosen by content and name.
public struct DocumentReader: Sendable {
    public let options: ReadingOptions

    public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

    /// The documents in a file.
    /// - Throws: 65 or 66 if nothing of the file can be read.
    public func documents(at path: FilePath) throws(FileError) -> DocumentStream {
        try documents(in: InputFile(path: path))
    }

    /// The documents in an open file or in standard input.
    /// - Throws: 65 or 74 if nothing of the file can be read.
    public func documents(in input: InputFile) throws(FileError) -> DocumentStream {
        let bytes = try input.readAll(limit: options.maximumBytes)
        let decoded = try TextDecoder(options: options, file: input.name).decode(bytes)
        var document = Document(
            name: input.name, source: SourceText(utf8: decoded.text), format: .text, encoding: decoded.encoding)
        document.warnings = decoded.warnings
        return DocumentStream(single: document)
    }
}
