import KnowledgeGraph

/// What the build of an instrument's name says: its number, its parties, who issued it, what it revises or sets up.
extension StructuralRelations {
    func instrument(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        let entity = mention.entity
        func fact(_ predicate: OntologyProperty, _ object: Fact.Object, _ rule: String, _ confidence: UInt8) {
            facts.append(
                Fact(
                    subject: entity, predicate: predicate, object: object, tokens: mention.tokens, rule: rule,
                    confidence: confidence))
        }
        if !mention.number.isEmpty { fact(.number, .literal(mention.number, .string), "instrument-number", 97) }
        if mention.year.utf8.count == 4 { fact(.year, .literal(mention.year, .gYear), "instrument-year", 97) }
        let nisbaToken = mention.nisbaToken >= 0 ? mention.nisbaToken : nationality(mention)
        if nisbaToken >= 0, mention.country >= 0 {
            let country = resolver.entity(ofCountry: mention.country)
            addAdjective(nisbaToken, country, &resolver)
            fact(.ofCountry, .entity(country), "instrument-nationality", 80)
        }
        let isBetween = mention.tokens.contains { text.isWord($0) && text.form($0).sets.intersects(lexicon.wordSet("prep.between")) }
        for child in mention.children {
            let inner = resolver.mentions[child]
            guard inner.entity >= 0 else { continue }
            if inner.type.isA(.Organization), inner.type != .Country, has("establish.noun", inner.tokens.lowerBound - 1, in: mention) {
                // «قرار بتشكيل فريق عمل».
                facts.append(
                    Fact(
                        subject: inner.entity, predicate: .basedOn, object: .entity(entity), tokens: mention.tokens,
                        rule: "instrument-establishes", confidence: 85))
                continue
            }
            switch inner.type.kind {
            case .Country where mention.type == .Strategy || mention.type == .Plan:
                fact(.ofCountry, .entity(inner.entity), "instrument-of-state", 80)
            case .Country, .Organization:
                if isBetween, mention.type == .Agreement || mention.type == .MemorandumOfUnderstanding || mention.type == .Convention || mention.type == .Protocol {
                    fact(.contractingParty, .entity(inner.entity), "instrument-between", 80)
                    fact(.signatory, .entity(inner.entity), "instrument-between", 80)
                } else if inner.type == .Country, mention.type == .Constitution || mention.type == .Law {
                    fact(.ofCountry, .entity(inner.entity), "instrument-of-state", 90)
                } else if inner.type.kind == .Organization, mention.type == .Decision || mention.type == .Resolution || mention.type == .Decree {
                    fact(.issuedBy, .entity(inner.entity), "instrument-of-body", 65)
                }
            case .Post, .Person:
                if mention.type == .Decision || mention.type == .Decree || mention.type == .Resolution {
                    fact(.issuedBy, .entity(inner.entity), "instrument-of-body", 65)
                }
            case .Instrument: revision(of: inner, mention, &facts)
            default: break
            }
        }
    }

    /// «مشروع تعديل نظام الأحوال المدنية», «البرنامج التنفيذي لاتفاقية التعاون».
    func revision(of inner: Mention, _ mention: Mention, _ facts: inout [Fact]) {
        let before = mention.tokens.lowerBound..<inner.tokens.lowerBound
        func holds(_ set: String) -> Bool { before.contains { has(set, $0, in: mention) } }
        let predicate: OntologyProperty
        if holds("amend") { predicate = .amends } else if holds("executive") { predicate = .basedOn } else { return }
        facts.append(
            Fact(
                subject: mention.entity, predicate: predicate, object: .entity(inner.entity), tokens: mention.tokens,
                rule: "instrument-revision", confidence: 82))
    }

    func has(_ set: String, _ token: Int, in mention: Mention) -> Bool {
        mention.tokens.contains(token) && text.isWord(token) && text.form(token).sets.intersects(lexicon.wordSet(set))
    }
}
