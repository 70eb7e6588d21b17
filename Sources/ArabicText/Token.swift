/// A piece of a text: a word, a number, a mark of punctuation or the end of a line.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable { case word, number, punctuation, lineEnd }

    public var kind: Kind
    /// Half-open range of bytes in the source.
    public var bytes: Range<Int32>
    /// Half-open range of code points in the source.
    public var scalars: Range<Int32>
    /// Half-open range of bytes in `TokenizedText.folded`.
    public var folded: Range<Int32>
    /// For punctuation, the scalar; 0 otherwise.
    public var mark: UInt32
}

/// A text cut into tokens.
public struct TokenizedText: Sendable {
    public var source: SourceText
    /// The folded forms of all words and numbers, one after the other.
    public var folded: [UInt8]
    public var tokens: [Token]
    /// Number of code points of the source.
    public var scalarCount: Int32
}
