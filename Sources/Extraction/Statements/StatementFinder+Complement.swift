import KnowledgeGraph

/// Whether a verb reports words where it stands.
extension StatementFinder {
    /// Whether the verb reports words here: a strong one nearly always, a weak one with its complement.
    func isReporting(
        _ verb: ReportingForm, at index: Int, _ sentence: SentenceItems, hasSubject: Bool, hasSpoken: Bool
    ) -> Bool {
        let token = sentence.items[index].tokens.lowerBound
        // «قد», «لم», «أن» before it change little; a negated verb does not report.
        if token > sentence.sentence.lowerBound, text.isWord(token - 1) {
            let before = text.form(token - 1)
            if before.sets.intersects(sets.negation) { return false }
        }
        let form = text.form(token)
        if isFuture(form) || isVerbalNoun(token) || isIrreal(index, sentence) { return false }
        // «بيانا قال فيه», «كلمة جدد فيها».
        if isInIt(token + 1), !form.sets.intersects(sets.homograph) || index > 0, verb.shape == .past { return true }
        if verb.shape == .participle {
            // «لم يكن معلنا»: a predicate.
            if token > sentence.sentence.lowerBound, text.isWord(token - 1), text.form(token - 1).sets.intersects(sets.auxiliary) { return false }
            if form.sets.intersects(sets.homograph), !isCircumstantial(token, sentence) { return false }
            // «مؤكدا أن», «مشيرا إلى»; a feminine one may be a plain noun («متابعة»): it needs its complement.
            let isMasculine = verb.gender == .masculine && verb.number == .singular
            if isMasculine, verb.isStrong { return true }
            let isDirect = isCircumstantial(token, sentence) && (isMasculine || text.isWord(token + 1) && text.form(token + 1).isMainly(.verbalNoun) && !text.form(token + 1).hasPrefix)
            return hasComplement(verb, at: index, sentence, within: 3, direct: isDirect)
        }
        // A word with another use: «بين», «عبر», «أبرز»; «بيّن» with its shadda is the verb.
        if form.sets.intersects(sets.homograph), !isWrittenDouble(token) {
            let isPlaced = hasSubject || form.conjunction != .none || index > 0 && opensClause(index, sentence)
            // «وأبرز الوزير أهمية …»: a person right behind «و» and the verb.
            let isDirect = hasSubject && (form.conjunction != .none || followsAuxiliary(index, sentence)) && index + 1 < sentence.items.count
                && (sentence.items[index + 1].mention < 0 && followsAuxiliary(index, sentence) || [.Person, .Post].contains(sentence.items[index + 1].type) && sentence.items[index + 1].entity >= 0)
            return isPlaced && hasComplement(verb, at: index, sentence, within: hasSubject ? form.conjunction == .none ? 7 : 12 : 4, direct: isDirect)
        }
        if verb.isStrong { return true }
        // «ما نقلته الوكالة», «ما اعتبره الوزير».
        if hasSubject, token > 0, text.isWord(token - 1), text.form(token - 1).sets.intersects(sets.what) { return true }
        // What a court does to somebody is a judgment, no statement.
        if isOfCourt(index, sentence) { return hasThat(behind: token, sentence) }
        // «… إن العمل مستمر، وتوقع موافقة الوزارة»: what the one who has spoken says, too.
        let goesOn = hasSpoken && form.conjunction == .wa && text.isWord(token + 1) && text.form(token + 1).isMainly(.verbalNoun)
            && !text.form(token + 1).hasPrefix
        return hasComplement(verb, at: index, sentence, within: 12, direct: hasSubject || goesOn)
    }

    /// «سيؤكد»: nothing has been said yet.
    private func isFuture(_ form: WordForm) -> Bool {
        form.preposition == .none && form.prefixLetters > (form.conjunction == .none ? 0 : 1)
    }

    /// «أدانت المحكمة خمسة»: a court right beside the verb.
    private func isOfCourt(_ index: Int, _ sentence: SentenceItems) -> Bool {
        [index - 1, index + 1].contains { sentence.items.indices.contains($0) && sentence.items[$0].type == .Court }
    }

    private func hasThat(behind token: Int, _ sentence: SentenceItems) -> Bool {
        (token + 1..<min(token + 10, max(sentence.sentence.upperBound, token + 1))).contains { text.isWord($0) && text.form($0).sets.intersects(sets.that) }
    }

    /// «فيه», «خلالها» behind a verb: what its words stand in.
    func isInIt(_ token: Int) -> Bool { token < text.items.count && text.isWord(token) && text.form(token).sets.intersects(sets.inIt) }

    /// «إفادتها»: with hamza below, the verbal noun of the verb that is written alike.
    private func isVerbalNoun(_ token: Int) -> Bool {
        let byte = Int(text.bareStart(token).byte)
        let bytes = text.tokenized.source.bytes
        return byte + 1 < bytes.count && bytes[byte] == 0xD8 && bytes[byte + 1] == 0xA5
    }

    /// Whether the word is written with a shadda.
    private func isWrittenDouble(_ token: Int) -> Bool { text.surface(token..<token + 1).unicodeScalars.contains("\u{651}") }

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
                // «نقلت الوكالة البيان».
                if steps > 0, steps < 4, verb.complements.contains("عن"), text.form(first).hasArticle, isStatementNoun(first) { return true }
                // «وتابع الوزير وفقا للوكالة: …».
                if direct, verb.complements.contains("quote"), text.form(first).sets.intersects(sets.accordingTo) { return true }
                if complementFits(verb, text.form(first), isMention: item.mention >= 0, direct: false) { return true }
                // «تابع قائلا».
                if steps == 0, item.mention < 0, text.form(first).reporting >= 0, lexicon.reporting[Int(text.form(first).reporting)].shape == .participle { return true }
                if item.mention < 0, text.form(first).reporting >= 0, text.form(first).isMainly(.verb) { return false }
            } else if text.items[first].mark == 0x3A, verb.isStrong || verb.complements.contains("direct") || verb.complements.contains("quote") {
                return true
            } else if verb.complements.contains("quote"), [0x22, 0xAB, 0x201C].contains(text.items[first].mark) {
                return true
            }
            at += 1
            steps += 1
        }
        return false
    }

    func complementFits(_ verb: ReportingForm, _ form: WordForm, isMention: Bool, direct: Bool) -> Bool {
        if form.sets.intersects(sets.notComplement) { return false }
        for complement in verb.complements {
            switch complement {
            case "قائلا": if form.sets.intersects(sets.bySaying) { return true }
            case "ب", "بأن": if form.preposition == .bi || form.sets.intersects(sets.byIt) { return true }
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
