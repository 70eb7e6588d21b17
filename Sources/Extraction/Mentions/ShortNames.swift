import KnowledgeGraph

/// Surnames that stand alone: «قال المهيني» after «سعد المهيني».
extension MentionParser {
    /// Whether a word does not depend on a noun right before it.
    private func isFree(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if text.form(index).preposition != .none { return false }
        guard index > sentence.lowerBound, text.isWord(index - 1) else { return true }
        let before = text.form(index - 1)
        return !before.isClass([.noun, .verbalNoun, .adjective, .nisba]) || before.isMainly(.verb) || before.reporting >= 0
    }

    /// «وأضاف الجهيناوي أن»: an unknown word in the shape of a surname, subject of a verb of saying.
    private func isSpeakingSurname(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard index > sentence.lowerBound, text.isWord(index - 1), text.form(index - 1).reporting >= 0 else { return false }
        let form = text.form(index)
        guard form.hasArticle, !form.hasPrefix, form.nisba < 0 else { return false }
        guard form.isUnknown && form.hasNisbaShape && form.gender != .feminine || form.names.contains(.family) && !form.names.contains(.ambiguous)
        else { return false }
        let before = text.form(index - 1)
        guard before.reporting >= 0, before.preposition == .none else { return false }
        let verb = lexicon.reporting[Int(before.reporting)]
        guard verb.shape == .past, index + 1 < sentence.upperBound else { return false }
        // «وتطرق الجهيناوي إلى»: a weak verb with what it takes right behind.
        let isFollowed = { text.isWord(index + 1) && text.form(index + 1).sets.intersects(words.complement) }
        guard verb.isStrong || isFollowed() else { return false }
        // An adjective may not follow: «أكد اللبناني المقيم».
        return !text.isWord(index + 1) || !text.form(index + 1).hasArticle
    }

    /// Adds a mention wherever the last word of a full name of the text stands alone.
    mutating func addShortNames(to top: [[Int]]) -> [[Int]] {
        var names: Set<Int32> = []
        // Surnames that are common words, too: they need a place where a noun of that kind would not stand.
        var common: Set<Int32> = []
        for mention in mentions where mention.type == .Person && mention.tokens.count > 1 && !mention.isDropped {
            let last = text.form(mention.tokens.upperBound - 1)
            guard last.length >= 3 else { continue }
            // A common word without its article is too little to go by.
            let isCommon = last.isMainly([.noun, .verbalNoun, .adjective, .verb, .particle, .time]) && !last.hasArticle
            if isCommon { continue }
            // «عبدالله الثاني», «سيف الإسلام»: an ordinal or a plain noun is no surname.
            if last.sets.intersects(words.ordinal) || last.hasArticle && last.names.isDisjoint(with: .family) && last.isMainly([.noun, .verbalNoun]) { continue }
            names.insert(last.bare)
            if last.names.contains(.ambiguous) || last.isMainly([.noun, .verbalNoun, .adjective, .adverb]) || last.length <= 3 { common.insert(last.bare) }
        }
        // Tells most words from the names without a look at the set.
        let filter = names.reduce(into: UInt64(0)) { $0 |= 1 << UInt64(truncatingIfNeeded: $1 & 63) }
        func isName(_ word: Int32) -> Bool { filter >> UInt64(truncatingIfNeeded: word & 63) & 1 != 0 && names.contains(word) }
        var result = top
        for (number, sentence) in text.sentences.enumerated() {
            var covered = sentence.lowerBound
            var next = 0
            var merged: [Int] = []
            var at = sentence.lowerBound
            let known = result[number]
            while at < sentence.upperBound {
                while next < known.count, mentions[known[next]].tokens.lowerBound <= at {
                    covered = max(covered, mentions[known[next]].tokens.upperBound)
                    merged.append(known[next])
                    next += 1
                }
                if at >= covered, text.isWord(at), isName(text.form(at).bare) && (!common.contains(text.form(at).bare) || isFree(at, sentence)) || isSpeakingSurname(at, sentence) {
                    var mention = Mention(tokens: at..<at + 1, type: .Person, head: at, rule: "person-surname")
                    (mention.form, mention.isDefinite) = (.short, true)
                    merged.append(add(mention))
                }
                at += 1
            }
            result[number] = merged + known[next...]
        }
        return result
    }
}
