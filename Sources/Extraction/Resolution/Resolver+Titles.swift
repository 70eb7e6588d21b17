import KnowledgeGraph

/// What titles of office have in common.
extension Resolver {
    /// «الأمين العام», «المدير التنفيذي»: a role and its adjectives.
    func isBareTitle(_ mention: Mention) -> Bool {
        guard text.form(mention.head).hasArticle, mention.tokens.count >= 2, mention.head == mention.tokens.lowerBound, mention.body < 0,
            mention.parentPost < 0, mention.remit == nil
        else { return false }
        let adjectives = lexicon.wordSet("role.adjective")
        return mention.tokens.dropFirst().allSatisfy { text.isWord($0) && text.form($0).hasArticle && text.form($0).sets.intersects(adjectives) }
    }

    /// «وزير الري» and «وزير الموارد المائية والري»: what «و» joins in one portfolio is all in the other.
    func sharesPortfolio(_ entity: Entity, _ mention: Mention) -> Bool {
        guard mention.roleClass == "minister", let own = mention.remit,
            let other = entity.mentions.compactMap({ mentions[$0].roleClass == "minister" ? mentions[$0].remit : nil }).first
        else { return false }
        let (a, b) = (fields(own), fields(other))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        return short.count < long.count && short.allSatisfy { long.contains($0) }
    }

    /// The parts that «و» joins, nationalities off.
    private func fields(_ remit: Range<Int>) -> [[Int32]] {
        var fields: [[Int32]] = [[]]
        for at in remit where text.isWord(at) {
            let form = text.form(at)
            if form.conjunction == .wa, fields[fields.count - 1] != [] { fields.append([]) }
            if form.nisba < 0 { fields[fields.count - 1].append(form.stem) }
        }
        return fields
    }
}
