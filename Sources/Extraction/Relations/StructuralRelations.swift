import KnowledgeGraph

/// What the build of a name says: the body of an office, the State of a body, the unit inside a body,
/// the topic of «لشؤون», the strategy in «المعنية بتنفيذ».
struct StructuralRelations {
    let lexicon: Lexicon
    let text: AnalyzedText

    func add(to facts: inout [Fact], _ resolver: inout Resolver) {
        for index in resolver.mentions.indices where resolver.mentions[index].entity >= 0 {
            let mention = resolver.mentions[index]
            switch mention.type.kind {
            case .Post: post(mention, &facts, &resolver)
            case .Organization: organization(mention, &facts, &resolver)
            case .Instrument: instrument(mention, &facts, &resolver)
            case .Event where !mention.rule.hasPrefix("date"): event(mention, &facts, &resolver)
            case .Place: place(mention, &facts, &resolver)
            default: break
            }
        }
        for holding in resolver.holdings {
            facts.append(
                Fact(
                    subject: holding.person, predicate: .holds, object: .entity(holding.post),
                    tokens: holding.tokens, rule: holding.rule.description, confidence: holding.confidence))
        }
        memberships(&facts, resolver)
        ranks(&facts, resolver)
        nationalities(&facts, &resolver)
    }

    /// «عضو اللجنة … ريا الرشيدي»: who holds a member's office of a body sits on it.
    func memberships(_ facts: inout [Fact], _ resolver: Resolver) {
        var bodies: [Int: Int] = [:]
        for mention in resolver.mentions where mention.roleClass == "member" && mention.entity >= 0 && mention.body >= 0 {
            let body = resolver.mentions[mention.body]
            if body.type.kind == .Organization, body.entity >= 0 { bodies[mention.entity] = body.entity }
        }
        for holding in resolver.holdings {
            guard let body = bodies[holding.post], body != holding.person else { continue }
            facts.append(
                Fact(
                    subject: holding.person, predicate: .memberOf, object: .entity(body), tokens: holding.tokens,
                    rule: "member-office", confidence: 90))
        }
    }

    /// «المواطن السعودي جمال خاشقجي»: the State of a person without an office.
    func nationalities(_ facts: inout [Fact], _ resolver: inout Resolver) {
        let holders = Set(resolver.holdings.map(\.person))
        for mention in resolver.mentions where mention.type == .Person && mention.entity >= 0 && !mention.isNested {
            let token = mention.lead - 1
            guard mention.form == .full, token > 0, !holders.contains(mention.entity), isState(token), text.isWord(token - 1),
                text.form(token - 1).hasArticle, text.form(token).gender != .feminine || mention.gender != .masculine
            else { continue }
            let country = resolver.entity(ofCountry: text.form(token).nisba)
            addAdjective(token, country, &resolver)
            facts.append(
                Fact(
                    subject: mention.entity, predicate: .ofCountry, object: .entity(country),
                    tokens: token..<mention.tokens.upperBound, rule: "person-nationality", confidence: 75))
        }
    }

    func ranks(_ facts: inout [Fact], _ resolver: Resolver) {
        for mention in resolver.mentions where mention.type == .Person && mention.entity >= 0 {
            for child in mention.children where resolver.mentions[child].type == .Rank {
                let rank = resolver.mentions[child]
                guard rank.entity >= 0 else { continue }
                facts.append(
                    Fact(
                        subject: mention.entity, predicate: .rank, object: .entity(rank.entity),
                        tokens: rank.tokens.lowerBound..<mention.tokens.upperBound, rule: "rank-before-person",
                        confidence: 95))
            }
        }
    }

    // MARK: Offices

    func post(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        let entity = mention.entity
        func edge(_ predicate: OntologyProperty, _ object: Int, _ rule: String, _ confidence: UInt8, _ derivation: Evidence.Derivation = .read) {
            facts.append(
                Fact(
                    subject: entity, predicate: predicate, object: .entity(object), tokens: mention.tokens,
                    rule: rule, confidence: confidence, derivation: derivation))
        }
        if mention.body >= 0 {
            let body = resolver.mentions[mention.body]
            if body.entity >= 0 {
                switch body.type.kind {
                case .Organization: edge(.postIn, body.entity, "post-body", 88)
                case .Country:
                    edge(.postIn, body.entity, "post-state", 88)
                    edge(.ofCountry, body.entity, "post-state", 88)
                default: break
                }
            }
        }
        if mention.country >= 0 {
            let country = resolver.entity(ofCountry: mention.country)
            addAdjective(mention.nisbaToken, country, &resolver)
            edge(.ofCountry, country, "post-nationality", 85)
            if mention.roleClass == "ambassador" || mention.roleClass == "representative" || mention.roleClass == "ruler", mention.body < 0 {
                edge(.postIn, country, "post-nationality", 85)
            }
        }
        if mention.country < 0, mention.roleClass != "ambassador", mention.roleClass != "representative" {
            // «وزير التربية بالبحرين».
            for child in mention.children {
                let inner = resolver.mentions[child]
                guard inner.type == .Country, inner.entity >= 0, isInside(inner) else { continue }
                edge(.ofCountry, inner.entity, "post-in-state", 85)
            }
        }
        if mention.body < 0, mention.parentPost < 0, let government = government(of: mention, resolver) {
            edge(.postIn, government, "post-government", 85, .inferred)
        }
        if mention.parentPost >= 0 {
            let parent = resolver.mentions[mention.parentPost]
            if parent.entity >= 0, parent.entity != entity {
                switch mention.roleClass {
                case "deputy": edge(.deputyOf, parent.entity, "post-chain", 92)
                case "assistant", "undersecretary", "advisor": edge(.assistantTo, parent.entity, "post-chain", 92)
                default: break
                }
                if mention.body < 0, let ministry = impliedMinistry(of: mention.parentPost, &resolver) {
                    edge(.postIn, ministry, "post-chain-body", 85, .inferred)
                }
            }
        }
        if mention.roleClass == "minister", mention.body < 0, let ministry = impliedMinistry(mention, &resolver) {
            edge(.postIn, ministry, "minister-ministry", 80, .inferred)
        }
    }

    /// Whether a mention stands behind «في» or «بـ».
    func isInside(_ mention: Mention) -> Bool {
        let token = mention.tokens.lowerBound
        return text.form(token).preposition == .bi
            || token > 0 && text.isWord(token - 1) && text.form(token - 1).sets.intersects(lexicon.wordSet("prep.in"))
    }

    /// Whether a mention stands behind «لدى».
    private func isHost(_ mention: Mention) -> Bool {
        let token = mention.tokens.lowerBound - 1
        return token >= 0 && text.isWord(token) && text.form(token).sets.intersects(lexicon.wordSet("prep.at"))
    }

    /// The government that «رئيس الوزراء», «نائب رئيس مجلس الوزراء», «رئيس الحكومة» sit in, if the text names it.
    func government(of mention: Mention, _ resolver: Resolver) -> Int? {
        let cabinet = lexicon.wordSet("cabinet.word")
        guard mention.roleClass == "head" || mention.roleClass == "deputy",
            mention.tokens.prefix(4).contains(where: { text.isWord($0) && text.form($0).sets.intersects(cabinet) })
        else { return nil }
        let governments = resolver.entities.indices.filter {
            let entity = resolver.entities[$0]
            return entity.type == .Government && !entity.isDropped && !entity.mentions.isEmpty
                && (mention.country < 0 || entity.country < 0 || entity.country == mention.country)
        }
        return governments.count == 1 ? governments[0] : nil
    }

    func impliedMinistry(of index: Int, _ resolver: inout Resolver) -> Int? {
        let mention = resolver.mentions[index]
        guard mention.roleClass == "minister" else {
            return mention.parentPost >= 0 ? impliedMinistry(of: mention.parentPost, &resolver) : nil
        }
        return impliedMinistry(mention, &resolver)
    }

    /// «وزير الخارجية» speaks of «وزارة الخارجية»: the ministry named in the text, or one made for it.
    func impliedMinistry(_ mention: Mention, _ resolver: inout Resolver) -> Int? {
        guard let remit = mention.remit, !remit.isEmpty, text.form(remit.lowerBound).preposition == .none,
            text.form(remit.lowerBound).sets.intersects(lexicon.wordSet("portfolio"))
        else { return nil }
        // Not «وزير الدولة», which has no ministry.
        let words = resolver.stems(remit).filter { $0 >= 0 }
        guard let first = words.first, !lexicon.wordSet("state.word").intersects(sets(of: first)) else { return nil }
        let ministry = lexicon.symbols.find(FoldedWord.bytes("وزارة"))
        let country = mention.country
        var best: Int?
        let home = resolver.homeCountry
        for (number, entity) in resolver.entities.enumerated() where entity.type == .Ministry {
            guard entity.words.first == ministry || entity.impliedLabel != nil else { continue }
            if country >= 0, entity.country >= 0, entity.country != country { continue }
            let rest = Array(entity.words.dropFirst())
            let portfolio = words.filter { lexicon.nisbaCountry[$0] == nil }
            guard rest.starts(with: portfolio) || portfolio.starts(with: rest) && !rest.isEmpty else { continue }
            // Without a nationality, the home State's ministry or one without a State.
            if country < 0, entity.country >= 0, home >= 0, entity.country != home { continue }
            best = number
        }
        if let best { return best }
        var entity = Entity(type: .Ministry)
        entity.country = country
        entity.words = [ministry] + words
        entity.head = ministry
        // The adjective agrees with «وزارة» now: «الفلبيني» becomes «الفلبينية».
        let last = text.form(remit.upperBound - 1)
        let isMasculine = last.nisba >= 0 && last.gender != .feminine
        entity.impliedLabel = "وزارة " + text.surface(remit) + (isMasculine ? "ة" : "")
        resolver.entities.append(entity)
        let number = resolver.entities.count - 1
        // The office's own words are the mention: a metonym.
        var metonym = Mention(tokens: mention.tokens.lowerBound..<remit.upperBound, type: .Ministry, head: mention.head, rule: "minister-ministry")
        metonym.form = .metonym
        metonym.isNested = true
        metonym.entity = number
        resolver.mentions.append(metonym)
        resolver.entities[number].mentions.append(resolver.mentions.count - 1)
        return number
    }

    func sets(of symbol: Int32) -> WordSets {
        symbol >= 0 && Int(symbol) < lexicon.sets.count ? lexicon.sets[Int(symbol)] : WordSets()
    }

    /// The adjective that shows a State is a mention of it.
    func addAdjective(_ token: Int, _ country: Int, _ resolver: inout Resolver) {
        guard token >= 0 else { return }
        let known = resolver.entities[country].mentions.contains { resolver.mentions[$0].tokens == token..<token + 1 }
        guard !known else { return }
        var adjective = Mention(tokens: token..<token + 1, type: .Country, head: token, rule: "nationality-adjective")
        adjective.form = .adjective
        adjective.isNested = true
        adjective.entity = country
        adjective.country = resolver.entities[country].country
        resolver.mentions.append(adjective)
        resolver.entities[country].mentions.append(resolver.mentions.count - 1)
    }

    // MARK: Bodies

    func organization(_ mention: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        let entity = mention.entity
        func edge(_ predicate: OntologyProperty, _ object: Int, _ rule: String, _ confidence: UInt8, _ derivation: Evidence.Derivation = .read) {
            guard object != entity else { return }
            facts.append(
                Fact(
                    subject: entity, predicate: predicate, object: .entity(object), tokens: mention.tokens,
                    rule: rule, confidence: confidence, derivation: derivation))
        }
        let nisbaToken = mention.nisbaToken >= 0 ? mention.nisbaToken : nationality(mention)
        if nisbaToken >= 0, mention.country >= 0, mention.type != .InternationalOrganization {
            let country = resolver.entity(ofCountry: mention.country)
            addAdjective(nisbaToken, country, &resolver)
            edge(.ofCountry, country, "organization-nationality", 89)
            for token in otherNationalities(mention, nisbaToken) {
                let other = resolver.entity(ofCountry: text.form(token).nisba)
                addAdjective(token, other, &resolver)
                edge(.ofCountry, other, "organization-nationality", 89)
            }
        } else if mention.gazetteer >= 0, mention.country >= 0, Self.ofState.contains(mention.type),
            resolver.entities.contains(where: { $0.type == .Country && $0.country == mention.country && !$0.mentions.isEmpty })
        {
            edge(.ofCountry, resolver.entity(ofCountry: mention.country), "known-state", 55, .background)
        } else if mention.country < 0 || mention.nisbaToken < 0, let inner = mention.children.first.map({ resolver.mentions[$0] }),
            inner.tokens.lowerBound == mention.head + 1, inner.nisbaToken >= 0, inner.country >= 0,
            inner.type == .Post || inner.type.isA(.Organization) && inner.type != .Country,
            mention.type != .InternationalOrganization
        {
            // «إدارة الرئيس الأميركي», «وفد وزارة العمل النيبالية».
            edge(.ofCountry, resolver.entity(ofCountry: inner.country), "nested-nationality", 80, .inferred)
        }
        for child in mention.children {
            let inner = resolver.mentions[child]
            guard inner.entity >= 0 else { continue }
            switch inner.type.kind {
            case .Country where mention.type != .InternationalOrganization:
                if isHost(inner), mention.type == .DiplomaticMission { continue }
                if isInside(inner), mention.type == .DiplomaticMission {
                    edge(.locatedIn, inner.entity, "organization-in-place", 70)
                } else {
                    edge(.ofCountry, inner.entity, "organization-of-state", 70)
                }
            case .Place where isInside(inner):
                edge(.locatedIn, inner.entity, "organization-in-place", 60)
            case .Organization where inner.type != .Country:
                // «منظمة الأمم المتحدة للتربية …»: only a piece of the known name.
                if mention.gazetteer >= 0, inner.tokens.upperBound < mention.tokens.upperBound || isHost(inner) { continue }
                if mention.type == .DiplomaticMission, isHost(inner) { continue }
                edge(.subOrganizationOf, inner.entity, "organization-in-organization", 70)
            case .Instrument where mention.remit != nil: edge(.implements, inner.entity, "organization-implements", 88)
            default: break
            }
        }
    }

    /// «اللجنة المصرية الإماراتية»: the nationality adjectives beside the one that the mention holds.
    func otherNationalities(_ mention: Mention, _ nisbaToken: Int) -> [Int] {
        [nisbaToken - 1, nisbaToken + 1].filter {
            mention.tokens.contains($0) && text.isWord($0) && text.form($0).nisba >= 0
                && text.form($0).hasArticle == text.form(nisbaToken).hasArticle
                && text.form($0).nisba != mention.country
        }
    }

    /// The adjective in a known name that shows its State: «وكالة الأنباء الكويتية»; -1 if none does.
    func nationality(_ mention: Mention) -> Int {
        guard mention.gazetteer >= 0, mention.country >= 0 else { return -1 }
        return mention.tokens.first { text.isWord($0) && text.form($0).nisba == mention.country } ?? -1
    }

    /// Bodies that a State has, and not only holds within it.
    static let ofState: Set<OntologyClass> = [
        .Ministry, .Government, .Parliament,
    ]
}
