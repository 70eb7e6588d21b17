import ArabicText

/// A folded word of an Arabic label, and what stands before its stem.
///
/// «للشؤون» (li-l-shuʾūn, "for the affairs") has the preposition ل, the article, and the stem «شؤون».
struct EnglishWord: Equatable {
    /// The folded letters.
    let folded: [UInt8]
    /// The folded letters, ى as ي.
    let letters: [UInt8]
    /// Without the article, prepositions and conjunction kept, ى as ي: «للشؤون» as «لشؤون».
    let key: [UInt8]
    let hasArticle: Bool

    init(_ folded: [UInt8]) {
        self.folded = folded
        letters = Self.withYa(folded)
        for (prefix, kept) in Self.articles
        where letters.starts(with: prefix) && letters.count >= prefix.count + 4 {
            key = kept + letters[prefix.count...]
            hasArticle = true
            return
        }
        (key, hasArticle) = (letters, false)
    }

    /// The folded letters without a plain article.
    var bare: [UInt8] {
        hasArticle && folded.starts(with: Self.articles[0].0) ? Array(folded[Self.articles[0].0.count...]) : folded
    }

    /// ى (D9 89) becomes ي (D9 8A).
    private static func withYa(_ folded: [UInt8]) -> [UInt8] {
        guard folded.contains(0x89) else { return folded }
        var letters = folded
        for index in letters.indices.dropFirst() where letters[index] == 0x89 && letters[index - 1] == 0xD9 {
            letters[index] = 0x8A
        }
        return letters
    }

    /// The words of a label; quotes, brackets and commas fall away.
    static func words(of label: String) -> [EnglishWord] {
        var label = label
        return label.withUTF8 { words(of: $0) }
    }

    static func words(of label: UnsafeBufferPointer<UInt8>) -> [EnglishWord] {
        var words: [EnglishWord] = []
        var letters: [UInt8] = []
        func end() {
            if !letters.isEmpty { words.append(EnglishWord(letters)) }
            letters.removeAll(keepingCapacity: true)
        }
        var decoder = UTF8()
        var bytes = label.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            switch Folding.scalarClass(scalar.value) {
            case .letter, .digit: Folding.append(scalar.value, to: &letters)
            case .mark: continue
            default: end()
            }
        }
        end()
        return words
    }

    /// The word without a preposition or conjunction of one letter; nil if it has none. The article comes back:
    /// «للشؤون» without ل is «الشؤون».
    func without(_ prefix: StaticString) -> EnglishWord? {
        let bytes = Array(UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
        guard folded.starts(with: bytes), folded.count >= bytes.count + 4 else { return nil }
        let rest = Array(folded[bytes.count...])
        if bytes == Array("ل".utf8), rest.starts(with: bytes) {
            return EnglishWord(Array("ال".utf8) + rest[bytes.count...])
        }
        return EnglishWord(rest)
    }

    /// Whether it ends in the feminine ة.
    var isFeminine: Bool { letters.suffix(2).elementsEqual("ة".utf8) }

    private static let articles: [([UInt8], [UInt8])] = ["", "و"].flatMap { before in
        [("ال", ""), ("لل", "ل"), ("بال", "ب"), ("كال", "ك")].map {
            (Array((before + $0.0).utf8), Array((before + $0.1).utf8))
        }
    }
}
