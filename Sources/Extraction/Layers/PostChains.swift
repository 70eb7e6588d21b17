import KnowledgeGraph

/// The office that «المساعد» behind a body leaves unsaid: «وكيل وزارة العدل المساعد» assists «وكيل وزارة العدل».
struct PostChains {
    let lexicon: Lexicon
    let text: AnalyzedText

    func add(to facts: inout [Fact], _ resolver: inout Resolver) {
        let assistant = lexicon.wordSet("role.assistant")
        for index in resolver.mentions.indices {
            let mention = resolver.mentions[index]
            guard mention.type == .Post, mention.entity >= 0, mention.body >= 0, mention.parentPost < 0, mention.form != .definite else { continue }
            let body = resolver.mentions[mention.body]
            // Right behind the body: «وكيل وزارة العدل المساعد», not «الأمين العام المساعد للجامعة».
            let at = body.tokens.upperBound
            guard mention.tokens.contains(at), text.has(at, assistant), body.entity >= 0, body.type.isA(.Organization) else { continue }
            let parent = parent(mention, upTo: at, &resolver)
            guard parent != mention.entity else { continue }
            facts.append(
                Fact(
                    subject: mention.entity, predicate: .assistantTo, object: .entity(parent), tokens: mention.tokens,
                    rule: "post-assistant", confidence: 88, derivation: .inferred))
            facts.append(
                Fact(
                    subject: parent, predicate: .postIn, object: .entity(body.entity), tokens: mention.tokens, rule: "post-body",
                    confidence: 85, derivation: .inferred))
        }
    }

    private func parent(_ mention: Mention, upTo end: Int, _ resolver: inout Resolver) -> Int {
        let tokens = mention.tokens.lowerBound..<end
        var words = resolver.stems(tokens)
        if !words.isEmpty { words[0] = resolver.headStem(mention.head) }
        let number: Int
        if let known = resolver.entities.firstIndex(where: { $0.type == .Post && $0.words == words && !$0.isDropped }) {
            number = known
        } else {
            var entity = Entity(type: .Post)
            (entity.words, entity.country, entity.head) = (words, mention.country, resolver.headStem(mention.head))
            resolver.entities.append(entity)
            number = resolver.entities.count - 1
        }
        let made = resolver.addLayerMention(tokens, .Post, to: number, rule: "post-assistant", form: .nested, isNested: true)
        resolver.mentions[made].body = mention.body
        return number
    }
}
