import KnowledgeGraph

/// Finds numbers of people or States that a text speaks of as one: «أعضاء اللجنة», «منتسبي وزارة الداخلية»,
/// «دول مجلس التعاون», «ضحايا الاتجار بالأشخاص», «الكوادر الوطنية».
///
/// A group is kept when an edge of the graph ends in it: what nobody addresses and nothing is said about is a word.
struct GroupFinder {
    let lexicon: Lexicon
    let text: AnalyzedText
    let topics: TopicFinder
    private let source, of, inside: WordSets

    init(lexicon: Lexicon, text: AnalyzedText, topics: TopicFinder) {
        (self.lexicon, self.text, self.topics) = (lexicon, text, topics)
        source = lexicon.wordSet("group.source")
        of = lexicon.wordSet("of")
        inside = lexicon.wordSet("prep.in")
    }

    /// Adds the groups, with the bodies that they come from and the topics that make them.
    func addGroups(to resolver: inout Resolver, _ facts: inout [Fact]) {
        let view = TextView(text, resolver.mentions)
        for sentence in text.sentences {
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                guard text.isWord(at), let head = lexicon.layers.groups[text.form(at).stem], isNoun(at),
                    let found = group(at, head, sentence.upperBound, view, resolver)
                else {
                    at += 1
                    continue
                }
                add(found, head, at, &resolver, &facts)
                // What a longer group holds may be a group, too: «أعضاء لجنة ضحايا …» is none, «دول» inside is.
                at += 1
            }
        }
    }

    private func isNoun(_ token: Int) -> Bool {
        let form = text.form(token)
        return !form.isMainly([.verb, .particle]) || form.hasArticle
    }

    private struct Found {
        var tokens: Range<Int>
        var body: Int?
        var topic: TopicFinder.Match?
        var isPlain = false
    }

    private func group(_ token: Int, _ head: GroupHead, _ limit: Int, _ view: TextView, _ resolver: Resolver) -> Found? {
        let form = text.form(token)
        switch head.need {
        case .topic:
            guard !form.hasArticle, let match = topics.match(at: token + 1, before: limit), !text.form(token + 1).hasPrefix else { return nil }
            return Found(tokens: token..<match.tokens.upperBound, topic: match)
        case .states:
            if !form.hasArticle, let body = body(at: token + 1, view, resolver), resolver.mentions[body].type == .InternationalOrganization {
                return Found(tokens: token..<resolver.mentions[body].tokens.upperBound, body: body)
            }
            return nil
        case .body, .plain:
            if !form.hasArticle {
                guard let body = body(at: token + 1, view, resolver) else { return nil }
                return Found(tokens: token..<resolver.mentions[body].tokens.upperBound, body: body)
            }
            var end = token + 1
            while end < limit, text.isDefiniteAdjective(end) { end += 1 }
            if let body = bodyBehind(end, view, resolver) {
                return Found(tokens: token..<resolver.mentions[body].tokens.upperBound, body: body)
            }
            guard head.need == .plain else { return nil }
            if text.has(end, of), !text.form(end).hasPrefix, text.has(end + 1, source), text.form(end + 1).hasArticle {
                end += 2
                while end < limit, text.isDefiniteAdjective(end) { end += 1 }
            }
            return Found(tokens: token..<end, isPlain: true)
        }
    }

    /// The body that begins at a token, the longest.
    private func body(at token: Int, _ view: TextView, _ resolver: Resolver) -> Int? {
        guard token < text.items.count, text.isWord(token), !text.form(token).hasPrefix else { return nil }
        return view.mention(at: token, resolver.mentions) { $0.type.isA(.Organization) && $0.form != .metonym }
    }

    /// «العاملين بوزارة الصحة», «الأعضاء في اللجنة», «المتدربين من وزارة الداخلية».
    private func bodyBehind(_ token: Int, _ view: TextView, _ resolver: Resolver) -> Int? {
        guard token < text.items.count, text.isWord(token) else { return nil }
        let form = text.form(token)
        guard form.conjunction == .none else { return nil }
        let fits = { (mention: Mention) in mention.type.isA(.Organization) && mention.form != .metonym }
        if form.preposition == .bi { return view.mention(at: token, resolver.mentions, where: fits) }
        guard form.sets.intersects(of) || form.sets.intersects(inside), token + 1 < text.items.count, text.isWord(token + 1),
            !text.form(token + 1).hasPrefix
        else { return nil }
        return view.mention(at: token + 1, resolver.mentions, where: fits)
    }

    private func add(_ found: Found, _ head: GroupHead, _ token: Int, _ resolver: inout Resolver, _ facts: inout [Fact]) {
        let form = text.form(token)
        let label = self.label(found.tokens, head)
        let body = found.body.map { resolver.mentions[$0].entity }
        var entity = Entity(type: .Group)
        (entity.head, entity.words) = (form.stem, resolver.stems(found.tokens))
        // «أعضاء اللجنة», later «أعضاء اللجنة الوطنية»: one body, one kind of people.
        let kin = lexicon.layers.groups.filter { $0.value.nominative == head.nominative }.map(\.key)
        let known = resolver.entities.firstIndex { other in
            other.type == .Group && kin.contains(other.head)
                && (body != nil ? Self.body(of: other, facts, resolver) == body : other.words == entity.words)
        }
        let number: Int
        if let known {
            number = known
        } else {
            entity.ownLabel = label
            resolver.entities.append(entity)
            number = resolver.entities.count - 1
        }
        resolver.addLayerMention(
            found.tokens, .Group, to: number, rule: found.isPlain ? "group-of-people" : "group-of-body", form: .full,
            isNested: false)
        if let body {
            facts.append(
                Fact(
                    subject: number, predicate: .drawnFrom, object: .entity(body), tokens: found.tokens, rule: "group-of-body",
                    confidence: 90))
        }
        if let match = found.topic {
            let topic = resolver.addTopic(match.topic, match.tokens, rule: "topic-in-name")
            facts.append(
                Fact(
                    subject: number, predicate: .about, object: .entity(topic), tokens: found.tokens, rule: "group-of-topic",
                    confidence: 88, derivation: .inferred))
        }
    }

    private static func body(of group: Entity, _ facts: [Fact], _ resolver: Resolver) -> Int? {
        guard let first = group.mentions.first else { return nil }
        let number = resolver.mentions[first].entity
        for fact in facts where fact.subject == number && fact.predicate == .drawnFrom {
            if case .entity(let body) = fact.object { return body }
        }
        return nil
    }

    /// The words of a group with its head in the nominative: «منتسبو وزارة الداخلية».
    private func label(_ tokens: Range<Int>, _ head: GroupHead) -> String {
        let cleaner = LabelCleaner(text: text)
        let first = tokens.lowerBound
        guard !text.form(first).hasArticle, tokens.count > 1 else { return cleaner.label(tokens) }
        return head.nominative + " " + LabelCleaner.clean(text.surface(first + 1..<tokens.upperBound, bare: false))
    }
}
