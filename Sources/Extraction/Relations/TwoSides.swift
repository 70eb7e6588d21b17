import KnowledgeGraph

/// «المباحثات بين البلدين», «الاتفاقية بين الجانبين»: the two States that the text speaks of.
struct TwoSides {
    let lexicon: Lexicon
    let text: AnalyzedText

    func add(to facts: inout [Fact], _ resolver: Resolver) {
        guard let sides = sides(resolver) else { return }
        for mention in resolver.mentions where mention.entity >= 0 && !mention.isDropped {
            let predicate: OntologyProperty
            switch mention.type {
            case .Talks, .Meeting, .Session: predicate = .participant
            case .Agreement, .MemorandumOfUnderstanding, .Protocol: predicate = .contractingParty
            default: continue
            }
            guard let end = speaksOfBoth(mention) else { continue }
            for side in [sides.0, sides.1] {
                facts.append(
                    Fact(
                        subject: mention.entity, predicate: predicate, object: .entity(side),
                        tokens: mention.tokens.lowerBound..<end, rule: "both-states", confidence: 75,
                        derivation: .inferred))
            }
        }
    }

    /// The token behind «البلدين» if «بين البلدين» stands in a mention or right after it.
    private func speaksOfBoth(_ mention: Mention) -> Int? {
        let (both, between) = (lexicon.wordSet("two-sides"), lexicon.wordSet("prep.between"))
        let limit = min(mention.tokens.upperBound + 3, text.items.count - 1)
        for token in mention.tokens.lowerBound..<limit where text.isWord(token) && text.isWord(token + 1) {
            if text.form(token).sets.intersects(between), text.form(token + 1).sets.intersects(both) { return token + 2 }
        }
        return nil
    }

    /// The two States named most often, if they stand out from the others.
    private func sides(_ resolver: Resolver) -> (Int, Int)? {
        let ranked = resolver.entities.indices
            .filter { resolver.entities[$0].type == .Country && !resolver.entities[$0].isDropped && !resolver.entities[$0].mentions.isEmpty }
            .sorted {
                let (a, b) = (resolver.entities[$0].mentions.count, resolver.entities[$1].mentions.count)
                return a != b ? a > b : $0 < $1
            }
        guard ranked.count >= 2 else { return nil }
        let counts = ranked.prefix(3).map { resolver.entities[$0].mentions.count }
        guard counts[1] >= 2, counts.count < 3 || counts[2] < counts[1] else { return nil }
        return (ranked[0], ranked[1])
    }
}
