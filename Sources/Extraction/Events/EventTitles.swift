import KnowledgeGraph

/// Titles of events: «ورشة عمل … بعنوان "…"», also where words stand between.
struct EventTitles {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let entitled, bearer: WordSets
    /// Tokens between an event and «بعنوان».
    private let reach = 40

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        entitled = lexicon.wordSet("entitled.title")
        bearer = lexicon.wordSet("title.bearer")
    }

    /// Gives events their titles; returns the title's tokens by entity.
    func add(to resolver: inout Resolver) -> [Int: Range<Int>] {
        let view = TextView(text, resolver.mentions)
        var titles: [Int: Range<Int>] = [:]
        for token in text.items.indices where text.has(token, entitled) {
            guard let title = quotation(behind: token, view.sentence(token).upperBound),
                let index = view.event(before: token, resolver.mentions)
            else { continue }
            let event = resolver.mentions[index]
            guard token - event.tokens.upperBound <= reach, isFree(event.tokens.upperBound..<token),
                titles[event.entity] == nil, event.quoted.map({ $0 == title }) ?? true,
                !text.has(event.tokens.lowerBound, bearer)
            else { continue }
            titles[event.entity] = title
            resolver.entities[event.entity].ownLabel = LabelCleaner(text: text).label(title)
            resolver.addLayerMention(
                title, event.type, to: event.entity, rule: "event-title", form: .title, isNested: false)
        }
        return titles
    }

    /// The words in the quotation marks behind a token, a colon between them.
    private func quotation(behind token: Int, _ limit: Int) -> Range<Int>? {
        var open = token + 1
        if open < limit, text.items[open].mark == 0x3A, !text.isWord(open) { open += 1 }
        guard open < limit, text.isQuote(open) else { return nil }
        var close = open + 1
        while close < limit, close - open <= 30, !text.isQuote(close) { close += 1 }
        guard close < limit, text.isQuote(close), close - open >= 3, text.isWord(open + 1) else { return nil }
        return open + 1..<close
    }

    /// Whether nothing in a range bears titles of its own: «ألقى محاضرة», «عرض فيلم».
    private func isFree(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy { !text.has($0, bearer) && !text.isQuote($0) }
    }
}
