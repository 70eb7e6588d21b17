import KnowledgeGraph

/// When events begin and end and how long they last.
struct EventTimes {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let reader: DateReader
    private let lasting, that, dual, plural, week, weekDual, through, inside, relative, heldVerb, dayWord, and: WordSets

    init(lexicon: Lexicon, text: AnalyzedText, today: CivilDate?) {
        (self.lexicon, self.text) = (lexicon, text)
        reader = DateReader(lexicon: lexicon, text: text, today: today)
        lasting = lexicon.wordSet("lasting")
        that = lexicon.wordSet("that")
        dual = lexicon.wordSet("day.dual")
        plural = lexicon.wordSet("day.plural")
        week = lexicon.wordSet("week.word")
        weekDual = lexicon.wordSet("week.dual")
        through = lexicon.wordSet("prep.on")
        inside = lexicon.wordSet("prep.in")
        relative = lexicon.wordSet("relative")
        dayWord = lexicon.wordSet("time.day")
        and = lexicon.wordSet("and")
        var verbs = lexicon.wordSet("held.verb")
        verbs.formUnion(lexicon.wordSet("organize.verb"))
        heldVerb = verbs
    }

    func add(to facts: inout [Fact], _ resolver: Resolver, _ statements: [StatementFinder.Found]) {
        let durations = self.durations(resolver)
        facts += durations
        let dates = resolver.mentions.filter { $0.isDate && !$0.isDropped }
        facts += held(on: dates, facts, resolver)
        var dated: Set<Int> = []
        for fact in facts where fact.predicate == .dateText {
            guard case .literal(let surface, _) = fact.object, resolver.entities[fact.subject].type.kind == .Event,
                let tokens = dates.lazy.filter({ $0.tokens.upperBound > fact.tokens.lowerBound && $0.tokens.lowerBound < fact.tokens.upperBound })
                    .flatMap({ [$0.tokens, whole($0.tokens)] }).first(where: { text.surface($0) == surface }),
                let value = reader.value(of: tokens, anchored: !isReported(tokens.lowerBound, statements)),
                dated.insert(fact.subject).inserted
            else { continue }
            add(value, tokens, fact, durations, &facts)
        }
    }

    /// A date with the days before it: «6 و7 فبراير الجاري», «يومي 4 و5 مارس».
    private func whole(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var at = start - 1
        while at >= 0, tokens.lowerBound - at <= 6 {
            if reader.number(at) != nil || text.has(at, dayWord) { start = at } else if !(text.has(at, and) || text.items[at].mark == 0x2D) { break }
            at -= 1
        }
        return start..<tokens.upperBound
    }

    private func add(_ value: DateReader.Value, _ tokens: Range<Int>, _ date: Fact, _ durations: [Fact], _ facts: inout [Fact]) {
        func fact(_ predicate: OntologyProperty, _ text: String, _ type: Value.Datatype, _ rule: String, _ derivation: Evidence.Derivation) {
            facts.append(
                Fact(
                    subject: date.subject, predicate: predicate, object: .literal(text, type), tokens: tokens, rule: rule,
                    confidence: min(date.confidence, value.isAnchored ? 80 : 90), derivation: derivation))
        }
        fact(.startDate, value.start, value.type, "event-start", .read)
        let length = durations.first { $0.subject == date.subject }
        if value.days > 1 {
            fact(.endDate, value.end, value.type, "event-end", .read)
            if length == nil { fact(.duration, "P\(value.days)D", .duration, "event-length", .inferred) }
        } else if value.days == 1, value.type == .date, let length, case .literal(let written, _) = length.object,
            let days = Int(written.dropFirst().dropLast()), let start = CivilDate(iso: value.start)
        {
            fact(.endDate, start.adding(days: days - 1).iso, .date, "event-end-by-length", .inferred)
        }
    }

    /// Whether a token stands in reported words, where «أمس» counts from the day of speech.
    private func isReported(_ token: Int, _ statements: [StatementFinder.Found]) -> Bool {
        statements.contains { statement in
            statement.verb < token && token < statement.end
                && (statement.verb..<token).contains { text.has($0, that) || text.items[$0].mark == 0x3A || text.isQuote($0) }
        }
    }

    /// «الورشة الأولى …، والتي عقدت في 6 و7 فبراير»: the date in the clause of an event that has none.
    private func held(on dates: [Mention], _ facts: [Fact], _ resolver: Resolver) -> [Fact] {
        var found: [Fact] = []
        for date in dates {
            let tokens = whole(date.tokens)
            var verb = tokens.lowerBound - 1
            if text.has(verb, inside) { verb -= 1 }
            guard text.has(verb, heldVerb), text.has(verb - 1, relative) else { continue }
            let view = TextView(text, resolver.mentions)
            guard let index = view.event(before: verb - 1, resolver.mentions) else { continue }
            let event = resolver.mentions[index]
            guard !(facts + found).contains(where: { $0.predicate == .dateText && $0.subject == event.entity }) else { continue }
            found.append(
                Fact(
                    subject: event.entity, predicate: .dateText, object: .literal(text.surface(tokens), .string),
                    tokens: verb..<tokens.upperBound, rule: "event-held-on", confidence: 82))
        }
        return found
    }

    // MARK: Durations

    /// «وتستمر يومين», «لمدة ثلاثة أيام», «على مدى 3 أيام».
    private func durations(_ resolver: Resolver) -> [Fact] {
        var found: [Fact] = []
        var view: TextView?
        for token in text.items.indices where text.has(token, lasting) {
            let here = view ?? TextView(text, resolver.mentions)
            view = here
            let sentence = here.sentence(token)
            var at = token + 1
            var event: Int?
            if let behind = here.outermost(in: at..<min(at + 12, sentence.upperBound), resolver.mentions).first,
                resolver.mentions[behind].tokens.lowerBound == at, resolver.mentions[behind].type.kind == .Event
            {
                event = behind
                at = resolver.mentions[behind].tokens.upperBound
            }
            // «تستمر لمدة ثلاثة أيام», «على مدى يومين».
            while text.has(at, lasting) || text.has(at, through) { at += 1 }
            guard let (days, end) = days(at, sentence.upperBound),
                let index = event ?? here.event(before: token, resolver.mentions)
            else { continue }
            let entity = resolver.mentions[index].entity
            guard !found.contains(where: { $0.subject == entity }) else { continue }
            found.append(
                Fact(
                    subject: entity, predicate: .duration, object: .literal("P\(days)D", .duration), tokens: token..<end,
                    rule: "event-duration", confidence: 88))
        }
        return found
    }

    /// A number of days at a token, and one past it.
    private func days(_ token: Int, _ limit: Int) -> (Int, Int)? {
        guard token < limit else { return nil }
        if text.has(token, dual) { return (2, token + 1) }
        if text.has(token, weekDual) { return (14, token + 1) }
        var number: Int?
        if text.items[token].kind == .number {
            number = Int(text.digits(token))
        } else if text.isWord(token) {
            number = lexicon.layers.cardinals[text.form(token).stem]
            if number == nil, text.has(token, week) { return (7, token + 1) }
        }
        guard let number, (1...60).contains(number), token + 1 < limit else { return nil }
        if text.has(token + 1, plural) { return (number, token + 2) }
        return text.has(token + 1, week) ? (number * 7, token + 2) : nil
    }
}
