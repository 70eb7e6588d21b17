import KnowledgeGraph

/// The resolved mentions of a text, in order, for the layers that are read off them.
struct TextView {
    let text: AnalyzedText
    /// Indices of the mentions that refer to something, by start, the longer first.
    let ordered: [Int]
    /// By token: the number of its sentence, -1.
    let sentenceOf: [Int32]
    /// By token: the place in `ordered` of the first mention that begins at or after it.
    private let from: [Int32]

    init(_ text: AnalyzedText, _ mentions: [Mention]) {
        self.text = text
        ordered = mentions.indices.filter { mentions[$0].entity >= 0 && !mentions[$0].isDropped && mentions[$0].form != .title }
            .sorted {
                let (a, b) = (mentions[$0].tokens, mentions[$1].tokens)
                return (a.lowerBound, b.upperBound, $0) < (b.lowerBound, a.upperBound, $1)
            }
        var sentenceOf = [Int32](repeating: -1, count: text.items.count)
        for (number, tokens) in text.sentences.enumerated() {
            for token in tokens { sentenceOf[token] = Int32(truncatingIfNeeded: number) }
        }
        self.sentenceOf = sentenceOf
        var from = [Int32](repeating: Int32(truncatingIfNeeded: ordered.count), count: text.items.count + 1)
        for (place, index) in ordered.enumerated().reversed() {
            from[mentions[index].tokens.lowerBound] = Int32(truncatingIfNeeded: place)
        }
        for token in from.indices.dropLast().reversed() { from[token] = min(from[token], from[token + 1]) }
        self.from = from
    }

    /// The mentions that lie within a range of tokens, in order.
    func mentions(in tokens: Range<Int>, _ mentions: [Mention]) -> [Int] {
        guard tokens.lowerBound < from.count else { return [] }
        var found: [Int] = []
        for place in Int(from[tokens.lowerBound])..<ordered.count {
            let range = mentions[ordered[place]].tokens
            if range.lowerBound >= tokens.upperBound { break }
            if range.upperBound <= tokens.upperBound { found.append(ordered[place]) }
        }
        return found
    }

    /// Those of them that lie within no other.
    func outermost(in tokens: Range<Int>, _ mentions: [Mention]) -> [Int] {
        var found: [Int] = []
        var end = tokens.lowerBound
        for index in self.mentions(in: tokens, mentions) where mentions[index].tokens.lowerBound >= end {
            found.append(index)
            end = mentions[index].tokens.upperBound
        }
        return found
    }

    /// The longest mention that begins at a token and fits.
    func mention(at token: Int, _ mentions: [Mention], where fits: (Mention) -> Bool) -> Int? {
        guard token < text.items.count else { return nil }
        for place in Int(from[token])..<ordered.count {
            let mention = mentions[ordered[place]]
            if mention.tokens.lowerBound > token { return nil }
            if fits(mention) { return ordered[place] }
        }
        return nil
    }

    /// The sentence around a token, as tokens.
    func sentence(_ token: Int) -> Range<Int> {
        let number = Int(sentenceOf[token])
        return number >= 0 ? text.sentences[number] : token..<token + 1
    }

    /// The nearest event before a token in its sentence that stands in no longer event.
    func event(before token: Int, _ mentions: [Mention]) -> Int? {
        let start = sentence(token).lowerBound
        return outermost(in: start..<token, mentions).last { mentions[$0].type.kind == .Event && !mentions[$0].isDate }
    }

    /// The first event behind a token in its sentence.
    func event(behind token: Int, before end: Int, _ mentions: [Mention]) -> Int? {
        guard token < end else { return nil }
        return outermost(in: token..<end, mentions).first { mentions[$0].type.kind == .Event && !mentions[$0].isDate }
    }
}

extension Mention {
    var isDate: Bool { rule.hasPrefix("date") }
}

extension AnalyzedText {
    @inline(__always)
    func has(_ token: Int, _ set: WordSets) -> Bool {
        token >= 0 && token < items.count && isWord(token) && form(token).sets.intersects(set)
    }

    func isComma(_ token: Int) -> Bool {
        token >= 0 && token < items.count && items[token].kind == .punctuation
            && (items[token].mark == 0x60C || items[token].mark == 0x2C || items[token].mark == 0x61B)
    }

    func isQuote(_ token: Int) -> Bool {
        guard token >= 0, token < items.count, items[token].kind == .punctuation else { return false }
        switch items[token].mark {
        case 0xAB, 0xBB, 0x22, 0x201C, 0x201D, 0x201E: return true
        default: return false
        }
    }

    /// An adjective with the article and without a prefix.
    func isDefiniteAdjective(_ token: Int) -> Bool {
        guard token < items.count, isWord(token) else { return false }
        let form = form(token)
        return form.hasArticle && !form.hasPrefix && form.isClass(.adjectival)
    }

    func isVerbalNoun(_ token: Int) -> Bool {
        token < items.count && isWord(token) && form(token).isMainly(.verbalNoun)
    }

    func isFiniteVerb(_ token: Int) -> Bool {
        token < items.count && isWord(token) && form(token).isMainly(.verb) && !form(token).hasArticle && form(token).preposition == .none
    }
}
