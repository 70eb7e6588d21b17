import KnowledgeGraph

/// Surnames that stand alone: «قال المهيني» after «سعد المهيني».
extension MentionParser {
    /// Adds a mention wherever the last word of a full name of the text stands alone.
    mutating func addShortNames(to top: [[Int]]) -> [[Int]] {
        var names: Set<Int32> = []
        for mention in mentions where mention.type == .Person && mention.tokens.count > 1 && !mention.isDropped {
            let last = text.form(mention.tokens.upperBound - 1)
            guard last.length >= 3 else { continue }
            // A common word without its article is too little to go by.
            let isCommon = last.isMainly([.noun, .verbalNoun, .adjective, .verb, .particle, .time]) && !last.hasArticle
            if !isCommon { names.insert(last.bare) }
        }
        guard !names.isEmpty else { return top }
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
                if at >= covered, text.isWord(at), names.contains(text.form(at).bare) {
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
