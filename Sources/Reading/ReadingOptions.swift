/// How documents are read.
public struct ReadingOptions: Sendable {
    /// nil: detected.
    public var encoding: TextEncoding?
    /// Replaces what cannot be decoded by U+FFFD, with a warning that counts, instead of refusing the document.
    public var isLossy = false
    /// The most bytes that one document, or one record of a file of many, may have.
    public var maximumBytes = 256 << 20
    /// nil: by content and name.
    public var format: DocumentFormat?

    /// What the fields of NDJSON and CSV are called.
    public var fields = RecordFields.common

    public init() {}
}
