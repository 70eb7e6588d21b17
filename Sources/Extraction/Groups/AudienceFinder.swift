import KnowledgeGraph

/// Whom a course is for, where its aim or its title says whom it trains: «تدريب الكوادر الوطنية»,
/// «تعزيز قدرات مجموعة الخبراء».
struct AudienceFinder {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let capacity: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        capacity = lexicon.wordSet("capacity")
    }

    /// - Parameter titles: the tokens of the titles of events, by entity.
    func add(to facts: inout [Fact], _ resolver: Resolver, titles: [Int: Range<Int>]) {
        let view = TextView(text, resolver.mentions)
        var found: [Fact] = []
        func add(_ event: Int, _ tokens: Range<Int>, _ rule: String, _ derivation: Evidence.Derivation) {
            let type = resolver.entities[event].type
            guard type == .Workshop || type == .TrainingCourse || type == .Session && isTraining(event, resolver) else { return }
            for person in trained(tokens, view, resolver) {
                found.append(
                    Fact(
                        subject: event, predicate: .audience, object: .entity(person), tokens: tokens, rule: rule, confidence: 80,
                        derivation: derivation))
            }
        }
        for fact in facts where fact.predicate == .objective { add(fact.subject, fact.tokens, "audience-of-aim", .read) }
        for (event, title) in titles.sorted(by: { $0.key < $1.key }) { add(event, title, "audience-of-title", .inferred) }
        facts += found
    }

    private func isTraining(_ event: Int, _ resolver: Resolver) -> Bool {
        resolver.entities[event].mentions.contains { resolver.mentions[$0].type == .Workshop || resolver.mentions[$0].type == .TrainingCourse }
    }

    /// The groups or bodies right behind «تدريب», «صقل خبرات», «تعزيز قدرات», with those joined to them.
    private func trained(_ tokens: Range<Int>, _ view: TextView, _ resolver: Resolver) -> [Int] {
        guard let trigger = tokens.prefix(5).last(where: { text.has($0, capacity) && !text.form($0).hasArticle && !text.form($0).hasSuffix }) else { return [] }
        var found: [Int] = []
        var at = trigger + 1
        while at < tokens.upperBound {
            let index = view.mention(at: at, resolver.mentions) { $0.type == .Group || $0.type.isA(.Organization) && $0.tokens.count > 1 }
            guard let index, resolver.mentions[index].tokens.upperBound <= tokens.upperBound else { break }
            let form = text.form(at)
            guard form.preposition == .none, found.isEmpty ? form.conjunction == .none : form.conjunction == .wa else { break }
            found.append(resolver.mentions[index].entity)
            at = resolver.mentions[index].tokens.upperBound
        }
        return found
    }
}
