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
    /// - Throws: 65 or 74 if nothing of the file can be read, 66 if a program is missing that the format needs.
    public func documents(in input: InputFile) throws(FileError) -> DocumentStream {
        let head = Array(try input.peek(1 << 12))
        let format = options.format ?? FormatDetector.format(of: head, path: input.path)
        if format == .ndjson, isReadAsUTF8(head) {
            var reader = NDJSONReader(input, options: options)
            return DocumentStream { reader.next() }
        }
        if format == .csv {
            let sample = Array(try input.peek(1 << 16))
            if streamsAsUTF8(sample) {
                var reader = CSVReader(input, options: options)
                return DocumentStream { reader.next() }
            }
        }
        return try documents(in: try input.readAll(limit: options.maximumBytes), format: format, named: input.name)
    }

    /// The documents in bytes that are in memory already.
    /// - Parameter name: as it is shown in messages.
    /// - Throws: 65, or 66 if a program is missing that the format needs.
    public func documents(
        in bytes: [UInt8], format: DocumentFormat? = nil, named name: String
    ) throws(FileError) -> DocumentStream {
        let format = format ?? options.format ?? FormatDetector.format(of: Array(bytes.prefix(1 << 12)), path: FilePath(name))
        switch format {
        case .text, .markdown: return DocumentStream(single: try plain(bytes, format, name))
        case .html: return DocumentStream(single: try HTMLReader(file: name, options: options).document(bytes))
        case .pdf: return DocumentStream(single: try PDFReader(file: name, options: options).document(bytes))
        case .docx: return DocumentStream(single: try DOCXReader(file: name, options: options).document(bytes))
        case .rss, .atom:
            var reader = try FeedReader(bytes, file: name, options: options)
            return DocumentStream { reader.next() }
        case .json:
            return try JSONReader.documents(try decoded(bytes, name), file: name, options: options)
        case .ndjson:
            let text = isReadAsUTF8(bytes) ? bytes : try decoded(bytes, name)
            var reader = NDJSONReader(text: text, file: name, options: options)
            return DocumentStream { reader.next() }
        case .csv:
            var reader = CSVReader(text: try decoded(bytes, name), file: name, options: options)
            return DocumentStream { reader.next() }
        }
    }

    private func decoded(_ bytes: [UInt8], _ name: String) throws(FileError) -> [UInt8] {
        try TextDecoder(options: options, file: name).decode(bytes).text
    }

    /// JSON is UTF-8 (RFC 8259), unless the user or a byte order mark say otherwise.
    private func isReadAsUTF8(_ head: [UInt8]) -> Bool {
        (EncodingDetector.byteOrderMark(of: head) ?? options.encoding ?? .utf8) == .utf8
    }

    /// Whether a table can be read piece by piece: its first bytes are UTF-8, but for a character that the piece cuts.
    private func streamsAsUTF8(_ sample: [UInt8]) -> Bool {
        if let chosen = options.encoding { return chosen == .utf8 && !options.isLossy }
        if EncodingDetector.byteOrderMark(of: sample) ?? .utf8 != .utf8 || sample.contains(0) { return false }
        guard let wrong = TextDecoder.firstError(in: sample) else { return true }
        return wrong.byteOffsets.lowerBound + 4 > sample.count && sample.count == 1 << 16
    }

    private func plain(_ bytes: [UInt8], _ format: DocumentFormat, _ name: String) throws(FileError) -> Document {
        let decoded = try TextDecoder(options: options, file: name).decode(bytes)
        var document = Document(
            name: name, source: SourceText(utf8: decoded.text), format: format, encoding: decoded.encoding)
        document.warnings = decoded.warnings
        if let warning = VisualOrder.warning(for: decoded.text, file: name) { document.warnings.append(warning) }
        if format == .markdown { MarkdownReader.read(&document) }
        return document
    }
}
