import KnowledgeGraph

/// Whether a verb reports words where it stands.
extension StatementFinder {
    /// Whether the verb reports words here: a strong one nearly always, a weak one with its complement.
    func isReporting(
        _ verb: ReportingForm, at index: Int, _ sentence: SentenceItems, hasSubject: Bool
    ) -> Bool {
        let token = sentence.items[index].tokens.lowerBound
        // «قد», «لم», «أن» before it change little; a negated verb does not report.
        if token > sentence.sentence.lowerBound, text.isWord(token - 1) {
            let before = text.form(token - 1)
            if before.sets.intersects(sets.negation) { return false }
        }
        let form = text.form(token)
        if verb.shape == .participle {
            // «مؤكدا أن», «مشيرا إلى»; a feminine one may be a plain noun («متابعة»): it needs its complement.
            let isMasculine = verb.gender == .masculine && verb.number == .singular
            if isMasculine, verb.isStrong { return true }
            return hasComplement(verb, at: index, sentence, within: 3, direct: isMasculine && isCircumstantial(token, sentence))
        }
        // A word with another use: «بين», «عبر», «أبرز».
        if form.sets.intersects(sets.homograph) {
            return (hasSubject || form.conjunction != .none) && hasComplement(verb, at: index, sentence, within: hasSubject ? 7 : 4, direct: false)
        }
        if verb.isStrong { return true }
        // «ما نقلته الوكالة», «ما اعتبره الوزير».
        if hasSubject, token > 0, text.isWord(token - 1), text.form(token - 1).sets.intersects(sets.what) { return true }
        return hasComplement(verb, at: index, sentence, within: 12, direct: hasSubject)
    }

    /// A participle that hangs on a clause: behind a comma or «و».
    func isCircumstantial(_ token: Int, _ sentence: SentenceItems) -> Bool {
        if text.form(token).conjunction != .none { return true }
        guard token > sentence.sentence.lowerBound else { return false }
        return text.items[token - 1].kind == .punctuation
    }

    /// Whether what a verb of saying takes follows it: «أن», «إلى», «بـ», a colon, a quotation.
    func hasComplement(
        _ verb: ReportingForm, at index: Int, _ sentence: SentenceItems, within limit: Int, direct: Bool
    ) -> Bool {
        if direct, verb.complements.contains("direct") { return true }
        var at = index + 1
        var steps = 0
        while at < sentence.items.count, steps < limit {
            let item = sentence.items[at]
            let first = item.tokens.lowerBound
            if text.isWord(first) {
                if complementFits(verb, text.form(first), isMention: item.mention >= 0, direct: false) { return true }
                // «تابع قائلا».
                if steps == 0, item.mention < 0, text.form(first).reporting >= 0, lexicon.reporting[Int(text.form(first).reporting)].shape == .participle { return true }
                if item.mention < 0, text.form(first).reporting >= 0, text.form(first).isMainly(.verb) { return false }
            } else if text.items[first].mark == 0x3A {
                return true
            }
            at += 1
            steps += 1
        }
        return false
    }

    func complementFits(_ verb: ReportingForm, _ form: WordForm, isMention: Bool, direct: Bool) -> Bool {
        for complement in verb.complements {
            switch complement {
            case "ب", "بأن": if form.preposition == .bi { return true }
            case "ل": if form.preposition == .li, !isMention { return true }
            case "direct": if direct, !isMention, form.isClass([.noun, .verbalNoun]), !form.hasPrefix { return true }
            case "أن", "إن": if form.sets.intersects(sets.that) { return true }
            case "على": if form.sets.intersects(sets.on) { return true }
            case "إلى": if form.sets.intersects(sets.to) { return true }
            case "عن": if form.sets.intersects(sets.about) { return true }
            case "من": if form.sets.intersects(sets.of) { return true }
            default: break
            }
        }
        return form.sets.intersects(sets.that)
    }
}
