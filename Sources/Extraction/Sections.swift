import ArabicText

/// The sections in which a long text is read, so that time grows with its length and not faster: what a stage does
/// with every pair of mentions it does within a section.
///
/// A section ends at the end of a line, or else of a sentence, or else of a word, whatever comes last before
/// its greatest size. A short form («الوزير») is understood from its section; the same name is the same thing in all.
struct Sections: Sequence, IteratorProtocol {
    /// The greatest size of a section in bytes. Of 16,129 news articles five are longer.
    static let greatest = 2 * SentenceSplitter.longest

    private let bytes: [UInt8]
    private var start = 0

    /// - Parameter bytes: UTF-8.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next section, as a half-open range of bytes.
    mutating func next() -> Range<Int>? {
        guard start < bytes.count else { return nil }
        let end = bytes.count - start <= Self.greatest ? bytes.count : cut(within: start..<start + Self.greatest)
        defer { start = end }
        return start..<end
    }

    private func cut(within range: Range<Int>) -> Int {
        let half = range.lowerBound + range.count / 2
        var (sentence, word): (Int?, Int?) = (nil, nil)
        for index in (half..<range.upperBound).reversed() {
            switch bytes[index] {
            case 0x0A: return index + 1
            case 0x20:
                if word == nil { word = index + 1 }
                if sentence == nil, endsSentence(before: index) { sentence = index + 1 }
            default: break
            }
        }
        if let cut = sentence ?? word { return cut }
        // No word is that long: between two code points.
        var index = range.upperBound
        while index > half, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// Whether `.`, `!`, `?`, `؟` or `…` stands before a space, and the point is none of an abbreviation («د. أحمد»).
    private func endsSentence(before space: Int) -> Bool {
        guard space >= 4 else { return false }
        switch (bytes[space - 1], bytes[space - 2]) {
        case (0x2E, _): return bytes[space - 2] != 0x20 && bytes[space - 3] != 0x20 && bytes[space - 4] != 0x20
        case (0x21, _), (0x3F, _), (0x9F, 0xD8), (0xA6, 0x80): return true
        default: return false
        }
    }
}
