/// Cuts a run of tokens into sentences: at line ends and after `.` `!` `?` `؟` `…`.
///
/// No end: a point after a single letter («د. أحمد»), and a point between digits, which the tokenizer keeps
/// inside the number. A closing quote or bracket after the point belongs to the sentence before it.
public struct SentenceSplitter: Sendable {
    public init() {}

    /// Bytes of UTF-8: a sentence that is longer may be read in pieces.
    public static let longest = 16 << 10

    /// Half-open ranges of token indices, none empty, line ends left out.
    public func sentences(in text: TokenizedText) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        let tokens = text.tokens
        var start = 0
        func close(at end: Int) {
            if start < end { sentences.append(start..<end) }
        }
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .lineEnd {
                close(at: index)
                index += 1
                start = index
                continue
            }
            if token.kind == .punctuation, endsSentence(token.mark), !isAbbreviation(before: index, in: text) {
                index += 1
                while index < tokens.count, tokens[index].kind == .punctuation, closes(tokens[index].mark) {
                    index += 1
                }
                close(at: index)
                start = index
                continue
            }
            index += 1
        }
        close(at: tokens.count)
        return sentences
    }

    private func endsSentence(_ mark: UInt32) -> Bool {
        mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x61F || mark == 0x2026 || mark == 0x6D4
    }

    private func closes(_ mark: UInt32) -> Bool {
        mark == 0xBB || mark == 0x22 || mark == 0x201D || mark == 0x29 || mark == 0x5D || mark == 0x2E
    }

    private func isAbbreviation(before index: Int, in text: TokenizedText) -> Bool {
        guard text.tokens[index].mark == 0x2E, index > 0, index + 1 < text.tokens.count else { return false }
        let (word, next) = (text.tokens[index - 1], text.tokens[index + 1])
        return word.kind == .word && word.scalars.count == 1 && next.kind != .lineEnd
            && word.bytes.upperBound == text.tokens[index].bytes.lowerBound
    }
}
