import KnowledgeGraph

/// Matches rules against the items of a sentence. A pattern is tried only where its first element can stand.
struct RuleMatcher {
    let rules: [Rule]
    /// Rules by what they begin with: words, or mentions.
    private let wordRules: [Int]
    private let mentionRules: [Int]
    private let triggers: WordSets

    init(rules: [Rule]) {
        self.rules = rules.filter { !$0.isComputed }
        var (words, mentions, triggers) = ([Int](), [Int](), WordSets())
        for (index, rule) in self.rules.enumerated() {
            guard let first = rule.elements.first else { continue }
            if case .word(let set) = first.match {
                words.append(index)
                triggers.formUnion(set)
            } else {
                mentions.append(index)
            }
        }
        (wordRules, mentionRules, self.triggers) = (words, mentions, triggers)
    }

    /// The facts that the rules find in a sentence.
    func facts(in sentence: SentenceItems, text: AnalyzedText, into facts: inout [Fact]) {
        guard sentence.items.contains(where: { $0.mention >= 0 }) else { return }
        var steps = 0
        for start in sentence.items.indices {
            let item = sentence.items[start]
            if item.mention < 0 {
                let token = item.tokens.lowerBound
                guard text.isWord(token), text.form(token).sets.intersects(triggers) else { continue }
                for index in wordRules { apply(rules[index], at: start, sentence, text, &facts, &steps) }
            } else {
                for index in mentionRules { apply(rules[index], at: start, sentence, text, &facts, &steps) }
            }
            // A bound on work in one sentence, whatever it holds.
            if steps > 400_000 { return }
        }
    }

    private struct Capture {
        var name: String
        var entities: [Int]
        var tokens: Range<Int>
    }

    private func apply(
        _ rule: Rule, at start: Int, _ sentence: SentenceItems, _ text: AnalyzedText, _ facts: inout [Fact],
        _ steps: inout Int
    ) {
        var captures: [Capture] = []
        var end = start
        guard match(rule.elements[...], start, sentence, text, &captures, &end, &steps) else { return }
        let tokens = sentence.items[start].tokens.lowerBound..<sentence.items[max(start, end - 1)].tokens.upperBound
        for edge in rule.edges {
            guard let subject = captures.first(where: { $0.name == edge.subject }),
                let object = captures.first(where: { $0.name == edge.object })
            else { continue }
            for from in subject.entities {
                if object.entities.isEmpty {
                    facts.append(
                        Fact(
                            subject: from, predicate: edge.predicate,
                            object: .literal(text.surface(object.tokens, bare: true), .string), tokens: tokens,
                            rule: rule.id, confidence: edge.confidence))
                }
                for to in object.entities where to != from {
                    facts.append(
                        Fact(
                            subject: from, predicate: edge.predicate, object: .entity(to), tokens: tokens, rule: rule.id,
                            confidence: edge.confidence))
                }
            }
        }
    }

    private func match(
        _ elements: ArraySlice<Rule.Element>, _ at: Int, _ sentence: SentenceItems, _ text: AnalyzedText,
        _ captures: inout [Capture], _ end: inout Int, _ steps: inout Int
    ) -> Bool {
        steps += 1
        guard steps < 500_000 else { return false }
        guard let element = elements.first else {
            end = at
            return true
        }
        let rest = elements.dropFirst()
        if case .gap(let count) = element.match {
            for skipped in 0...count {
                let next = at + skipped
                if next > sentence.items.count { break }
                if match(rest, next, sentence, text, &captures, &end, &steps) { return true }
                // A gap does not run over a finite verb or a semicolon.
                if next < sentence.items.count, stops(sentence.items[next], text) { break }
            }
            return false
        }
        let saved = captures.count
        if at < sentence.items.count, let next = take(element, at, sentence, text, &captures) {
            if match(rest, next, sentence, text, &captures, &end, &steps) { return true }
            captures.removeSubrange(saved...)
        }
        return element.isOptional && match(rest, at, sentence, text, &captures, &end, &steps)
    }

    private func stops(_ item: SentenceItems.Item, _ text: AnalyzedText) -> Bool {
        guard item.mention < 0 else { return false }
        let token = item.tokens.lowerBound
        if text.items[token].mark == 0x61B || text.items[token].mark == 0x3B { return true }
        guard text.isWord(token) else { return false }
        let form = text.form(token)
        return form.reading.wordClass == .verb && !form.hasArticle && !form.isUnknown && form.reporting >= 0
    }

    /// One past what an element takes at an item, nil if it does not fit.
    private func take(
        _ element: Rule.Element, _ at: Int, _ sentence: SentenceItems, _ text: AnalyzedText, _ captures: inout [Capture]
    ) -> Int? {
        let item = sentence.items[at]
        switch element.match {
        case .comma:
            guard item.mention < 0, text.items[item.tokens.lowerBound].kind == .punctuation else { return nil }
            let mark = text.items[item.tokens.lowerBound].mark
            return mark == 0x60C || mark == 0x2C ? at + 1 : nil
        case .word(let set):
            let token = item.tokens.lowerBound
            guard item.mention < 0, text.isWord(token), text.form(token).sets.intersects(set) else { return nil }
            return at + 1
        case .date:
            guard item.isDate else { return nil }
            captures.append(Capture(name: element.name, entities: [], tokens: item.tokens))
            return at + 1
        case .mention(let classes):
            guard fits(item, classes), prepositionFits(item, element, text) else { return nil }
            var capture = Capture(name: element.name, entities: [item.entity], tokens: item.tokens)
            var next = at + 1
            if element.isList { extendList(&capture, &next, item, sentence, text) }
            captures.append(capture)
            return next
        case .gap: return nil
        }
    }

    private func fits(_ item: SentenceItems.Item, _ classes: [OntologyClass]) -> Bool {
        guard item.entity >= 0, let type = item.type else { return false }
        return classes.contains { type.isA($0) && !(type == .Country && $0 == .Organization) }
    }

    private func prepositionFits(_ item: SentenceItems.Item, _ element: Rule.Element, _ text: AnalyzedText) -> Bool {
        let form = text.form(item.tokens.lowerBound)
        guard let wanted = element.preposition else {
            // «و» may stand before a mention; another preposition makes it something else.
            return form.preposition == .none
        }
        return form.preposition == wanted
    }

    /// Adds what «و» and commas join to a mention.
    private func extendList(
        _ capture: inout Capture, _ next: inout Int, _ first: SentenceItems.Item, _ sentence: SentenceItems, _ text: AnalyzedText
    ) {
        var at = next
        var pending: [SentenceItems.Item] = []
        while at < sentence.items.count, capture.entities.count + pending.count < 60 {
            var probe = at
            var hasComma = false
            if sentence.items[probe].mention < 0, [0x60C, 0x2C, 0x2D].contains(text.items[sentence.items[probe].tokens.lowerBound].mark) {
                hasComma = true
                probe += 1
            }
            // «و» standing alone.
            guard probe < sentence.items.count else { break }
            let item = sentence.items[probe]
            guard item.mention >= 0, item.entity >= 0, let type = item.type, isSameSort(type, first.type) else { break }
            let form = text.form(item.tokens.lowerBound)
            guard form.preposition == .none else { break }
            if form.conjunction == .wa {
                for member in pending + [item] { capture.entities.append(member.entity) }
                pending = []
                capture.tokens = capture.tokens.lowerBound..<item.tokens.upperBound
                next = probe + 1
            } else if hasComma {
                pending.append(item)
            } else {
                break
            }
            at = probe + 1
        }
    }

    private func isSameSort(_ a: OntologyClass, _ b: OntologyClass?) -> Bool {
        guard let b else { return false }
        let agents: Set<OntologyClass> = [.Person, .Post, .Organization, .Country]
        return a.kind == b.kind || agents.contains(a.kind) && agents.contains(b.kind)
    }
}
