import KnowledgeGraph

/// Matches rules against the items of a sentence. A pattern is tried only where its first element can stand.
struct RuleMatcher {
    let rules: [Rule]
    /// Rules by what they begin with: words, or mentions.
    private let wordRules: [(rule: Int, trigger: WordSets)]
    private let sayingRules: [Int]
    private let mentionRules: [(rule: Int, classes: ClassSet?)]
    private let needs: [RuleNeeds]
    private let triggers: WordSets
    private let sets: MatcherSets

    init(rules: [Rule], lexicon: Lexicon) {
        self.rules = rules.filter { !$0.isComputed }
        sets = MatcherSets(lexicon)
        needs = self.rules.map { RuleNeeds($0.elements) }
        var (words, saying, mentions, triggers) = ([(rule: Int, trigger: WordSets)](), [Int](), [(rule: Int, classes: ClassSet?)](), WordSets())
        for (index, rule) in self.rules.enumerated() {
            switch rule.elements.first?.match {
            case .word(let set):
                words.append((index, set))
                triggers.formUnion(set)
            case .saying: saying.append(index)
            case .mention(let classes) where rule.elements.first?.isOptional == false: mentions.append((index, classes))
            default: mentions.append((index, nil))
            }
        }
        (wordRules, sayingRules, mentionRules, self.triggers) = (words, saying, mentions, triggers)
    }

    /// The facts that the rules find in a sentence.
    func facts(
        in sentence: SentenceItems, text: AnalyzedText, events: EventReferences, into facts: inout [Fact]
    ) {
        guard sentence.items.indices.contains(where: { sentence.items[$0].mention >= 0 }) else { return }
        var match = SentenceMatch(sentence: sentence, text: text, sets: sets)
        let rest = RuleNeeds.Content.ofRest(sentence, text)
        for start in sentence.items.indices {
            let item = sentence.items[start]
            if item.mention < 0 {
                let token = item.tokens.lowerBound
                guard text.isWord(token) else { continue }
                let form = text.form(token)
                if form.sets.intersects(triggers) {
                    for (rule, trigger) in wordRules where form.sets.intersects(trigger) && needs[rule].areMet(from: start, rest) {
                        apply(rule, at: start, &match, events, &facts)
                    }
                }
                if form.reporting >= 0 {
                    for rule in sayingRules where needs[rule].areMet(from: start, rest) { apply(rule, at: start, &match, events, &facts) }
                }
            } else {
                for (rule, classes) in mentionRules {
                    // What its first element cannot take is not tried.
                    if let classes, item.type.map({ classes.accepts($0) }) != true { continue }
                    if needs[rule].areMet(from: start, rest) { apply(rule, at: start, &match, events, &facts) }
                }
            }
            // A bound on work in one sentence, whatever it holds.
            if match.steps > 400_000 { return }
        }
    }

    private func apply(
        _ number: Int, at start: Int, _ match: inout SentenceMatch, _ events: EventReferences, _ facts: inout [Fact]
    ) {
        guard let end = match.end(of: rules[number].elements, at: start) else { return }
        let rule = rules[number]
        let items = match.sentence.items
        let tokens = items[start].tokens.lowerBound..<items[max(start, end - 1)].tokens.upperBound
        var captures = match.captures
        if let reference = rule.reference {
            guard let event = events.described(after: tokens.lowerBound, reference.classes) else { return }
            captures.append(SentenceMatch.Capture(name: reference.name, entities: [event], tokens: tokens))
        }
        for edge in rule.edges {
            guard let subject = captures.first(where: { $0.name == edge.subject }),
                let object = captures.first(where: { $0.name == edge.object })
            else { continue }
            func add(_ from: Int, _ to: Fact.Object) {
                facts.append(
                    Fact(
                        subject: from, predicate: edge.predicate, object: to, tokens: tokens, rule: rule.id,
                        confidence: edge.confidence,
                        derivation: rule.reference == nil ? .read : .inferred))
            }
            for from in subject.entities {
                if object.entities.isEmpty { add(from, .literal(match.text.surface(object.tokens, bare: true), .string)) }
                for to in object.entities where to != from { add(from, .entity(to)) }
            }
        }
    }
}

/// The sets of words that the matcher itself asks for.
struct MatcherSets: Sendable {
    let preposition, each, andFrom, regarding, purpose, day, dayJoin: WordSets
    /// The symbol of «و» standing alone.
    let and: Int32

    init(_ lexicon: Lexicon) {
        preposition = lexicon.wordSet("free-preposition")
        each = lexicon.wordSet("each-of")
        andFrom = lexicon.wordSet("and-from")
        day = lexicon.wordSet("day-word")
        dayJoin = lexicon.wordSet("day-join")
        regarding = lexicon.wordSet("prep.regarding")
        purpose = lexicon.wordSet("purpose")
        and = lexicon.symbols.find([0xD9, 0x88])
    }
}
