import KnowledgeGraph

/// Whom «وفقا لـ», «بحسب», «نقلا عن» name.
extension StatementFinder {
    func accordingTo(_ index: Int, _ sentence: SentenceItems, _ resolver: Resolver, _ state: SpeakerState) -> Found? {
        let token = sentence.items[index].tokens.lowerBound
        func made(_ speaker: Int?, _ confidence: UInt8, _ derivation: Evidence.Derivation) -> Found? {
            speaker.map {
                Found(
                    verb: token, lemma: "وفق", speakers: [$0], end: sentence.sentence.upperBound, rule: "according-to",
                    confidence: confidence, derivation: derivation)
            }
        }
        if theStatement(behind: index, sentence, within: 3) != nil { return made(state.issuer, 72, .inferred) }
        var at = index + 1
        var steps = 0
        while at < sentence.items.count, steps < 3 {
            let item = sentence.items[at]
            if isAgent(item) {
                return Found(
                    verb: token, lemma: "وفق", speakers: [item.entity], end: sentence.sentence.upperBound,
                    rule: "according-to", confidence: 88, derivation: .read)
            }
            let first = item.tokens.lowerBound
            if let body = bodyOfStatement(item, at, sentence, resolver) {
                return Found(
                    verb: token, lemma: "وفق", speakers: [body], end: sentence.sentence.upperBound, rule: "according-to",
                    confidence: 85, derivation: .read)
            }
            guard text.isWord(first), item.mention < 0 else { return nil }
            let form = text.form(first)
            // «نقلا عن الوكالة», «وفق بلاغ إعلامي للوزارة».
            if at == index + 1, form.sets.intersects(sets.about) || isStatementNoun(first) {
                at += 1
                continue
            }
            if at == index + 2, form.isClass(.adjectival), !form.hasArticle, !form.hasPrefix, isStatementNoun(first - 1) {
                at += 1
                continue
            }
            // «بحسب ما نقلته الوكالة»: the verb behind «ما» reports.
            guard form.sets.intersects(sets.source), !form.sets.intersects(sets.what) else { return nil }
            at += 1
            steps += 1
        }
        return nil
    }
}
