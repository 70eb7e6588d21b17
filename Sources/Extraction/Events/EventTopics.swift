import KnowledgeGraph

/// What an event is about: what its title names, what its description names behind «حول», «عن», «لمكافحة»,
/// what it is said to deal with («تتناول الدورة …»), and what those it trains work on.
struct EventTopics {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let dealing: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        dealing = lexicon.wordSet("deal.verb")
    }

    func add(to facts: inout [Fact], _ resolver: Resolver, titles: [Int: Range<Int>]) {
        let view = TextView(text, resolver.mentions)
        let finder = AboutFinder(lexicon: lexicon, text: text)
        var found: [Fact] = []
        func add(_ event: Int, _ thing: Int, _ tokens: Range<Int>, _ rule: String, _ confidence: UInt8, _ derivation: Evidence.Derivation = .read) {
            guard event != thing, !found.contains(where: { $0.subject == event && $0.isObject(thing) }) else { return }
            found.append(
                Fact(
                    subject: event, predicate: .about, object: .entity(thing), tokens: tokens, rule: rule, confidence: confidence,
                    derivation: derivation))
        }
        for (event, title) in titles.sorted(by: { $0.key < $1.key }) {
            for thing in finder.things(in: title, view, resolver) { add(event, thing, title, "event-title-about", 85) }
            for index in view.mentions(in: title, resolver.mentions) where resolver.mentions[index].type == .Topic {
                add(event, resolver.mentions[index].entity, title, "event-title-topic", 80, .inferred)
            }
        }
        for index in view.ordered {
            let mention = resolver.mentions[index]
            if mention.type.kind == .Event, !mention.isDate {
                // «مؤتمر مكافحة الإرهاب»: topics of its own words, not of the names within.
                for inner in view.outermost(in: mention.tokens.lowerBound + 1..<mention.tokens.upperBound, resolver.mentions)
                where resolver.mentions[inner].type == .Topic {
                    add(mention.entity, resolver.mentions[inner].entity, mention.tokens, "event-topic", 85)
                }
            }
        }
        deals(view, resolver) { add($0, $1, $2, $3, $4, $5) }
        people(facts, resolver) { add($0, $1, $2, $3, $4, $5) }
        facts += found
    }

    /// «تتناول الدورة …»: everything to the end of the clause.
    private func deals(
        _ view: TextView, _ resolver: Resolver, _ add: (Int, Int, Range<Int>, String, UInt8, Evidence.Derivation) -> Void
    ) {
        for token in text.items.indices where text.has(token, dealing) && text.isFiniteVerb(token) {
            let sentence = view.sentence(token)
            let beside = view.mention(at: token + 1, resolver.mentions) { $0.type.kind == .Event && !$0.isDate }
            guard let index = beside ?? view.event(before: token, resolver.mentions) else { continue }
            let event = resolver.mentions[index]
            // Before the verb it is its subject only where it stands beside it.
            guard beside != nil || event.tokens.upperBound == token || text.has(token - 1, lexicon.wordSet("relative")) && token - event.tokens.upperBound <= 2
            else { continue }
            let start = beside == nil ? token + 1 : event.tokens.upperBound
            for thing in view.outermost(in: start..<sentence.upperBound, resolver.mentions)
            where resolver.mentions[thing].type == .Topic || resolver.mentions[thing].type.kind == .Instrument {
                add(event.entity, resolver.mentions[thing].entity, token..<sentence.upperBound, "event-deals-with", 80, .read)
            }
        }
    }

    /// A course for those that carry out a strategy is about what the strategy is about.
    private func people(
        _ facts: [Fact], _ resolver: Resolver, _ add: (Int, Int, Range<Int>, String, UInt8, Evidence.Derivation) -> Void
    ) {
        func objects(_ subject: Int, _ predicate: OntologyProperty) -> [Int] {
            facts.compactMap { fact in
                guard fact.subject == subject, fact.predicate == predicate, case .entity(let object) = fact.object else { return nil }
                return object
            }
        }
        for audience in facts where audience.predicate == .audience {
            guard case .entity(let group) = audience.object else { continue }
            for body in [group] + objects(group, .drawnFrom) {
                for instrument in objects(body, .implements) {
                    for topic in objects(instrument, .about) where resolver.entities[topic].type == .Topic {
                        add(audience.subject, topic, audience.tokens, "event-topic-of-audience", 65, .inferred)
                    }
                }
            }
        }
    }
}
