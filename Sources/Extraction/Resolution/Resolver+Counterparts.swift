import KnowledgeGraph

extension Resolver {
    /// The State of the counterpart that «و» joins to a name: «فلانة ونظيرتها السودانية».
    func counterpartCountry(behind person: Int?) -> Int32? {
        guard let person else { return nil }
        let at = mentions[person].tokens.upperBound
        guard at + 1 < text.items.count, text.isWord(at), text.isWord(at + 1), text.form(at).sets.intersects(lexicon.wordSet("counterpart")),
            text.form(at + 1).nisba >= 0
        else { return nil }
        return text.form(at + 1).nisba
    }

    /// «التقى وزير الخارجية نظيره المصري كريم شوقي … وقال وزير الخارجية المصري»: the office of the same kind that
    /// the text names of that State is his.
    mutating func linkCounterparts() {
        let counterpart = lexicon.wordSet("counterpart")
        for index in mentions.indices where mentions[index].type == .Person && !mentions[index].isDropped && mentions[index].entity >= 0 {
            let nisba = mentions[index].lead - 1
            guard nisba > 0, text.isWord(nisba), text.form(nisba).nisba >= 0, text.form(nisba).hasArticle,
                text.isWord(nisba - 1), text.form(nisba - 1).sets.intersects(counterpart)
            else { continue }
            let (person, country) = (mentions[index].entity, text.form(nisba).nisba)
            let before = mentions.indices.filter {
                mentions[$0].type == .Post && !mentions[$0].isDropped && !mentions[$0].isNested && mentions[$0].entity >= 0
                    && mentions[$0].tokens.upperBound < nisba
            }.max { mentions[$0].tokens.lowerBound < mentions[$1].tokens.lowerBound }
            guard let before else { continue }
            let head = headStem(mentions[before].head)
            let offices = entities.indices.filter {
                entities[$0].type == .Post && !entities[$0].isDropped && entities[$0].head == head && entities[$0].country == country
                    && entities[$0].holders.isEmpty && $0 != mentions[before].entity
            }
            guard offices.count == 1, let office = offices.first, !entities[person].mentions.isEmpty else { continue }
            entities[office].holders.append(person)
            holdings.append(
                Holding(
                    person: person, post: office, tokens: nisba - 1..<mentions[index].tokens.upperBound, rule: "counterpart",
                    confidence: 82))
        }
    }
}
