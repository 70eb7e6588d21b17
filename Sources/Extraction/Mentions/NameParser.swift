import KnowledgeGraph

/// Personal names: chains of given names, «بن», «آل», «أبو», «عبد» and family names, with what stands before them.
extension MentionParser {
    /// A name that begins at a token, by its own words.
    mutating func parseName(at index: Int) -> Int? {
        guard let end = nameEnd(at: index, isSupported: false) else { return nil }
        return add(person(index..<end, rule: "person-name"))
    }

    private func person(_ tokens: Range<Int>, rule: StaticString) -> Mention {
        var mention = Mention(tokens: tokens, type: .Person, head: tokens.lowerBound, rule: rule)
        let bits = text.form(tokens.lowerBound).names
        if bits.contains(.given) {
            if bits.contains(.feminine), !bits.contains(.masculine) { mention.gender = .feminine }
            if bits.contains(.masculine), !bits.contains(.feminine) { mention.gender = .masculine }
        }
        mention.isDefinite = true
        return mention
    }

    /// One past the last word of a name, nil if none begins here.
    ///
    /// - Parameter isSupported: an honorific, a rank or an office stands before it, so that unknown words count.
    func nameEnd(at index: Int, isSupported: Bool) -> Int? {
        guard isWord(index) else { return nil }
        let first = text.form(index)
        if first.hasArticle, first.names.isDisjoint(with: .given), !isSupported { return nil }
        var at = index
        var strong = 0
        var weak = 0
        while isWord(at), at - index < 9 {
            let form = text.form(at)
            if at > index, form.hasPrefix { break }
            let bits = form.names
            if bits.contains(.particle) {
                // «بن», «آل», «أبو», «عبد» need a word behind them.
                guard isPlainWord(at + 1), !isVerb(at + 1), !text.form(at + 1).isMainly(.particle) else { break }
                if at == index, !isSupported, !startsKunya(at) { break }
                strong += 1
                at += 2
                continue
            }
            if at == index {
                if !isSupported, opensParagraph(at) {
                    strong += 1
                    at += 1
                    continue
                }
                guard opensName(form, isSupported: isSupported, at: at) else { return nil }
                if bits.contains(.given), !bits.contains(.ambiguous) { strong += 1 } else { weak += 1 }
                at += 1
                continue
            }
            guard continuesName(form, after: at - 1, strong: strong, isSupported: isSupported) else { break }
            if !bits.isDisjoint(with: [.given, .family]), !bits.contains(.ambiguous) { strong += 1 } else { weak += 1 }
            at += 1
        }
        let count = at - index
        guard count > 0 else { return nil }
        if isSupported { return at }
        // A foreign surname that is nothing else: «ترامب».
        if count == 1, isSureSurname(first) { return at }
        // On its own: two words of which one is surely a name, or three.
        guard count >= 2, strong >= 1 else { return nil }
        return at
    }

    /// Whether what stands at a token closes a name: the end, punctuation, an office, a verb.
    private func endsName(_ index: Int) -> Bool {
        guard isWord(index) else { return true }
        let form = text.form(index)
        return form.isMainly([.verb, .particle]) || lexicon.roles.start(form.stem) >= 0 || form.preposition != .none
    }

    /// Whether a word with its article is an office on its own: «الوزير», «الرئيس».
    private func isBareTitle(_ form: WordForm) -> Bool {
        let node = lexicon.roles.start(form.stem)
        guard node >= 0, lexicon.roles.entry[Int(node)] >= 0 else { return false }
        let role = lexicon.roleEntries[Int(lexicon.roles.entry[Int(node)])]
        return Self.standsAlone.contains(role.roleClass) && !role.isAmbiguous
    }

    /// Whether a name ends where nothing but a comma, an office or a verb of saying can follow.
    private func closesName(_ index: Int) -> Bool {
        guard isWord(index) else { return true }
        let form = text.form(index)
        return form.reporting >= 0 && form.isMainly(.verb) || lexicon.roles.start(form.stem) >= 0 && !form.hasPrefix
    }

    /// «الطيب أمكرود، كاتب، …»: a given name, an unknown word and a comma at the head of a sentence.
    private func opensParagraph(_ index: Int) -> Bool {
        guard index == sentenceStart, text.form(index).names.contains(.given), isPlainWord(index + 1), isComma(index + 2) else { return false }
        let next = text.form(index + 1)
        return next.isUnknown && next.length >= 4 && !next.hasSuffix
    }

    private func isSureGiven(_ index: Int) -> Bool {
        let form = text.form(index)
        return form.names.contains(.given) && !form.names.contains(.ambiguous) && !form.hasArticle
    }

    /// Whether a finite verb of saying stands right before a token.
    func followsReporting(_ index: Int) -> Bool {
        guard index > sentenceStart, text.isWord(index - 1) else { return false }
        let form = text.form(index - 1)
        guard form.reporting >= 0, form.preposition == .none else { return false }
        let verb = lexicon.reporting[Int(form.reporting)]
        return verb.isStrong && (verb.shape == .past || verb.shape == .imperfect)
    }

    /// A word that can end a foreign name: unknown or a family name, without an article.
    func isNamePart(_ index: Int) -> Bool {
        let form = text.form(index)
        return !form.hasArticle && (form.isUnknown || form.names.contains(.family) && !form.isMainly([.verb, .particle]))
    }

    mutating func addName(_ tokens: Range<Int>) -> Int { add(person(tokens, rule: "person-behind-office")) }

    /// A name behind an office, whose words the lexicon need not know: «مندوب الكويت منصور عياد العتيبي».
    mutating func parseSupportedName(at index: Int) -> Int? {
        guard isPlainWord(index) else { return nil }
        let form = text.form(index)
        guard !form.hasArticle || form.names.contains(.given), !form.sets.intersects(words.notName) else { return nil }
        guard form.isUnknown || !form.names.isDisjoint(with: [.given, .family]) || form.isMainly([.givenName, .familyName, .other]) || isForeignFirst(index),
            !isVerb(index)
        else { return nil }
        guard let end = nameEnd(at: index, isSupported: true), end - index >= 2 || isSureSurname(form) else { return nil }
        return add(person(index..<end, rule: "person-behind-office"))
    }

    /// «وزير العدل التركي بصري باغجي»: an indefinite word and an unknown one, which nothing else can be behind a definite title.
    private func isForeignFirst(_ index: Int) -> Bool {
        let form = text.form(index)
        return form.isMainly(.adjective) && !form.hasArticle && !form.hasSuffix && followsPost(index, isDirect: true)
            && isPlainWord(index + 1) && isNamePart(index + 1) && text.form(index + 1).length >= 3
    }

    /// A surname that is nothing else: «ترامب», «شيراك».
    private func isSureSurname(_ form: WordForm) -> Bool {
        form.names.contains([.family, .foreign]) && !form.names.contains(.ambiguous) && !form.hasArticle && form.length >= 3
            && (form.isUnknown || form.isMainly(.familyName))
    }

    /// «بان كي مون»: names by the list, all of them, whatever else the words are; one past the last.
    func listedNameEnd(at index: Int) -> Int? {
        var at = index
        while isWord(at), !text.form(at).names.isDisjoint(with: [.given, .family]), !text.form(at).hasArticle { at += 1 }
        return at - index >= 3 ? at : nil
    }

    private func startsKunya(_ index: Int) -> Bool {
        text.form(index).sets.intersects(words.kunya)
    }

    private func opensName(_ form: WordForm, isSupported: Bool, at index: Int) -> Bool {
        let bits = form.names
        if form.nisba >= 0, form.hasArticle { return false }
        // «طالب المحيسن بـ»: a verb of saying at the head of a clause.
        if !isSupported, form.reporting >= 0, form.conjunction != .none || index == sentenceStart { return false }
        if form.isMainly(.particle), form.length <= 3 { return false }
        if bits.contains(.given) {
            if !bits.contains(.ambiguous) { return !form.isMainly([.verb, .particle]) || form.names.contains(.masculine) && form.length > 3 }
            if isSupported { return true }
            // «كريم», «جمال»: only before another name.
            guard isPlainWord(index + 1) else { return false }
            let next = text.form(index + 1)
            if form.isMainly(.verb) && !next.hasArticle && next.names.contains(.ambiguous) { return false }
            if next.names.contains(.particle) || next.names.contains(.family) && !next.names.contains(.ambiguous) { return true }
            return next.isUnknown && (next.hasArticle || form.isMainly(.givenName)) && next.length >= 4
                || form.isMainly(.givenName) && !next.names.isEmpty
        }
        if isSupported, isForeignFirst(index) { return true }
        guard isSupported else {
            if isSureSurname(form) { return true }
            // A foreign first name that the list has as family only: «كيري», or an unknown word before a sure family name.
            guard isPlainWord(index + 1) else { return false }
            let next = text.form(index + 1)
            guard !form.isMainly([.particle, .verb, .nisba, .noun, .verbalNoun, .adjective, .time]), form.nisba < 0 else { return false }
            return (form.isUnknown || bits.contains(.family)) && !form.hasArticle && !form.hasPrefix && form.length >= 3
                && next.names.contains(.family) && !next.names.contains(.ambiguous) && !next.hasArticle
        }
        if bits.contains(.family) { return !form.isMainly([.verb, .particle]) || !bits.contains(.ambiguous) }
        return form.isUnknown && !form.hasPrefix && form.length >= 2
            || form.isMainly([.familyName, .givenName])
    }

    private func continuesName(_ form: WordForm, after previous: Int, strong: Int, isSupported: Bool) -> Bool {
        if form.hasSuffix { return false }
        let bits = form.names
        // «عبدالله الثاني», «محمد السادس».
        if form.hasArticle, form.sets.intersects(words.ordinal), text.form(previous).names.contains(.given) { return true }
        if form.isMainly(.verb), bits.isDisjoint(with: [.given, .family]) { return false }
        // Behind a surname with its article, a definite noun begins something else: «الغامدي الشكر».
        if form.hasArticle, form.isMainly([.noun, .verbalNoun, .time]), text.form(previous).hasArticle, bits.contains(.ambiguous) || bits.isDisjoint(with: .family) { return false }
        if form.isMainly([.particle, .adverb, .circumstantial]) { return false }
        if bits.contains(.given) || bits.contains(.family) {
            if !bits.contains(.ambiguous) { return !(form.isMainly(.verb) && !form.hasArticle) }
            // «سعيد», «الرئيس»? An ambiguous word is a name where the lexicon does not read a verb.
            if form.hasArticle, strong >= 2, form.names.contains(.family) { return true }
            // «الباجي قائد السبسي»: an office's word inside a name, before a sure family name.
            if strong >= 1, isPlainWord(previous + 2), text.form(previous + 2).names.contains(.family), !text.form(previous + 2).names.contains(.ambiguous),
                form.names.contains(.family) || form.names.contains(.given), !form.isMainly([.verb, .particle])
            { return true }
            return !form.isMainly([.verb, .particle, .time]) && form.nisba < 0
                && (lexicon.roles.start(form.stem) < 0 || form.hasArticle && bits.contains(.family) && isSureGiven(previous) && !isBareTitle(form))
        }
        // «عبدالله الثاني», «محمد السادس».
        if form.hasArticle, form.sets.intersects(words.ordinal), text.form(previous).names.contains(.given) { return true }
        // «محمد بن عبدالرحمن المخرج أمين …»: behind «بن», a definite noun that the name ends with.
        if form.hasArticle, strong >= 2, !text.form(previous).hasArticle, form.nisba < 0, form.isMainly([.noun, .adjective, .verbalNoun]),
            form.gender != .feminine, form.reading.number != .plural, !isBareTitle(form), lexicon.heads.start(form.stem) < 0,
            lexicon.honorifics.start(form.bare) < 0, !form.sets.intersects(words.roleAdjectives), endsName(previous + 2)
        { return true }
        if isSupported, form.hasArticle, isSureGiven(previous), form.nisba < 0, lexicon.roles.start(form.stem) < 0,
            !form.sets.intersects(words.roleAdjectives), lexicon.honorifics.start(form.bare) < 0, !form.isMainly([.verb, .particle]), !form.sets.intersects(words.weekday)
        { return true }
        // «قال الصديق السور رئيس …»: behind a verb of saying, before what closes a name.
        if isSupported, form.hasArticle, text.form(previous).names.contains(.given), form.isMainly(.noun), form.gender != .feminine,
            form.reading.number != .plural, form.nisba < 0, lexicon.roles.start(form.stem) < 0, lexicon.heads.start(form.stem) < 0,
            isPlainWord(previous + 2), closesName(previous + 2)
        { return true }
        // «سعود الحمام»: a sure given name and a definite noun that heads nothing.
        if form.hasArticle, strong >= 1, isSureGiven(previous), form.reading.number != .plural, form.nisba < 0,
            form.isMainly([.noun, .adjective, .verbalNoun, .familyName]), form.gender != .feminine,
            lexicon.roles.start(form.stem) < 0, lexicon.heads.start(form.stem) < 0,
            !form.sets.intersects(words.roleAdjectives), lexicon.honorifics.start(form.bare) < 0
        { return true }
        if form.isUnknown {
            // Behind one sure name, one or two unknown words belong to it: «بيتر كايتانو».
            if form.hasArticle { return form.length >= 4 && (form.reading.number != .plural) }
            return (strong >= 1 || isSupported) && form.length >= 3
        }
        if form.isMainly([.familyName, .givenName]) { return true }
        // «إدريس مقبول، …»: a common word between a sure given name and what closes a name.
        if !form.hasArticle, strong >= 1, isSureGiven(previous), form.isMainly([.adjective, .noun]), form.reading.number != .plural,
            form.gender != .feminine, form.length >= 3, lexicon.roles.start(form.stem) < 0, lexicon.heads.start(form.stem) < 0, closesName(previous + 2)
        { return true }
        // «الخالدي», «القحطاني»: nisba surnames with the article, unless they show a State or agree with something.
        if form.hasArticle, form.isClass(.familyName), form.nisba < 0 { return true }
        return false
    }

    // MARK: Honorifics and ranks

    /// «الدكتور محمد …», «اللواء …», «الوزير المفوض …», «الشيخ …»: a rank is a mention of its own.
    mutating func parseTitled(at index: Int) -> Int? {
        guard text.starts(index, .honorific) else { return nil }
        guard let title = matchHonorific(at: index) else { return nil }
        let start = mentions.count
        var at = title.end
        var ranks: [Int] = []
        if title.kind != .honorific, title.kind != .royal { ranks.append(addRank(index..<title.end)) }
        while isPlainWord(at), let more = matchHonorific(at: at) {
            if more.kind != .honorific, more.kind != .royal { ranks.append(addRank(at..<more.end)) }
            at = more.end
        }
        // «م.», «د.»
        while at < limit, mark(at) == 0x2E || mark(at) == 0x2F { at += 1 }
        while isPlainWord(at), let more = matchHonorific(at: at) { at = more.end }
        while at < limit, mark(at) == 0x2E { at += 1 }
        // «معالي الأمين العام»: an office follows, no name.
        guard isPlainWord(at), !isOffice(at), let end = nameEnd(at: at, isSupported: true) else {
            mentions.removeSubrange(start...)
            return nil
        }
        // One word is a name only if the lexicon is sure of it.
        if end == at + 1, text.form(at).names.isDisjoint(with: [.given, .family]) || text.form(at).sets.intersects(words.notName)
            || text.form(at).names.contains(.ambiguous) && title.kind == .honorific && text.form(at).isMainly([.noun, .adjective, .verbalNoun, .particle, .verb])
        {
            mentions.removeSubrange(start...)
            return nil
        }
        var mention = person(at..<end, rule: "person-titled")
        mention.children = ranks
        mention.lead = index
        // «الدكتورة» tells; «سعادة», «فضيلة» are of anybody.
        for token in index..<at where text.isWord(token) && text.form(token).gender == .feminine && text.form(token).reading.isHuman {
            mention.gender = .feminine
        }
        mention.roleClass = title.kind == .royal ? "royal" : ""
        return add(mention)
    }

    /// Whether an office, not a name, begins at a token.
    private func isOffice(_ index: Int) -> Bool {
        guard let role = matchRole(at: index), !role.entry.isPlural else { return false }
        if role.end > index + 1 { return true }
        let form = text.form(index)
        return form.names.isDisjoint(with: .given) || form.hasArticle
    }

    private mutating func addRank(_ tokens: Range<Int>) -> Int {
        var rank = Mention(tokens: tokens, type: .Rank, head: tokens.lowerBound, rule: "rank-title")
        rank.isDefinite = true
        return add(rank)
    }

    func matchHonorific(at index: Int) -> (kind: HonorificKind, end: Int)? {
        guard isWord(index), text.starts(index, .honorific) else { return nil }
        var node = lexicon.honorifics.start(text.form(index).bare)
        guard node >= 0 else { return nil }
        var best: (HonorificKind, Int)?
        var at = index + 1
        while true {
            let entry = lexicon.honorifics.entry[Int(node)]
            if entry >= 0 { best = (lexicon.honorificKinds[Int(entry)], at) }
            guard isPlainWord(at) else { break }
            node = lexicon.honorifics.step(node, text.form(at).symbol)
            guard node >= 0 else { break }
            at += 1
        }
        guard let best else { return nil }
        // «د» alone is an honorific only with its point.
        if text.form(index).length == 1, mark(best.1) != 0x2E, mark(best.1) != 0x2F { return nil }
        return best
    }
}
