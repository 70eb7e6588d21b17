import KnowledgeGraph

/// What an event or a body aims at: «تهدف الورشة إلى تعزيز …، وتطوير …», «بهدف تنسيق الجهود», «من بين الغايات … تطوير …».
///
/// An objective is a verbal noun and what hangs on it; verbal nouns joined by «و» are objectives of their own,
/// but for two that share what they govern («تدريب وصقل خبرات …»).
struct ObjectiveFinder {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let aim, participle, noun, by, toward, besides, besidesTo, stop, relative, that, now: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        func set(_ name: String) -> WordSets { lexicon.wordSet(name) }
        aim = set("aim.verb")
        participle = set("aim.participle")
        noun = set("aim.noun")
        by = set("aim.by")
        toward = set("comp.to")
        besides = set("besides")
        besidesTo = set("besides.to")
        stop = set("objective.stop")
        now = set("date.now")
        relative = set("relative")
        that = set("that")
    }

    func add(to facts: inout [Fact], _ resolver: inout Resolver) {
        let view = TextView(text, resolver.mentions)
        var seen: Set<Int> = []
        for sentence in text.sentences {
            for token in sentence where text.isWord(token) {
                guard let (start, holder, rule) = aim(at: token, sentence, view, resolver), seen.insert(start).inserted else { continue }
                for tokens in objectives(from: start, sentence.upperBound, view, resolver) {
                    add(tokens, holder, rule, view, &facts, &resolver)
                }
            }
        }
    }

    // MARK: Who aims

    /// Where the objectives begin that a word opens, and whose they are, as an entity.
    private func aim(
        at token: Int, _ sentence: Range<Int>, _ view: TextView, _ resolver: Resolver
    ) -> (start: Int, holder: Int, rule: String)? {
        let form = text.form(token)
        if form.sets.intersects(aim), !form.hasArticle, form.preposition == .none {
            guard let to = towardBehind(token, sentence.upperBound, within: 14), isObjective(to + 1, sentence.upperBound),
                let holder = subject(of: token, to, sentence, view, resolver)
            else { return nil }
            return (to + 1, holder, "aim-verb")
        }
        if form.sets.intersects(participle), text.has(token + 1, toward), isObjective(token + 2, sentence.upperBound),
            let holder = holderEnding(at: token, view, resolver)
        {
            return (token + 2, holder, "aim-participle")
        }
        if form.sets.intersects(by), isObjective(token + 1, sentence.upperBound), let holder = view.event(before: token, resolver.mentions) {
            let event = resolver.mentions[holder]
            guard token - event.tokens.upperBound <= 25, !hasVerb(event.tokens.upperBound..<token) else { return nil }
            return (token + 1, event.entity, "aim-by")
        }
        if form.sets.intersects(noun), form.hasArticle || form.preposition != .none {
            // «من بين الغايات المرجو تحقيقها، خلال الورشة، تطوير …».
            let limit = min(token + 16, sentence.upperBound)
            guard let event = view.event(behind: token, before: limit, resolver.mentions) else { return nil }
            var at = resolver.mentions[event].tokens.upperBound
            if text.isComma(at) { at += 1 }
            guard isObjective(at, sentence.upperBound), !text.form(at).hasPrefix else { return nil }
            return (at, resolver.mentions[event].entity, "aim-noun")
        }
        return nil
    }

    /// «إلى» behind a verb of aiming.
    private func towardBehind(_ token: Int, _ limit: Int, within reach: Int) -> Int? {
        for at in token + 1..<max(token + 1, min(token + 1 + reach, limit)) {
            if text.has(at, toward) { return at }
            if text.isFiniteVerb(at), !text.form(at).isClass([.noun, .verbalNoun, .adjective]) { return nil }
        }
        return nil
    }

    /// A verbal noun without a prefix, in a genitive.
    private func isObjective(_ token: Int, _ limit: Int) -> Bool {
        token < limit && text.isVerbalNoun(token) && text.form(token).preposition == .none
    }

    /// The subject of a verb: between it and «إلى», else the nearest event or body before it.
    private func subject(of verb: Int, _ to: Int, _ sentence: Range<Int>, _ view: TextView, _ resolver: Resolver) -> Int? {
        let isFit = { (index: Int) in
            let mention = resolver.mentions[index]
            return (mention.type.kind == .Event && !mention.isDate || mention.type.kind == .Organization || mention.type.kind == .Instrument)
                && text.form(mention.tokens.lowerBound).preposition == .none
        }
        let behind = view.outermost(in: verb + 1..<to, resolver.mentions)
        if let first = behind.first(where: isFit), resolver.mentions[first].tokens.lowerBound <= verb + 2 {
            return accepted(first, resolver)
        }
        // «تهدف المبادرة إلى»: a subject that is no thing of the graph.
        if behind.isEmpty, to > verb + 1, text.isWord(verb + 1), text.form(verb + 1).hasArticle { return nil }
        // Before the verb it stands beside it: «الدورة اليوم تهدف», «الورشة التي تهدف».
        let before = view.outermost(in: sentence.lowerBound..<verb, resolver.mentions).last
        guard let before, isFit(before), isOnly(resolver.mentions[before].tokens.upperBound..<verb), !isGenitive(before, resolver) else { return nil }
        return accepted(before, resolver)
    }

    /// Whether nothing but commas, a relative pronoun and words for today stands in a range.
    private func isOnly(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy { text.isComma($0) || text.has($0, relative) || text.has($0, now) }
    }

    /// «رؤية الوزارة الرامية إلى …»: the noun before a mention is what aims.
    private func isGenitive(_ mention: Int, _ resolver: Resolver) -> Bool {
        let token = resolver.mentions[mention].tokens.lowerBound - 1
        guard token >= 0, text.isWord(token), !text.form(token + 1).hasPrefix else { return false }
        let form = text.form(token)
        return form.isMainly([.noun, .verbalNoun]) && !form.hasArticle && !form.hasSuffix
    }

    private func accepted(_ mention: Int, _ resolver: Resolver) -> Int? {
        let kind = resolver.mentions[mention].type.kind
        return kind == .Event || kind == .Organization ? resolver.mentions[mention].entity : nil
    }

    private func holderEnding(at token: Int, _ view: TextView, _ resolver: Resolver) -> Int? {
        let sentence = view.sentence(token)
        guard let last = view.outermost(in: sentence.lowerBound..<token, resolver.mentions).last,
            resolver.mentions[last].tokens.upperBound == token || text.isComma(token - 1) && resolver.mentions[last].tokens.upperBound == token - 1
        else { return nil }
        return isGenitive(last, resolver) ? nil : accepted(last, resolver)
    }

    private func hasVerb(_ tokens: Range<Int>) -> Bool {
        tokens.contains { text.isFiniteVerb($0) && !text.form($0).isClass([.noun, .verbalNoun, .adjective]) }
    }

    // MARK: How far they go

    /// The objectives from a verbal noun on, each as tokens.
    private func objectives(from start: Int, _ limit: Int, _ view: TextView, _ resolver: Resolver) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var begin = start
        var at = start + 1
        let isDefinite = text.form(start).hasArticle
        var inner = false
        func close(_ end: Int) {
            var end = end
            while end > begin, !text.isWord(end - 1), !text.isQuote(end - 1), text.items[end - 1].kind != .number { end -= 1 }
            if end - begin >= 2 { found.append(begin..<min(end, begin + 45)) }
        }
        while at < limit {
            if let inside = view.mention(at: at, resolver.mentions, where: { $0.type.kind != .Event && $0.tokens.count > 1 }) {
                at = resolver.mentions[inside].tokens.upperBound
                continue
            }
            if text.isComma(at) {
                guard at + 1 < limit, continues(at + 1) else { break }
                at += 1
                if isNext(at, isDefinite) {
                    close(at - 1)
                    (begin, inner) = (at, false)
                    at += 1
                }
                continue
            }
            guard text.isWord(at) else {
                if text.isQuote(at) || text.items[at].kind == .number { at += 1; continue }
                break
            }
            let form = text.form(at)
            if form.sets.intersects(besides), text.has(at + 1, besidesTo), at + 2 < limit, text.isVerbalNoun(at + 2), !text.form(at + 2).hasPrefix {
                close(at)
                (begin, inner) = (at + 2, false)
                at += 3
                continue
            }
            if form.sets.intersects(stop) || form.sets.intersects(relative) || form.sets.intersects(that) { break }
            if form.reporting >= 0, form.isMainly([.verb, .circumstantial]), !form.isClass(.verbalNoun) { break }
            if text.isFiniteVerb(at), !form.isClass([.noun, .verbalNoun, .adjective]) { break }
            if isNext(at, isDefinite), at > begin + 1, !inner {
                close(at)
                (begin, inner) = (at, false)
                at += 1
                continue
            }
            // A verbal noun within, which «و» may go on from.
            if form.isMainly(.verbalNoun), form.conjunction == .none, at > begin + 1, !form.hasArticle { inner = true }
            at += 1
        }
        close(at)
        return found
    }

    /// «و» and a verbal noun of the same build: another objective.
    private func isNext(_ token: Int, _ isDefinite: Bool) -> Bool {
        guard text.isVerbalNoun(token) else { return false }
        let form = text.form(token)
        return form.conjunction == .wa && form.preposition == .none && form.hasArticle == isDefinite
    }

    /// What may stand behind a comma within objectives: «و» and a noun, «علاوة على».
    private func continues(_ token: Int) -> Bool {
        guard text.isWord(token) else { return false }
        let form = text.form(token)
        if form.sets.intersects(besides) { return text.has(token + 1, besidesTo) }
        guard form.conjunction == .wa, !form.sets.intersects(stop) else { return false }
        return form.isMainly([.noun, .verbalNoun]) || form.preposition != .none && !form.isMainly(.verb)
    }

    // MARK: The node

    private func add(
        _ tokens: Range<Int>, _ holder: Int, _ rule: String, _ view: TextView, _ facts: inout [Fact], _ resolver: inout Resolver
    ) {
        var entity = Entity(type: .Objective)
        let label = ObjectiveLabel(lexicon: lexicon, text: text).label(tokens, view, resolver)
        entity.ownLabel = label
        let number: Int
        if let known = resolver.entities.firstIndex(where: { $0.type == .Objective && $0.ownLabel == label }) {
            number = known
        } else {
            resolver.entities.append(entity)
            number = resolver.entities.count - 1
        }
        resolver.addLayerMention(tokens, .Objective, to: number, rule: "objective", form: .full, isNested: false)
        facts.append(
            Fact(
                subject: holder, predicate: .objective, object: .entity(number), tokens: tokens, rule: rule, confidence: 85))
        for about in AboutFinder(lexicon: lexicon, text: text).things(in: tokens, view, resolver) where about != holder {
            facts.append(
                Fact(
                    subject: number, predicate: .about, object: .entity(about), tokens: tokens, rule: "objective-about", confidence: 80))
        }
        pronoun(tokens.lowerBound, number, view, &facts, resolver)
    }

    /// «وتعريفهم بـ»: those of the objective before.
    private func pronoun(_ token: Int, _ objective: Int, _ view: TextView, _ facts: inout [Fact], _ resolver: Resolver) {
        guard text.form(token).hasSuffix, text.folded(token).suffix(4).elementsEqual([0xD9, 0x87, 0xD9, 0x85]) else { return }
        let sentence = view.sentence(token)
        guard let group = view.mentions(in: sentence.lowerBound..<token, resolver.mentions).last(where: { resolver.mentions[$0].type == .Group })
        else { return }
        facts.append(
            Fact(
                subject: objective, predicate: .about, object: .entity(resolver.mentions[group].entity), tokens: token..<token + 1,
                rule: "objective-pronoun", confidence: 75, derivation: .inferred))
    }
}
