import KnowledgeGraph

/// Makes acts of facts: who accedes to or ratifies which treaty under which law, who appoints whom to which office.
struct ActFinder {
    /// A treaty action or a change of office, as entities of the document.
    struct Act {
        var type: OntologyClass
        /// Local name of the concept behind `kind-`.
        var kind: String
        /// The first end is the party, or the person.
        var ends: [(predicate: OntologyProperty, entity: Int)]
        var tokens: Range<Int>
        var rule: String
        var confidence: UInt8
    }

    let lexicon: Lexicon
    let text: AnalyzedText
    let resolver: Resolver

    func acts(_ facts: [Fact]) -> [Act] {
        facts.compactMap { fact in
            guard case .entity(let object) = fact.object else { return nil }
            switch fact.predicate {
            case .contractingParty where fact.rule.hasPrefix("accedes"): return accession(fact, party: object)
            case .signatory where resolver.entities[fact.subject].type.isA(.Convention) || resolver.entities[fact.subject].type == .Protocol:
                return treaty(fact, party: object, kind: "signature")
            case .appoints: return appointment(fact, person: object)
            default: return nil
            }
        }
    }

    private func accession(_ fact: Fact, party: Int) -> Act {
        let isRatified = has("ratify.verb", in: fact.tokens)
        return treaty(fact, party: party, kind: isRatified ? "ratification" : "accession")
    }

    private func treaty(_ fact: Fact, party: Int, kind: String) -> Act {
        var ends: [(predicate: OntologyProperty, entity: Int)] = [(.treatyParty, party), (.treaty, fact.subject)]
        if let law = legalBasis(behind: fact.tokens.upperBound), law != fact.subject { ends.append((.legalBasis, law)) }
        return Act(
            type: .TreatyAction, kind: kind, ends: ends, tokens: fact.tokens, rule: fact.rule, confidence: fact.confidence)
    }

    private func appointment(_ fact: Fact, person: Int) -> Act {
        let isElected = has("elect.verb", in: fact.tokens)
        var ends: [(predicate: OntologyProperty, entity: Int)] = [(.person, person)]
        if let post = post(behind: fact.tokens.upperBound) { ends.append((.post, post)) }
        ends.append((.by, fact.subject))
        return Act(
            type: .OfficeChange, kind: isElected ? "election" : "appointment", ends: ends, tokens: fact.tokens,
            rule: fact.rule, confidence: fact.confidence)
    }

    private func has(_ set: String, in tokens: Range<Int>) -> Bool {
        let words = lexicon.wordSet(set)
        return tokens.contains { text.isWord($0) && text.form($0).sets.intersects(words) }
    }

    /// «… بموجب القانون رقم 47»: the instrument right behind the act.
    private func legalBasis(behind token: Int) -> Int? {
        let pursuant = lexicon.wordSet("pursuant")
        let limit = min(token + 4, text.items.count)
        guard token < limit, let word = (token..<limit).first(where: { text.isWord($0) && text.form($0).sets.intersects(pursuant) })
        else { return nil }
        return entity(.Instrument, from: word + 1, within: 2)
    }

    /// «… وزيرا للعدل»: the office named right behind the person.
    private func post(behind token: Int) -> Int? { entity(.Post, from: token, within: 3) }

    private func entity(_ kind: OntologyClass, from token: Int, within reach: Int) -> Int? {
        let found = resolver.mentions.filter {
            $0.type.isA(kind) && $0.entity >= 0 && !$0.isDropped && !$0.isNested
                && $0.tokens.lowerBound >= token && $0.tokens.lowerBound <= token + reach
        }
        return found.min { $0.tokens.lowerBound < $1.tokens.lowerBound }?.entity
    }
}
