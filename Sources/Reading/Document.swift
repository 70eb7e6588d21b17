import ArabicText
import Files

/// A text to extract from, and what its file says about it.
public struct Document: Sendable {
    /// As it is shown in messages: the path, `-` for standard input, with `#3` behind it for the third record of a file
    /// of many.
    public var name: String
    /// The text, decoded; every offset of the extraction counts in it. A byte order mark is part of it.
    public var source: SourceText
    public var format: DocumentFormat
    /// The encoding that the bytes were decoded from.
    public var encoding: TextEncoding
    public var title: String?
    /// Day of publication, ISO 8601 `YYYY-MM-DD`.
    public var date: String?
    /// Canonical address, `http` or `https` only.
    public var url: String?
    public var publisher: String?
    /// Who signed it.
    public var author: String?
    /// BCP 47, as `ar` or `ar-KW`.
    public var language: String?
    /// The identifier that the record has in its file.
    public var identifier: String?
    /// What was repaired or left out while reading; the severity is a warning.
    public var warnings: [FileError] = []

    public init(name: String, source: SourceText, format: DocumentFormat, encoding: TextEncoding = .utf8) {
        (self.name, self.source, self.format, self.encoding) = (name, source, format, encoding)
    }
}

/// What kind of file a document was read from.
public enum DocumentFormat: String, Sendable, CaseIterable {
    case text, markdown, html, rss, atom, ndjson, json, csv, pdf, docx
}
