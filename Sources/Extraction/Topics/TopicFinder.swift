import KnowledgeGraph

/// Finds the subject matters that a text names: the longest known name that begins at a token.
///
/// A topic of one word («التعليم», «التحقيق») is a topic only in a field («في مجال التعليم»), in a remit, or
/// joined to one; elsewhere it is a word like any other.
struct TopicFinder {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let field: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        field = lexicon.wordSet("field.noun")
    }

    struct Match {
        var topic: Int
        var tokens: Range<Int>
    }

    /// The longest topic name that begins at a token and ends before `limit`.
    func match(at token: Int, before limit: Int) -> Match? {
        guard token < limit, text.isWord(token) else { return nil }
        let topics = lexicon.layers.topics
        var node = topics.start(text.form(token).bare)
        guard node >= 0 else { return nil }
        var best: Match?
        var at = token + 1
        while true {
            let entry = topics.entry[Int(node)]
            if entry >= 0 { best = Match(topic: Int(entry), tokens: token..<at) }
            guard at < limit, text.isWord(at) else { break }
            node = topics.step(node, text.form(at).symbol)
            guard node >= 0 else { break }
            at += 1
        }
        return best
    }

    /// Adds a mention of every topic that the text names.
    func addTopics(to resolver: inout Resolver) {
        for sentence in text.sentences {
            var at = sentence.lowerBound
            var previousEnd = -1
            while at < sentence.upperBound {
                guard let match = match(at: at, before: sentence.upperBound), isNoun(at) else {
                    at += 1
                    continue
                }
                let isJoined = previousEnd == at && text.form(at).conjunction == .wa
                if match.tokens.count > 1 || isJoined || isField(before: at) {
                    resolver.addTopic(match.topic, match.tokens, rule: "topic-name")
                    previousEnd = match.tokens.upperBound
                }
                at = match.tokens.upperBound
            }
        }
    }

    private func isNoun(_ token: Int) -> Bool {
        let form = text.form(token)
        return form.hasArticle || !form.isMainly([.verb, .particle])
    }

    private func isField(before token: Int) -> Bool { text.has(token - 1, field) }
}

extension Resolver {
    /// The entity of a known topic, with one more mention.
    @discardableResult
    mutating func addTopic(_ topic: Int, _ tokens: Range<Int>, rule: StaticString) -> Int {
        let entry = lexicon.layers.topicEntries[topic]
        return addTopic(label: entry.name, english: entry.english, tokens, rule: rule)
    }

    /// The entity of a topic by its label, with one more mention.
    mutating func addTopic(label: String, english: String, _ tokens: Range<Int>, rule: StaticString) -> Int {
        let number: Int
        if let known = entities.firstIndex(where: { $0.type == .Topic && $0.ownLabel == label }) {
            number = known
        } else {
            var entity = Entity(type: .Topic)
            entity.ownLabel = label
            entity.englishLabel = english.isEmpty ? nil : english
            entities.append(entity)
            number = entities.count - 1
        }
        addLayerMention(tokens, .Topic, to: number, rule: rule, form: .full, isNested: false)
        return number
    }

    /// A mention that the layers add, unless the entity has one of these tokens already.
    @discardableResult
    mutating func addLayerMention(
        _ tokens: Range<Int>, _ type: OntologyClass, to entity: Int, rule: StaticString, form: MentionRecord.Form,
        isNested: Bool
    ) -> Int {
        if let known = entities[entity].mentions.first(where: { mentions[$0].tokens == tokens }) { return known }
        var mention = Mention(tokens: tokens, type: type, head: tokens.lowerBound, rule: rule)
        (mention.form, mention.isNested, mention.entity, mention.isDefinite) = (form, isNested, entity, true)
        mentions.append(mention)
        entities[entity].mentions.append(mentions.count - 1)
        return mentions.count - 1
    }
}
