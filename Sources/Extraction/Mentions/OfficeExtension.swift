import KnowledgeGraph

/// The rest of an office's title: words between where the grammar stopped and the name that holds it.
///
/// «الكاتبة العامة للنقابة الوطنية لأطباء العيون الخواص، لبنى الرفاس»: one to four definite words, joined or not,
/// with no verb, particle or preposition among them, belong to the title.
extension MentionParser {
    mutating func extendOffices(_ top: [[Int]]) {
        for sentence in top where sentence.count > 1 {
            for (first, second) in zip(sentence, sentence.dropFirst()) {
                guard mentions[first].type == .Post, mentions[second].type == .Person || isTitleBeforeName(second) else { continue }
                let from = mentions[first].tokens.upperBound
                var to = mentions[second].lead
                if to > from, isCommaMark(to - 1) { to -= 1 }
                guard from < to, to - from <= 4, (from..<to).allSatisfy({ isTitleWord($0) }) else { continue }
                mentions[first].tokens = mentions[first].tokens.lowerBound..<to
                if mentions[first].form == .definite { mentions[first].form = .full }
            }
        }
    }

    /// «لمجلس القضاة المنتدبين القاضي ليث»: a bare title right before a name.
    private func isTitleBeforeName(_ index: Int) -> Bool {
        let title = mentions[index]
        return title.type == .Post && title.form == .definite && title.tokens.count == 1
            && mentions.contains { $0.type == .Person && $0.lead == title.tokens.upperBound }
    }

    private func isCommaMark(_ index: Int) -> Bool {
        let mark = text.items[index].kind == .punctuation ? text.items[index].mark : 0
        return mark == 0x60C || mark == 0x2C
    }

    private func isTitleWord(_ index: Int) -> Bool {
        guard text.isWord(index) else { return false }
        let form = text.form(index)
        return form.hasArticle && form.preposition == .none && form.conjunction != .fa && !form.isMainly([.verb, .particle, .adverb, .time])
            && (form.isUnknown || form.isClass([.noun, .verbalNoun, .adjective, .nisba, .other]))
    }
}
