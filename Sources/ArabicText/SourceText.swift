/// A decoded document: its UTF-8 bytes, against which every offset is measured.
public struct SourceText: Sendable {
    /// Valid UTF-8.
    public let bytes: [UInt8]

    /// - Parameter bytes: valid UTF-8; what is not is read as U+FFFD by the tokenizer.
    public init(utf8 bytes: [UInt8]) { self.bytes = bytes }
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The text of a half-open range of bytes.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
