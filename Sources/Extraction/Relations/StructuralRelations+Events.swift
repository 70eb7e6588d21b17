import KnowledgeGraph

/// What the build of an event's or a place's name says: whose it is, who takes part, where and when.
extension StructuralRelations {
    // MARK: Events

    func event(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        let entity = mention.entity
        func edge(_ predicate: OntologyProperty, _ object: Int, _ rule: String, _ confidence: UInt8) {
            facts.append(
                Fact(
                    subject: entity, predicate: predicate, object: .entity(object), tokens: mention.tokens,
                    rule: rule, confidence: confidence))
        }
        // «اجتماع بين مصر والسودان»: its sides, not its place.
        let isBetween = mention.tokens.contains {
            text.isWord($0) && text.form($0).sets.intersects(lexicon.wordSet("prep.between"))
        }
        for child in mention.children {
            let inner = resolver.mentions[child]
            guard inner.entity >= 0 else { continue }
            switch inner.type.kind {
            case .Organization where isBetween, .Country where isBetween:
                edge(.participant, inner.entity, "event-between", 70)
            case .Organization:
                switch mention.type {
                case .Meeting, .Session, .Conference: edge(.organizer, inner.entity, "event-of-body", 75)
                case .Talks: edge(.participant, inner.entity, "event-of-agent", 50)
                default: break
                }
            case .Person, .Post:
                switch mention.type {
                case .Visit, .Meeting, .Talks: edge(.participant, inner.entity, "event-of-agent", 65)
                default: break
                }
            case .Country:
                switch mention.type {
                case .Talks, .Meeting: edge(.participant, inner.entity, "event-of-agent", 50)
                case .Visit: edge(.location, inner.entity, "event-place", 80)
                default: break
                }
            case .Place:
                edge(.location, inner.entity, "event-place", 85)
            default: break
            }
        }
        date(mention, &facts, entity)
    }

    /// «انتخابات مجلس النواب لسنة 2018»: the year in the name.
    func date(_ mention: Mention, _ facts: inout [Fact], _ entity: Int) {
        let year = lexicon.wordSet("year.name")
        guard let token = mention.tokens.dropFirst().first(where: { text.isWord($0) && text.form($0).sets.intersects(year) }),
            mention.tokens.contains(token + 1), text.items[token + 1].kind == .number,
            text.digits(token + 1).utf8.count == 4
        else { return }
        facts.append(
            Fact(
                subject: entity, predicate: .dateText, object: .literal(text.surface(token..<token + 2), .string),
                tokens: mention.tokens, rule: "event-year", confidence: 88))
    }

    // MARK: Places

    func place(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        stateOfPlace(mention, &facts, &resolver)
        guard mention.gazetteer < 0 else { return }
        for child in mention.children {
            let inner = resolver.mentions[child]
            guard inner.entity >= 0, inner.entity != mention.entity, inner.type == .Place || inner.type == .Country else { continue }
            facts.append(
                Fact(
                    subject: mention.entity, predicate: .locatedIn, object: .entity(inner.entity), tokens: mention.tokens,
                    rule: "place-in-place", confidence: 80))
        }
    }

    /// «العاصمة السودانية الخرطوم», «مدينة جدة السعودية».
    func stateOfPlace(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        guard !mention.isNested else { return }
        let (before, behind) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
        let capital = lexicon.wordSet("capital")
        var token: Int?
        if before > 0, isState(before), text.isWord(before - 1), text.form(before - 1).sets.intersects(capital),
            !text.form(mention.tokens.lowerBound).hasPrefix
        {
            token = before
        } else if behind < text.items.count, isState(behind), text.form(behind).gender != .masculine,
            !text.form(behind).hasPrefix
        {
            token = behind
        }
        guard let token else { return }
        let country = resolver.entity(ofCountry: text.form(token).nisba)
        guard country != mention.entity else { return }
        addAdjective(token, country, &resolver)
        facts.append(
            Fact(
                subject: mention.entity, predicate: .locatedIn, object: .entity(country), tokens: mention.tokens,
                rule: "place-nationality", confidence: 85))
    }

    func isState(_ token: Int) -> Bool {
        text.isWord(token) && text.form(token).nisba >= 0 && text.form(token).hasArticle
    }
}
