import KnowledgeGraph

/// The place of an event in its series («الورشة الأولى», «الدورة الحادية والعشرون»), its finer kind, who
/// represents its organiser, and what the second of a series tells of the first.
struct EventDetails {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let relative, training: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        relative = lexicon.wordSet("relative")
        training = lexicon.wordSet("training.head")
    }

    private struct Place {
        var number: Int
        var tokens: Range<Int>
        /// End of the clause behind «الثانية التي …».
        var clause: Range<Int>?
    }

    func add(to facts: inout [Fact], _ resolver: Resolver) {
        let view = TextView(text, resolver.mentions)
        var places: [Int: Place] = [:]
        for index in view.ordered {
            let mention = resolver.mentions[index]
            guard mention.type.kind == .Event, !mention.isDate else { continue }
            if places[mention.entity] == nil, let place = place(of: mention, resolver) {
                places[mention.entity] = place
                facts.append(
                    Fact(
                        subject: mention.entity, predicate: .ordinal, object: .literal(String(place.number), .integer),
                        tokens: place.tokens, rule: "event-ordinal", confidence: 90))
            }
            kind(of: mention, &facts)
        }
        series(places, &facts, resolver)
    }

    // MARK: Ordinals

    private func place(of mention: Mention, _ resolver: Resolver) -> Place? {
        guard !mention.isPlural, mention.type != .Election else { return nil }
        let inner = mention.children.map { resolver.mentions[$0].tokens }
        var at = mention.head + 1
        // Adjectives of the head, «هذه», then the ordinal.
        while at < text.items.count, text.isWord(at) {
            let form = text.form(at)
            if inner.contains(where: { $0.contains(at) }) || form.hasPrefix { return numeral(mention) }
            if let number = ordinal(at) {
                let end = ordinalEnd(at)
                // «أول دورة» is a first of its kind, no member of a series.
                guard form.hasArticle else { return nil }
                let clause = text.has(end.token, relative) ? end.token..<view(end.token) : nil
                return Place(number: end.number ?? number, tokens: mention.head..<end.token, clause: clause)
            }
            let isPassed = form.hasArticle && form.isClass(.adjectival) || at < mention.tokens.upperBound && isFixedHead(at, mention)
                || at == mention.tokens.upperBound && isThis(at)
            guard isPassed else { return numeral(mention) }
            at += 1
        }
        return numeral(mention)
    }

    private func view(_ token: Int) -> Int {
        text.sentences.first { $0.contains(token) }?.upperBound ?? token
    }

    private func isThis(_ token: Int) -> Bool { text.has(token, lexicon.wordSet("this.word")) }

    /// «ورشة العمل», «حلقة النقاش»: words of the head itself.
    private func isFixedHead(_ token: Int, _ mention: Mention) -> Bool {
        var node = lexicon.heads.start(text.form(mention.head).stem)
        var at = mention.head + 1
        while node >= 0, at <= token {
            node = lexicon.heads.step(node, text.form(at).stem)
            at += 1
        }
        return node >= 0
    }

    private func ordinal(_ token: Int) -> Int? {
        let form = text.form(token)
        guard !form.hasSuffix, form.preposition == .none else { return nil }
        return lexicon.layers.ordinals[form.stem]
    }

    /// «الحادية عشرة», «الثانية والعشرين»: the number and one past its last token.
    private func ordinalEnd(_ token: Int) -> (number: Int?, token: Int) {
        var number = ordinal(token) ?? 0
        var at = token + 1
        if at < text.items.count, text.isWord(at), !text.form(at).hasPrefix, lexicon.layers.cardinals[text.form(at).stem] == 10, number < 10 {
            number += 10
            at += 1
        }
        while at < text.items.count, text.isWord(at), text.form(at).conjunction == .wa, let more = ordinal(at), more >= 20 {
            number += more
            at += 1
        }
        return (number, at)
    }

    /// «الدورة 19», «الدورة الـ31», «الدورة (31)».
    private func numeral(_ mention: Mention) -> Place? {
        guard mention.type == .Session || mention.type == .Conference || mention.type == .Workshop || mention.type == .TrainingCourse
        else { return nil }
        for at in mention.tokens.dropFirst().prefix(3) where text.items[at].kind == .number {
            let digits = text.digits(at)
            guard digits.utf8.count <= 3, let number = Int(digits), number > 0 else { return nil }
            return Place(number: number, tokens: mention.tokens.lowerBound..<at + 1)
        }
        return nil
    }

    // MARK: Kinds

    private func kind(of mention: Mention, _ facts: inout [Fact]) {
        guard let concept = kind(at: mention.head) else { return }
        facts.append(
            Fact(
                subject: mention.entity, predicate: .kind, object: .concept(concept), tokens: mention.tokens,
                rule: "event-kind", confidence: 92))
    }

    private func kind(at token: Int) -> String? {
        var node = lexicon.layers.eventKinds.start(text.form(token).stem)
        var best: String?
        var at = token + 1
        while node >= 0 {
            let entry = lexicon.layers.eventKinds.entry[Int(node)]
            if entry >= 0 { best = lexicon.layers.eventKindNames[Int(entry)] }
            guard at < text.items.count, text.isWord(at), !text.form(at).hasPrefix else { break }
            node = lexicon.layers.eventKinds.step(node, text.form(at).stem)
            at += 1
        }
        return best
    }

    // MARK: Series

    private func isTraining(_ entity: Entity, _ resolver: Resolver) -> Bool {
        entity.mentions.contains { text.has(resolver.mentions[$0].head, training) && entity.type != .Session }
    }

    /// The second of a series follows the first; «الثانية التي تعقدها الوزارة» says who held the first.
    private func series(_ places: [Int: Place], _ facts: inout [Fact], _ resolver: Resolver) {
        for (later, place) in places.sorted(by: { $0.key < $1.key }) where place.number > 1 {
            let (first, second) = (place.number - 1, resolver.entities[later])
            let candidates = places.keys.sorted().filter { other in
                guard other != later, places[other]?.number == first else { return false }
                let entity = resolver.entities[other]
                let isKin = entity.type == second.type || isTraining(entity, resolver) && isTraining(second, resolver)
                // «الورشة الأولى» alone, or the same words: another body's session is another series.
                return isKin && (entity.words.count <= 2 || second.words.count <= 2 || entity.head == second.head && place.clause != nil)
            }
            guard candidates.count == 1, let earlier = candidates.first else { continue }
            facts.append(
                Fact(
                    subject: later, predicate: .follows, object: .entity(earlier), tokens: place.tokens, rule: "event-follows",
                    confidence: 88))
            guard let clause = place.clause else { continue }
            for fact in facts where fact.subject == later && (fact.predicate == .organizer || fact.predicate == .partner) {
                guard fact.tokens.overlaps(clause), fact.tokens.upperBound <= clause.upperBound else { continue }
                facts.append(
                    Fact(
                        subject: earlier, predicate: fact.predicate, object: fact.object, tokens: fact.tokens,
                        rule: "event-series", confidence: 80, derivation: .inferred))
            }
            let kinds = facts.filter { $0.subject == later && $0.predicate == .kind }
            if !facts.contains(where: { $0.subject == earlier && $0.predicate == .kind }), let kind = kinds.first {
                facts.append(
                    Fact(
                        subject: earlier, predicate: .kind, object: kind.object, tokens: place.tokens, rule: "event-series",
                        confidence: 75, derivation: .inferred))
            }
        }
    }
}
