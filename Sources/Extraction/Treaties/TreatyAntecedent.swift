import KnowledgeGraph

/// Which treaty «التي انضمت إليها الكويت» speaks of: the nearest one before it of the pronoun's gender.
struct TreatyAntecedent {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let accede, relative, pronoun, negation: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        accede = lexicon.wordSet("accede.verb")
        relative = lexicon.wordSet("relative")
        pronoun = lexicon.wordSet("treaty.pronoun")
        negation = lexicon.wordSet("negation")
    }

    /// Adds the party to the treaty that is meant, and takes it from one of the other gender.
    func add(to facts: inout [Fact], _ resolver: Resolver) {
        let view = TextView(text, resolver.mentions)
        for token in text.items.indices where text.has(token, accede) && text.isFiniteVerb(token) {
            guard text.has(token + 1, pronoun), text.has(token - 1, relative), !text.has(token - 2, negation),
                let party = view.mention(at: token + 2, resolver.mentions, where: { $0.type == .Country && $0.form != .adjective })
            else { continue }
            let country = resolver.mentions[party]
            let isFeminine = text.folded(token + 1).suffix(2).elementsEqual([0xD8, 0xA7])
            let treaties = view.mentions(in: view.sentence(token).lowerBound..<token, resolver.mentions).filter {
                Self.treaties.contains(resolver.mentions[$0].type)
            }
            func agrees(_ mention: Int) -> Bool {
                (text.form(resolver.mentions[mention].head).gender == .feminine) == isFeminine
            }
            guard let treaty = treaties.last(where: agrees) else { continue }
            let tokens = token..<country.tokens.upperBound
            facts.removeAll { fact in
                fact.predicate == .contractingParty && fact.isObject(country.entity) && fact.tokens.overlaps(tokens)
                    && fact.subject != resolver.mentions[treaty].entity
            }
            facts.append(
                Fact(
                    subject: resolver.mentions[treaty].entity, predicate: .contractingParty, object: .entity(country.entity),
                    tokens: tokens, rule: "accedes-agreeing", confidence: 88))
        }
    }

    private static let treaties: Set<OntologyClass> = [.Convention, .Protocol, .Agreement]
}

extension Fact {
    func isObject(_ entity: Int) -> Bool {
        if case .entity(entity) = object { return true }
        return false
    }
}
