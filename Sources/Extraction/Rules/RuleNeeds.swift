import KnowledgeGraph

/// What a pattern cannot do without, whatever stands between: most rules that a word triggers are told from a look at what
/// the rest of the sentence holds, without a match.
struct RuleNeeds: Sendable {
    private var words: [WordSets] = []
    private var classes: [ClassSet] = []
    private var needsDate = false
    private var needsSaying = false
    /// Whether the first element takes the item at which the pattern begins, so that all others lie behind it.
    private let takesFirst: Bool

    init(_ elements: [Rule.Element]) {
        takesFirst = elements.first.map { !$0.isOptional && !$0.isGap } ?? false
        for element in elements.dropFirst(takesFirst ? 1 : 0) where !element.isOptional {
            switch element.match {
            case .word(let set): words.append(set)
            case .mention(let set): classes.append(set)
            case .date: needsDate = true
            case .saying: needsSaying = true
            case .gap, .comma: break
            }
        }
    }

    /// - Parameter rest: for each item of the sentence what it and those behind it hold, and one that is empty.
    func areMet(from start: Int, _ rest: [Content]) -> Bool {
        let content = rest[takesFirst ? start + 1 : start]
        if needsDate && !content.hasDate || needsSaying && !content.hasSaying { return false }
        for set in words where !content.words.intersects(set) { return false }
        for set in classes where !content.classes.intersects(set) { return false }
        return true
    }

    /// What some items of a sentence are.
    struct Content {
        var words = WordSets()
        var classes = ClassSet()
        var hasDate = false
        var hasSaying = false

        /// For each item of a sentence what it and those behind it hold, and one that is empty.
        static func ofRest(_ sentence: SentenceItems, _ text: AnalyzedText) -> [Content] {
            var contents = [Content](repeating: Content(), count: sentence.items.count + 1)
            for index in sentence.items.indices.reversed() {
                contents[index] = contents[index + 1]
                let item = sentence.items[index]
                let token = item.tokens.lowerBound
                if item.isDate { contents[index].hasDate = true }
                if item.mention < 0, text.isWord(token) {
                    contents[index].words.formUnion(text.form(token).sets)
                    if text.form(token).reporting >= 0 { contents[index].hasSaying = true }
                } else if item.entity >= 0, let type = item.type {
                    contents[index].classes.insert(type)
                }
            }
            return contents
        }
    }
}

extension Rule.Element {
    fileprivate var isGap: Bool {
        if case .gap = match { true } else { false }
    }
}
