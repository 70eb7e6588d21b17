import KnowledgeGraph

/// What the gazetteers know of two things that a text names: a body that has the name of its parent inside its own, and
/// which protocol supplements which convention. Nothing is added that the text does not name.
struct KnownRelations {
    let lexicon: Lexicon

    func add(to facts: inout [Fact], _ resolver: Resolver) {
        var entities: [String: Int] = [:]
        for (number, entity) in resolver.entities.enumerated() where isKnown(entity) {
            let key = lexicon.gazetteerEntries[Int(entity.gazetteer)].key
            if entities[key] == nil { entities[key] = number }
        }
        for (number, entity) in resolver.entities.enumerated() where isKnown(entity) {
            let entry = lexicon.gazetteerEntries[Int(entity.gazetteer)]
            if entity.type.isA(.Organization), entity.type != .Country, let parent = entities[entry.parent],
                resolver.entities[parent].type.isA(.Organization), resolver.entities[parent].type != .Country,
                let mention = entity.mentions.first(where: { names($0, parent, resolver) })
            {
                // «مكتب الأمم المتحدة المعني بالمخدرات والجريمة»
                let fact = fact(number, .subOrganizationOf, parent, "known-parent", 88, .inferred)
                add(fact, at: mention, to: &facts, resolver)
            }
            if entity.type.isA(.Instrument), let main = entities[entry.supplements], let mention = entity.mentions.first,
                resolver.entities[main].type.isA(.Instrument)
            {
                add(
                    fact(number, .supplements, main, "known-protocol", 95, .background), at: mention, to: &facts,
                    resolver)
            }
        }
    }

    private func isKnown(_ entity: Entity) -> Bool { entity.gazetteer >= 0 && !entity.isDropped }

    private func names(_ mention: Int, _ parent: Int, _ resolver: Resolver) -> Bool {
        resolver.mentions[mention].children.contains { resolver.mentions[$0].entity == parent }
    }

    private func fact(
        _ subject: Int, _ predicate: OntologyProperty, _ object: Int, _ rule: String, _ confidence: UInt8,
        _ derivation: Evidence.Derivation
    ) -> Fact {
        Fact(
            subject: subject, predicate: predicate, object: .entity(object), tokens: 0..<1, rule: rule,
            confidence: confidence, derivation: derivation)
    }

    /// Adds a fact, unless the text says it already, or the other way round.
    private func add(_ fact: Fact, at mention: Int, to facts: inout [Fact], _ resolver: Resolver) {
        guard case .entity(let object) = fact.object, object != fact.subject else { return }
        let isSaid = facts.contains { said in
            guard said.predicate == fact.predicate, case .entity(let other) = said.object else { return false }
            return said.subject == fact.subject && other == object || said.subject == object && other == fact.subject
        }
        guard !isSaid else { return }
        var fact = fact
        fact.tokens = resolver.mentions[mention].tokens
        facts.append(fact)
    }
}
