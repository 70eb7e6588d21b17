import KnowledgeGraph

extension Resolver {
    /// What «الوزارة» refers to where no ministry stands before it: the ministry of the minister named before,
    /// whether the text names it elsewhere or not.
    mutating func ministryOfMinister(before index: Int) -> Int? {
        let mention = mentions[index]
        guard mention.type == .Ministry, mention.tokens.count == 1 else { return nil }
        let here = mention.tokens.lowerBound
        let isNamedBefore = mentions.contains {
            $0.type == .Ministry && $0.entity >= 0 && !$0.isDropped && $0.tokens.lowerBound < here && $0.tokens.count > 1
        }
        guard !isNamedBefore else { return nil }
        let minister = mentions.last {
            $0.type == .Post && !$0.isDropped && $0.roleClass == "minister" && $0.body < 0 && $0.remit != nil && $0.tokens.lowerBound < here
        }
        guard let minister, let remit = minister.remit.map(portfolio), !remit.isEmpty, text.form(remit.lowerBound).preposition == .none,
            text.form(remit.lowerBound).sets.intersects(lexicon.wordSet("portfolio"))
        else { return nil }
        let fields = stems(remit).filter { lexicon.nisbaCountry[$0] == nil }
        guard fields.count == remit.count else { return nil }
        let head = text.form(mention.head).stem
        let words = [head] + fields
        if let known = entities.firstIndex(where: { $0.type == .Ministry && $0.words.starts(with: words) && !$0.isDropped }) { return known }
        var entity = Entity(type: .Ministry)
        (entity.words, entity.head, entity.country, entity.gender) = (words, head, minister.country, .feminine)
        entity.impliedLabel = "وزارة " + text.surface(remit)
        entities.append(entity)
        return entities.count - 1
    }

    /// «باسم الخارجية», where nothing names the ministry: that of the minister whose portfolio it is, else under its own word.
    mutating func makeMinistry(of index: Int) -> Int {
        let made = makeEntity(of: index)
        let word = text.form(mentions[index].head).stem
        let ministers = mentions.filter {
            $0.type == .Post && !$0.isDropped && $0.roleClass == "minister" && $0.remit.map { self.stems(portfolio($0)).contains(word) } ?? false
        }
        // Ministers of several States share the word: it is nobody's in particular.
        let isOne = Set(ministers.map(\.country)).count == 1
        var remit = isOne ? ministers[0].remit.map(portfolio) ?? mentions[index].tokens : mentions[index].tokens
        if let nisba = remit.dropFirst().first(where: { text.isWord($0) && text.form($0).nisba >= 0 }) { remit = remit.lowerBound..<nisba }
        entities[made].impliedLabel = "وزارة " + (isOne ? text.surface(remit) : bareLabel(index))
        let ministry = lexicon.symbols.find(FoldedWord.bytes("وزارة"))
        entities[made].words = [ministry] + stems(remit).filter { lexicon.nisbaCountry[$0] == nil }
        entities[made].head = ministry
        mentions[index].form = .short
        return made
    }

    /// «الخارجية» of «للخارجية».
    private func bareLabel(_ index: Int) -> String { LabelCleaner(text: text).label(mentions[index].tokens) }

    /// «التكوين والتشغيل المكلفة بالمبادرة»: a remit up to what a secretary beneath the minister is charged with.
    private func portfolio(_ remit: Range<Int>) -> Range<Int> {
        let charged = lexicon.wordSet("concerned")
        let end = remit.dropFirst().first { text.isWord($0) && text.form($0).sets.intersects(charged) }
        return remit.lowerBound..<(end ?? remit.upperBound)
    }
}
