import KnowledgeGraph

/// What offices and bodies are charged with, and what instruments are about, as their names say it.
struct TopicRelations {
    let lexicon: Lexicon
    let text: AnalyzedText
    let finder: TopicFinder
    private let remitNouns, concerned: WordSets

    init(lexicon: Lexicon, text: AnalyzedText, finder: TopicFinder) {
        (self.lexicon, self.text, self.finder) = (lexicon, text, finder)
        remitNouns = lexicon.wordSet("remit.noun")
        concerned = lexicon.wordSet("concerned")
    }

    func add(to facts: inout [Fact], _ resolver: inout Resolver) {
        for index in resolver.mentions.indices where resolver.mentions[index].entity >= 0 {
            let mention = resolver.mentions[index]
            switch mention.type.kind {
            case .Post: post(mention, &facts, &resolver)
            case .Organization where mention.tokens.count > 1: organization(mention, &facts, &resolver)
            case .Instrument where mention.tokens.count > 1: instrument(mention, &facts, &resolver)
            default: break
            }
        }
        inherit(&facts, resolver)
        background(&facts, resolver)
    }

    private func fact(
        _ subject: Int, _ predicate: OntologyProperty, _ object: Int, _ tokens: Range<Int>, _ rule: String,
        _ confidence: UInt8, _ derivation: Evidence.Derivation = .read
    ) -> Fact {
        Fact(
            subject: subject, predicate: predicate, object: .entity(object), tokens: tokens, rule: rule,
            confidence: confidence, derivation: derivation)
    }

    // MARK: Remits

    /// «لشؤون حقوق الإنسان», «للشؤون القانونية».
    private func post(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        guard let remit = mention.remit.map(withoutNationality), !remit.isEmpty else { return }
        let first = remit.lowerBound
        let start = first - 1
        let isNamed = text.has(start, remitNouns) || text.has(first, remitNouns)
        // «وزير الخارجية» has its portfolio in its title; «لشؤون» says a remit.
        guard isNamed || mention.roleClass != "minister" && text.form(first).preposition == .li else { return }
        for topic in topics(of: remit, named: isNamed, &resolver) {
            facts.append(fact(mention.entity, .remit, topic, mention.tokens, "post-remit", isNamed ? 93 : 85))
        }
    }

    /// «للشؤون القنصلية الكويتي»: the nationality at the end is the office's.
    private func withoutNationality(_ remit: Range<Int>) -> Range<Int> {
        var end = remit.upperBound
        while end > remit.lowerBound + 1, text.isWord(end - 1), text.form(end - 1).nisba >= 0 { end -= 1 }
        return remit.lowerBound..<end
    }

    /// The topics of a remit: the known ones that it consists of, else the whole of it under its own name.
    private func topics(of remit: Range<Int>, named: Bool, _ resolver: inout Resolver) -> [Int] {
        for first in [remit.lowerBound, remit.lowerBound - 1] where text.isWord(first) {
            if let match = finder.match(at: first, before: remit.upperBound), match.tokens.upperBound == remit.upperBound {
                return [resolver.addTopic(match.topic, first..<remit.upperBound, rule: "remit-topic")]
            }
        }
        let known = split(remit)
        if !known.isEmpty { return known.map { resolver.addTopic($0.topic, $0.tokens, rule: "remit-topic") } }
        guard named, remit.count <= 6 else { return [] }
        let tokens = text.has(remit.lowerBound - 1, remitNouns) ? remit.lowerBound - 1..<remit.upperBound : remit
        guard !tokens.contains(where: { text.items[$0].kind == .punctuation }) else { return [] }
        let label = LabelCleaner(text: text).label(tokens)
        return [resolver.addTopic(label: label, english: "", tokens, rule: "remit-words")]
    }

    /// «التعليم والصحة»: known topics joined by «و» that cover a range; empty if something is left over.
    private func split(_ tokens: Range<Int>) -> [TopicFinder.Match] {
        var found: [TopicFinder.Match] = []
        var at = tokens.lowerBound
        while at < tokens.upperBound {
            guard let match = finder.match(at: at, before: tokens.upperBound),
                at == tokens.lowerBound || text.form(at).conjunction == .wa
            else { return [] }
            found.append(match)
            at = match.tokens.upperBound
        }
        return found
    }

    /// The topics that the name of a body holds, outside the names within it.
    private func organization(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        var at = mention.tokens.lowerBound + 1
        var isConcern = false
        while at < mention.tokens.upperBound {
            if let inner = child(of: mention, at: at, resolver) {
                at = max(at + 1, resolver.mentions[inner].tokens.upperBound)
                isConcern = false
                continue
            }
            if text.isWord(at), let match = finder.match(at: at, before: mention.tokens.upperBound) {
                let before = at - 1
                let isCharged = text.has(before, concerned) || text.has(before, remitNouns) || isConcern && text.form(at).conjunction == .wa
                if match.tokens.count > 1 || isCharged {
                    let topic = resolver.addTopic(match.topic, match.tokens, rule: "topic-in-name")
                    facts.append(fact(mention.entity, .remit, topic, mention.tokens, "body-remit", isCharged ? 90 : 80, .inferred))
                }
                isConcern = isCharged
                at = match.tokens.upperBound
                continue
            }
            at += 1
        }
    }

    /// A mention inside another that begins at a token and is a thing of its own.
    private func child(of mention: Mention, at token: Int, _ resolver: Resolver) -> Int? {
        mention.children.first {
            resolver.mentions[$0].tokens.lowerBound == token && resolver.mentions[$0].entity >= 0
                && resolver.mentions[$0].type.kind != .Topic
        }
    }

    // MARK: Instruments

    /// What the name of an instrument says it is about; for a known one, what is known of it.
    private func instrument(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        let known = mention.gazetteer >= 0 ? lexicon.gazetteerEntries[Int(mention.gazetteer)].topics : []
        var covered = mention.tokens.lowerBound..<mention.tokens.lowerBound
        for name in known {
            guard let topic = lexicon.layers.topic(named: name), let tokens = beginning(of: topic, in: mention) else { continue }
            let entity = resolver.addTopic(topic, tokens, rule: "topic-in-name")
            facts.append(fact(mention.entity, .about, entity, mention.tokens, "instrument-topic", 88))
            covered = tokens
        }
        var at = mention.tokens.lowerBound + 1
        while at < mention.tokens.upperBound {
            if let inner = child(of: mention, at: at, resolver), resolver.mentions[inner].type.kind != .Country {
                at = max(at + 1, resolver.mentions[inner].tokens.upperBound)
                continue
            }
            guard text.isWord(at), let match = finder.match(at: at, before: mention.tokens.upperBound),
                match.tokens.count > 1 || isForWhat(at)
            else {
                at += 1
                continue
            }
            guard !match.tokens.overlaps(covered) else {
                at += 1
                continue
            }
            let entity = resolver.addTopic(match.topic, match.tokens, rule: "topic-in-name")
            facts.append(fact(mention.entity, .about, entity, mention.tokens, "instrument-topic", 88))
            // «منع الاتجار بالأشخاص» is about «الاتجار بالأشخاص», too.
            if text.isVerbalNoun(at), let inner = finder.match(at: at + 1, before: match.tokens.upperBound),
                inner.tokens.upperBound == match.tokens.upperBound, inner.tokens.count > 1
            {
                let object = resolver.addTopic(inner.topic, inner.tokens, rule: "topic-in-name")
                facts.append(fact(mention.entity, .about, object, mention.tokens, "instrument-topic", 85))
            }
            at = match.tokens.upperBound
        }
    }

    /// The words in a name that a known topic of its begins with, two at least: a short or misprinted name shows no more.
    private func beginning(of topic: Int, in mention: Mention) -> Range<Int>? {
        let words = lexicon.layers.topicEntries[topic].name.utf8.split(separator: 0x20).map { word in
            lexicon.symbols.find(FoldedWord.bytes(String(Substring(word))))
        }
        guard words.count >= 2 else { return nil }
        for start in mention.tokens.dropFirst() where text.isWord(start) && text.form(start).bare == words[0] {
            var count = 1
            while count < words.count, mention.tokens.contains(start + count), text.isWord(start + count),
                text.form(start + count).symbol == words[count]
            { count += 1 }
            if count >= 2 { return start..<start + count }
        }
        return nil
    }

    /// «لـ», «بشأن» before a topic of one word.
    private func isForWhat(_ token: Int) -> Bool {
        text.form(token).preposition == .li || text.has(token - 1, lexicon.wordSet("prep.regarding"))
    }

    // MARK: What follows

    /// The deputy of one charged with a topic is charged with it.
    private func inherit(_ facts: inout [Fact], _ resolver: Resolver) {
        for _ in 0..<2 {
            var more: [Fact] = []
            for chain in facts where chain.predicate == .deputyOf {
                guard case .entity(let parent) = chain.object else { continue }
                guard !facts.contains(where: { $0.predicate == .remit && $0.subject == chain.subject }) else { continue }
                for remit in facts where remit.predicate == .remit && remit.subject == parent {
                    guard case .entity(let topic) = remit.object, remit.rule.hasPrefix("post") else { continue }
                    more.append(fact(chain.subject, .remit, topic, chain.tokens, "post-remit-of-parent", 88, .inferred))
                }
            }
            if more.isEmpty { return }
            facts += more
        }
    }

    /// How the topics of the text lie in the scheme of topics.
    private func background(_ facts: inout [Fact], _ resolver: Resolver) {
        var entityOf: [String: Int] = [:]
        for (number, entity) in resolver.entities.enumerated() where entity.type == .Topic {
            guard let label = entity.ownLabel, let topic = lexicon.layers.topic(named: label) else { continue }
            entityOf[lexicon.layers.topicEntries[topic].key] = number
        }
        for (key, number) in entityOf.sorted(by: { $0.value < $1.value }) {
            guard let topic = lexicon.layers.topic(ofKey: key) else { continue }
            let entry = lexicon.layers.topicEntries[topic]
            let at = resolver.entities[number].mentions.first.map { resolver.mentions[$0].tokens } ?? 0..<1
            for (predicate, keys) in [(OntologyProperty.broader, entry.broader), (.related, entry.related)] {
                for other in keys {
                    guard let object = entityOf[other] else { continue }
                    facts.append(fact(number, predicate, object, at, "topic-scheme", 100, .background))
                }
            }
        }
    }
}
