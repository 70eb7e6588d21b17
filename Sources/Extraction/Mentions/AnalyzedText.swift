import ArabicText

/// A text with its sentences and the analysis of its words.
struct AnalyzedText {
    struct Item {
        var kind: Token.Kind
        /// Number of the form, -1 for what is no word.
        var form: Int32
        var mark: UInt32
        var scalars: Range<Int32>
        var bytes: Range<Int32>
    }

    let tokenized: TokenizedText
    let items: [Item]
    /// Half-open ranges of token indices.
    let sentences: [Range<Int>]
    /// The form that belongs to no class, and behind it those of the analyzer.
    private let forms: [WordForm]
    private let symbols: SymbolTable

    /// - Parameter start: the code point of the document at which the text begins.
    init(_ tokenized: TokenizedText, at start: Int32 = 0, analyzer: inout FormAnalyzer) {
        self.tokenized = tokenized
        var items: [Item] = []
        items.reserveCapacity(tokenized.tokens.count)
        tokenized.folded.withUnsafeBufferPointer { folded in
            for token in tokenized.tokens {
                var form: Int32 = -1
                if token.kind == .word {
                    let range = Int(token.folded.lowerBound)..<Int(token.folded.upperBound)
                    form = analyzer.form(of: UnsafeBufferPointer(rebasing: folded[range]))
                }
                items.append(
                    Item(
                        kind: token.kind, form: form, mark: token.mark,
                        scalars: token.scalars.lowerBound + start..<token.scalars.upperBound + start,
                        bytes: token.bytes))
            }
        }
        self.items = items
        sentences = SentenceSplitter().sentences(in: tokenized)
        forms = analyzer.forms
        symbols = analyzer.symbols
    }

    @inline(__always)
    func isWord(_ index: Int) -> Bool { items[index].form >= 0 }

    /// The analysis of a word; of anything else, the form that belongs to no class.
    @inline(__always)
    func form(_ index: Int) -> WordForm {
        forms[Int(items[index].form) + 1]
    }

    /// Whether a name of the lexicon may begin with the word.
    @inline(__always)
    func starts(_ index: Int, _ names: WordForm.Starts) -> Bool {
        !forms[Int(items[index].form) + 1].starts.isDisjoint(with: names)
    }

    /// The folded bytes of a symbol of this text.
    func symbolBytes(_ symbol: Int32) -> ArraySlice<UInt8> { symbols.bytes(of: symbol) }

    /// The folded digits of a number token.
    func digits(_ index: Int) -> String {
        let folded = tokenized.tokens[index].folded
        return String(decoding: tokenized.folded[Int(folded.lowerBound)..<Int(folded.upperBound)], as: UTF8.self)
    }

    /// The folded text of a token.
    func folded(_ index: Int) -> ArraySlice<UInt8> {
        let folded = tokenized.tokens[index].folded
        return tokenized.folded[Int(folded.lowerBound)..<Int(folded.upperBound)]
    }

    /// The code point at which a word begins once its conjunction and preposition are left out.
    func bareStart(_ index: Int) -> (scalar: Int32, byte: Int32) {
        let item = items[index]
        guard item.form >= 0 else { return (item.scalars.lowerBound, item.bytes.lowerBound) }
        var letters = Int(form(index).prefixLetters)
        var (scalar, byte) = (item.scalars.lowerBound, Int(item.bytes.lowerBound))
        let bytes = tokenized.source.bytes
        while letters > 0 || isMark(bytes, byte, item) {
            guard byte < Int(item.bytes.upperBound) else { break }
            if !isMark(bytes, byte, item) { letters -= 1 }
            byte += Self.length(bytes[byte])
            scalar += 1
        }
        return (scalar, Int32(byte))
    }

    private func isMark(_ bytes: [UInt8], _ byte: Int, _ item: Item) -> Bool {
        guard byte < Int(item.bytes.upperBound) else { return false }
        let value = Self.decode(bytes, byte)
        return Folding.scalarClass(value) == .mark
    }

    private static func length(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    private static func decode(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        let first = bytes[at]
        if first < 0x80 { return UInt32(first) }
        if first < 0xE0, at + 1 < bytes.count {
            return UInt32(first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
        }
        if first < 0xF0, at + 2 < bytes.count {
            return UInt32(first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
        }
        return 0xFFFD
    }

    /// The code points that tokens cover, the first word from its bare start.
    func span(_ tokens: Range<Int>) -> Range<Int32> {
        let start = bareStart(tokens.lowerBound).scalar
        let end = items[tokens.upperBound - 1].scalars.upperBound
        return start..<max(start, end)
    }

    /// The text that tokens cover, as it stands.
    func surface(_ tokens: Range<Int>, bare: Bool = true) -> String {
        let start = bare ? bareStart(tokens.lowerBound).byte : items[tokens.lowerBound].bytes.lowerBound
        let end = items[tokens.upperBound - 1].bytes.upperBound
        return start < end ? tokenized.source.text(Int(start)..<Int(end)) : ""
    }

    /// Lends the UTF-8 of the text that tokens cover, from the bare start of the first.
    func withSurface<Result>(_ tokens: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = Int(bareStart(tokens.lowerBound).byte)
        let end = max(start, Int(items[tokens.upperBound - 1].bytes.upperBound))
        return tokenized.source.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
}
