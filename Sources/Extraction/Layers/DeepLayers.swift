import KnowledgeGraph

/// What lies below names and their relations: topics and groups, aims, titles, series, times and audiences of
/// events, the treaties that States accede to, and the context of statements.
struct DeepLayers {
    let lexicon: Lexicon
    let text: AnalyzedText
    /// The day of the document, if it is known.
    let today: CivilDate?

    init(lexicon: Lexicon, text: AnalyzedText, document: DocumentRecord) {
        (self.lexicon, self.text) = (lexicon, text)
        today = document.date.flatMap { CivilDate(iso: $0) }
    }

    func add(to facts: inout [Fact], _ statements: inout [StatementFinder.Found], _ resolver: inout Resolver) {
        // Things
        let topics = TopicFinder(lexicon: lexicon, text: text)
        topics.addTopics(to: &resolver)
        GroupFinder(lexicon: lexicon, text: text, topics: topics).addGroups(to: &resolver, &facts)
        // Names
        PostChains(lexicon: lexicon, text: text).add(to: &facts, &resolver)
        InstrumentTopics(lexicon: lexicon, text: text, finder: topics).add(to: &facts, &resolver)
        TopicRelations(lexicon: lexicon, text: text, finder: topics).add(to: &facts, &resolver)
        GroupRelations(lexicon: lexicon, text: text).add(to: &facts, &resolver)
        // Events
        let titles = EventTitles(lexicon: lexicon, text: text).add(to: &resolver)
        ObjectiveFinder(lexicon: lexicon, text: text).add(to: &facts, &resolver)
        AudienceFinder(lexicon: lexicon, text: text).add(to: &facts, resolver, titles: titles)
        EventTopics(lexicon: lexicon, text: text).add(to: &facts, resolver, titles: titles)
        EventDetails(lexicon: lexicon, text: text).add(to: &facts, resolver)
        EventTimes(lexicon: lexicon, text: text, today: today).add(to: &facts, resolver, statements)
        // Treaties
        TreatyAntecedent(lexicon: lexicon, text: text).add(to: &facts, resolver)
        // Known things
        KnownRelations(lexicon: lexicon).add(to: &facts, resolver)
        // Statements
        StatementContext(lexicon: lexicon, text: text).add(to: &statements, resolver, except: loosePeople(facts, resolver))
        dropLoose(facts, statements, &resolver)
    }

    /// «المواطنين», «الشباب»: people at large that nothing else is said about are no subject of a statement.
    private func loosePeople(_ facts: [Fact], _ resolver: Resolver) -> Set<Int> {
        var loose = Set(resolver.entities.indices.filter { resolver.entities[$0].type == .Group })
        for fact in facts {
            loose.remove(fact.subject)
            if case .entity(let object) = fact.object { loose.remove(object) }
        }
        return loose
    }

    /// Topics and groups that no edge reaches are words, not things of the graph.
    private func dropLoose(_ facts: [Fact], _ statements: [StatementFinder.Found], _ resolver: inout Resolver) {
        var used: Set<Int> = []
        for fact in facts where fact.derivation != .background {
            used.insert(fact.subject)
            if case .entity(let object) = fact.object { used.insert(object) }
        }
        for statement in statements { for link in statement.links { used.insert(link.entity) } }
        for index in resolver.entities.indices where resolver.entities[index].type == .Topic || resolver.entities[index].type == .Group {
            if !used.contains(index) { resolver.entities[index].isDropped = true }
        }
    }
}
