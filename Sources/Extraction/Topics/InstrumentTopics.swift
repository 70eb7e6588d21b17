import KnowledgeGraph

/// What a law or a constitution is said to stand for: «يكفل الدستور حرية التعبير», «قيم … أكد عليها دستور … متمثلة في
/// التسامح», «نص القانون على المساواة».
struct InstrumentTopics {
    let lexicon: Lexicon
    let text: AnalyzedText
    let finder: TopicFinder
    private let affirm, on, suchAs, inside: WordSets

    init(lexicon: Lexicon, text: AnalyzedText, finder: TopicFinder) {
        (self.lexicon, self.text, self.finder) = (lexicon, text, finder)
        affirm = lexicon.wordSet("affirm.verb")
        on = lexicon.wordSet("affirm.on")
        suchAs = lexicon.wordSet("such-as")
        inside = lexicon.wordSet("prep.in")
    }

    func add(to facts: inout [Fact], _ resolver: inout Resolver) {
        let view = TextView(text, resolver.mentions)
        for token in text.items.indices where text.has(token, affirm) && !text.form(token).hasArticle {
            let limit = view.sentence(token).upperBound
            var at = token + 1
            if text.has(at, on) { at += 1 }
            let index = view.mention(at: at, resolver.mentions) { [.Constitution, .Law, .Convention, .Protocol].contains($0.type) }
            guard let index, !text.form(at).hasPrefix else { continue }
            let instrument = resolver.mentions[index]
            let start = instrument.tokens.upperBound
            for match in topics(behind: start, limit) {
                let topic = resolver.addTopic(match.topic, match.tokens, rule: "topic-name")
                facts.append(
                    Fact(
                        subject: instrument.entity, predicate: .about, object: .entity(topic), tokens: token..<match.tokens.upperBound,
                        rule: "instrument-affirms", confidence: 80))
            }
        }
    }

    /// Topics right behind the instrument («على» between them), or behind «متمثلة في», joined by «و».
    private func topics(behind token: Int, _ limit: Int) -> [TopicFinder.Match] {
        var at = token
        if text.has(at, suchAs), text.has(at + 1, inside) { at += 2 } else if text.has(at, on) { at += 1 }
        var found: [TopicFinder.Match] = []
        while let match = finder.match(at: at, before: limit) {
            guard found.isEmpty || text.form(at).conjunction == .wa else { break }
            found.append(match)
            at = match.tokens.upperBound
        }
        return found
    }
}
