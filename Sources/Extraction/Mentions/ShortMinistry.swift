import KnowledgeGraph

/// A ministry that its portfolio alone names: «الخارجية الفلسطينية», «الداخلية الكويتية».
extension MentionParser {
    mutating func parseShortMinistry(at index: Int) -> Int? {
        let form = text.form(index)
        guard form.hasArticle, form.sets.intersects(words.shortMinistry), isPlainWord(index + 1) else { return nil }
        let next = text.form(index + 1)
        guard next.nisba >= 0, next.hasArticle, next.gender == .feminine else { return nil }
        // «الشؤون الخارجية الفلسطينية», «وزارة الخارجية …» are longer names, read before.
        if index > sentenceStart, text.isWord(index - 1), text.form(index - 1).sets.intersects(words.remitNouns) { return nil }
        var mention = Mention(tokens: index..<index + 2, type: .Ministry, head: index, rule: "ministry-short")
        (mention.form, mention.isDefinite, mention.country, mention.nisbaToken) = (.full, true, next.nisba, index + 1)
        mention.gender = .feminine
        return add(mention)
    }

    /// «بيان للداخلية», «بلاغ إعلامي للخارجية».
    func isOfStatement(_ index: Int) -> Bool {
        [index - 1, index - 2].contains { $0 >= sentenceStart && has($0, words.statementNoun) }
    }

    /// «باسم الخارجية», «بيان للداخلية»: a portfolio alone, where only a body can stand.
    mutating func parseBareMinistry(at index: Int) -> Int? {
        let form = text.form(index)
        guard form.hasArticle, form.sets.intersects(words.shortMinistry), form.gender == .feminine, form.hasNisbaShape,
            !isWord(index + 1) || !isAdjectival(index + 1) || !text.form(index + 1).hasArticle
        else { return nil }
        var mention = Mention(tokens: index..<index + 1, type: .Ministry, head: index, rule: "ministry-short")
        (mention.form, mention.isDefinite, mention.gender) = (.full, true, .feminine)
        return add(mention)
    }
}
