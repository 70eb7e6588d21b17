import KnowledgeGraph

/// Who speaks: the subject behind a verb, before it, or named otherwise.
extension StatementFinder {
    /// Whether what stands before a verb lets it have a subject named earlier: punctuation or a particle, no noun.
    func followsParticle(_ token: Int) -> Bool {
        guard token > 0, text.items[token - 1].kind != .lineEnd else { return true }
        guard text.isWord(token - 1) else { return text.items[token - 1].kind == .punctuation }
        let form = text.form(token - 1)
        return form.isMainly([.particle, .adverb]) && !form.sets.intersects(sets.relative)
    }

    /// Whether a verb stands where a clause begins: first, behind punctuation, or behind «كما», «حيث», «فيما».
    func opensClause(_ index: Int, _ sentence: SentenceItems) -> Bool {
        guard index > 0 else { return true }
        let item = sentence.items[index - 1]
        let token = item.tokens.lowerBound
        if item.mention >= 0 { return false }
        if text.items[token].kind == .punctuation { return index == 1 }
        return text.isWord(token) && text.form(token).sets.intersects(sets.clauseOpener)
    }

    /// «…، الذي أوضح»: the agent before the relative pronoun; an inner nil if something else is.
    func relativeSubject(_ index: Int, _ sentence: SentenceItems) -> Int?? {
        guard index > 0 else { return nil }
        let token = sentence.items[index - 1].tokens.lowerBound
        guard sentence.items[index - 1].mention < 0, text.isWord(token), text.form(token).sets.intersects(sets.relative) else { return nil }
        var at = index - 2
        if at >= 0, text.items[sentence.items[at].tokens.lowerBound].kind == .punctuation { at -= 1 }
        guard at >= 0, isAgent(sentence.items[at]) else { return .some(nil) }
        return .some(sentence.items[at].entity)
    }

    // MARK: The subject

    static let agents: Set<OntologyClass> = [.Person, .Post, .Organization, .Country]

    func isAgent(_ item: SentenceItems.Item) -> Bool {
        item.entity >= 0 && item.type.map { Self.agents.contains($0.kind) } == true
    }

    func agrees(_ verb: ReportingForm, _ entity: Entity) -> Bool { SpeakerState.agrees(entity, verb) }

    /// With the thing, or with the words that stand for it here: «الجانب الفلبيني» is masculine, its State is not.
    func agrees(_ verb: ReportingForm, _ item: SentenceItems.Item, _ resolver: Resolver) -> Bool {
        if SpeakerState.agrees(resolver.entities[item.entity], verb) { return true }
        guard item.mention >= 0, resolver.mentions[item.mention].type == .Country else { return false }
        return resolver.mentions[item.mention].rule == "country-side" && verb.gender == .masculine
    }

    /// «بينت المدير التنفيذي»: the title is a man's, its holder the woman that the verb shows.
    func isTitled(_ item: SentenceItems.Item, behind index: Int, _ verb: ReportingForm) -> Bool {
        item.type == .Post && verb.gender == .feminine && text.isWord(item.tokens.lowerBound - 1)
    }

    /// The agent behind a verb, past commas, dates and adverbs.
    func subject(
        behind index: Int, _ verb: ReportingForm, _ sentence: SentenceItems, _ resolver: Resolver
    ) -> [Int]? {
        var at = index + 1
        var steps = 0
        var hasEach = false
        // «قال بيان …»: the verb agrees with the statement, not with whose it is.
        var ofStatement = false
        while at < sentence.items.count, steps <= 6 {
            let item = sentence.items[at]
            let first = item.tokens.lowerBound
            if isAgent(item) {
                let form = text.form(first)
                if form.preposition != .none, !(form.preposition == .li && isStatementNoun(first - 1)) {
                    // «أكد لـ«كونا» الوزير …»: the addressee; the subject may still come.
                    at += 1
                    steps += 1
                    continue
                }
                guard form.conjunction == .none else { return nil }
                // «أشادت بجهود اللجنة», «حرصا على قوانين البلاد»: what a governed noun has behind it is no subject.
                if isGenitive(first) {
                    at += 1
                    steps += 1
                    continue
                }
                guard ofStatement || agrees(verb, item, resolver) || isTitled(item, behind: index, verb) else { return nil }
                if hasEach { return agents(from: at, sentence) }
                if verb.number == .dual, at + 1 < sentence.items.count, isAgent(sentence.items[at + 1]),
                    text.form(sentence.items[at + 1].tokens.lowerBound).conjunction == .wa
                {
                    return [item.entity, sentence.items[at + 1].entity]
                }
                // «اشتكت فرنسا وبريطانيا».
                if at + 1 < sentence.items.count, sentence.items[at + 1].type == .Country, item.type == .Country, isAgent(sentence.items[at + 1]),
                    text.form(sentence.items[at + 1].tokens.lowerBound).conjunction == .wa
                { return agents(from: at, sentence) }
                return [item.entity]
            }
            if let body = bodyOfStatement(item, at, sentence, resolver) { return [body] }
            if item.isDate || item.mention >= 0 && item.type.map({ !Self.agents.contains($0.kind) }) == true {
                guard item.isDate || text.form(first).preposition != .none || isAfterPreposition(first) else { return nil }
                at += 1
                steps += 1
                continue
            }
            if text.items[first].kind == .punctuation {
                let mark = text.items[first].mark
                if mark == 0x3A { return nil }
                if mark == 0x22 || mark == 0xAB || mark == 0x201C {
                    // «كشفت لـ«عكاظ» المديرة …», «نقلته "رويترز"»: a name in quotation marks; anything longer is speech.
                    guard let end = quotedNameEnd(at, sentence) else { return nil }
                    if at + 2 == end, isAgent(sentence.items[at + 1]), !isForListener(first) { return [sentence.items[at + 1].entity] }
                    at = end + 1
                    steps += 1
                    continue
                }
                at += 1
                continue
            }
            guard text.isWord(first) else {
                at += 1
                steps += 1
                continue
            }
            let form = text.form(first)
            if form.sets.intersects(sets.each) || form.sets.intersects(sets.of) && hasEach {
                hasEach = true
                at += 1
                continue
            }
            if form.sets.intersects(sets.that) || form.sets.intersects(sets.clause) { return nil }
            if form.reporting >= 0, form.isMainly(.verb) { return nil }
            // «عبر جميع أعضاء المكتب السياسي»: the body speaks.
            if form.sets.intersects(sets.memberPlural), !form.hasPrefix, at == index + 1 || text.isWord(first - 1) && text.form(first - 1).sets.intersects(sets.any), at + 1 < sentence.items.count, isAgent(sentence.items[at + 1]),
                sentence.items[at + 1].type?.isA(.Organization) == true, !text.form(sentence.items[at + 1].tokens.lowerBound).hasPrefix
            { return [sentence.items[at + 1].entity] }
            // A subject that is no named thing: «قال مسؤول», «قال مصدر».
            if isStatementNoun(first), !form.hasArticle {
                ofStatement = true
                at += 1
                continue
            }
            // «بلاغ توصلت به الصحيفة»: who got it; «صدر عن المكتب»: whose it is.
            if ofStatement, text.isFiniteVerb(first), !isIssued(first) { return nil }
            if form.sets.intersects(sets.accordingTo) { return nil }
            if form.isMainly([.noun]), !form.hasPrefix, !isAfterPreposition(first), !form.sets.intersects(sets.sideWord),
                steps == 0 || form.reading.isHuman
            {
                // «قال المسؤول الفلسطيني نبيل شعث»: a name may still follow.
                guard let name = nameBehindNoun(at, sentence), agrees(verb, resolver.entities[name]) else { return nil }
                return [name]
            }
            at += 1
            steps += 1
        }
        return nil
    }

    /// The item that closes a quotation of one or two items, nil for longer ones.
    func quotedNameEnd(_ index: Int, _ sentence: SentenceItems) -> Int? {
        for at in index + 2...index + 3 where at < sentence.items.count {
            let mark = text.items[sentence.items[at].tokens.lowerBound].mark
            if mark == 0x22 || mark == 0xBB || mark == 0x201D { return at }
        }
        return nil
    }

    /// «لـ» stands before a token: who is spoken to.
    func isForListener(_ token: Int) -> Bool {
        guard token > 0, text.isWord(token - 1) else { return false }
        let form = text.form(token - 1)
        return form.length <= 2 || form.preposition == .li
    }

    /// The person named behind a common noun and its adjectives: «المسؤول الفلسطيني نبيل شعث».
    func nameBehindNoun(_ index: Int, _ sentence: SentenceItems) -> Int? {
        var at = index + 1
        while at < sentence.items.count, at - index <= 3 {
            let item = sentence.items[at]
            if item.type == .Person, item.entity >= 0 { return text.form(item.tokens.lowerBound).hasPrefix ? nil : item.entity }
            let token = item.tokens.lowerBound
            guard item.mention < 0 else { return nil }
            if text.items[token].mark == 0x60C { at += 1; continue }
            guard text.isWord(token), text.form(token).isClass([.adjective, .nisba, .noun]), !text.form(token).hasPrefix else { return nil }
            at += 1
        }
        return nil
    }

    /// «ذكر بلاغ لمجلس النواب», «قال بيان صادر عن الخارجية»: the body whose statement speaks.
    func bodyOfStatement(_ item: SentenceItems.Item, _ index: Int, _ sentence: SentenceItems, _ resolver: Resolver) -> Int? {
        guard item.type?.kind == .Instrument, item.mention >= 0 else { return nil }
        let mention = resolver.mentions[item.mention]
        guard text.form(mention.head).sets.intersects(sets.statementNoun), text.form(mention.head).preposition == .none, !text.form(mention.head).hasArticle else { return nil }
        for child in mention.children {
            let inner = resolver.mentions[child]
            if inner.entity >= 0, Self.agents.contains(inner.type.kind) { return inner.entity }
        }
        return issuer(behind: index, sentence)
    }

    /// «وأضاف البيان», «بحسب نص البيان»: the token, within a few words, of a statement that the text spoke of before.
    func theStatement(behind index: Int, _ sentence: SentenceItems, within limit: Int) -> Int? {
        for at in index + 1..<min(index + 1 + limit, max(sentence.items.count, index + 1)) {
            let token = sentence.items[at].tokens.lowerBound
            guard text.isWord(token) else { continue }
            let form = text.form(token)
            if form.sets.intersects(sets.theStatement), form.preposition == .none { return token }
            guard sentence.items[at].mention < 0, form.sets.intersects(sets.source) || form.sets.intersects(sets.this) else { return nil }
        }
        return nil
    }

    /// «صدر الثلاثاء عن»: a verb with «عن» within a few words.
    private func isIssued(_ token: Int) -> Bool {
        (token + 1..<min(token + 4, text.items.count)).contains { text.isWord($0) && text.form($0).sets.intersects(sets.about) }
    }

    /// The agent within a few words behind «صادر عن», «عن», «من».
    func issuer(behind index: Int, _ sentence: SentenceItems) -> Int? {
        var at = index + 1
        while at < sentence.items.count, at - index <= 4 {
            let item = sentence.items[at]
            if isAgent(item) { return item.entity }
            guard item.mention < 0 || item.isDate, !text.isWord(item.tokens.lowerBound) || !text.form(item.tokens.lowerBound).sets.intersects(sets.that) else { return nil }
            // «بلاغ توصلت به الصحيفة»: who got it.
            guard !text.isFiniteVerb(item.tokens.lowerBound) || isIssued(item.tokens.lowerBound) else { return nil }
            at += 1
        }
        return nil
    }

    /// «أكد الجانبان», «أن البلدين أكدا»: the two States that the text names most.
    func bothSides(behind index: Int, _ verb: ReportingForm, _ sentence: SentenceItems, _ resolver: Resolver) -> [Int]? {
        let own = text.form(sentence.items[index].tokens.lowerBound)
        // «بين البلدين» is a preposition.
        if own.sets.intersects(sets.homograph), own.conjunction == .none, !followsAuxiliary(index, sentence) { return nil }
        let near = [index + 1, index - 1].contains { at in
            at >= 0 && at < sentence.items.count && sentence.items[at].mention < 0 && text.isWord(sentence.items[at].tokens.lowerBound)
                && text.form(sentence.items[at].tokens.lowerBound).sets.intersects(sets.bothSides)
        }
        let isDual = verb.number == .dual && verb.shape == .past && text.form(sentence.items[index].tokens.lowerBound).conjunction != .none
        guard near || isDual else { return nil }
        let states = resolver.entities.indices.filter { resolver.entities[$0].type == .Country && resolver.entities[$0].mentions.count >= 2 }
            .sorted { (resolver.entities[$1].mentions.count, $0) < (resolver.entities[$0].mentions.count, $1) }
        return states.count >= 2 ? Array(states.prefix(2)).sorted() : nil
    }

    func followsAuxiliary(_ index: Int, _ sentence: SentenceItems) -> Bool {
        guard index > 0, sentence.items[index - 1].mention < 0 else { return false }
        let token = sentence.items[index - 1].tokens.lowerBound
        return text.isWord(token) && text.form(token).sets.intersects(sets.auxiliary)
    }

    /// «قالت كل من بوليفيا والصين …»: all of them.
    func agents(from index: Int, _ sentence: SentenceItems) -> [Int] {
        var found: [Int] = []
        var at = index
        while at < sentence.items.count, isAgent(sentence.items[at]) {
            found.append(sentence.items[at].entity)
            at += 1
            if at < sentence.items.count, text.items[sentence.items[at].tokens.lowerBound].mark == 0x60C { at += 1 }
        }
        return found
    }

    /// «ذكر بلاغ لمجلس النواب»: the body behind «بيان», «بلاغ» speaks.
    func isStatementNoun(_ token: Int) -> Bool {
        token >= 0 && text.isWord(token) && text.form(token).sets.intersects(sets.statementNoun)
    }

    func isAfterPreposition(_ token: Int) -> Bool {
        token > 0 && text.isWord(token - 1) && text.form(token - 1).isMainly(.particle)
    }

    /// A subject right before the verb: «الوزير يؤكد», «كان الوزير قد أكد», at the start of a clause.
    /// Whether a noun behind a preposition stands right before a token and is open to a genitive.
    private func isGenitive(_ token: Int) -> Bool {
        guard token > 0, text.isWord(token - 1) else { return false }
        let form = text.form(token - 1)
        return (form.preposition != .none || isAfterPreposition(token - 1)) && !form.hasArticle && !form.hasSuffix && form.isMainly([.noun, .verbalNoun])
            && !form.sets.intersects(sets.sideWord)
    }

    func subject(before index: Int, _ verb: ReportingForm, _ sentence: SentenceItems, _ resolver: Resolver) -> Int? {
        let form = text.form(sentence.items[index].tokens.lowerBound)
        guard index > 0, form.conjunction == .none else { return nil }
        var at = index - 1
        var steps = 0
        while at >= 0, steps < 4 {
            let item = sentence.items[at]
            let token = item.tokens.lowerBound
            if isAgent(item) {
                guard text.form(token).preposition == .none, opensWithSubject(at, sentence),
                    agrees(verb, item, resolver)
                else { return nil }
                return item.entity
            }
            let isFiller = item.isDate || text.items[token].kind == .punctuation && ![0x3A, 0x28, 0x29, 0x2D, 0x2013].contains(text.items[token].mark)
                || text.isWord(token) && item.mention < 0 && text.form(token).sets.intersects(sets.auxiliary)
            guard isFiller else { return nil }
            at -= 1
            steps += 1
        }
        return nil
    }

    /// «نفى أن يكون الوزير قد صرح»: what would be, and is not said to be.
    func isIrreal(_ index: Int, _ sentence: SentenceItems) -> Bool {
        guard followsAuxiliary(index, sentence) else { return false }
        return sentence.items[max(0, index - 6)..<index].contains { item in
            let token = item.tokens.lowerBound
            guard item.mention < 0, text.isWord(token) else { return false }
            return text.form(token).sets.intersects(sets.auxiliary) && text.form(token).reading.tense == .imperfect
        }
    }

    /// «وردا على سؤال … قال "نعم"», «وفي ما يخص … لفتت إلى»: a strong verb behind a topic that opens the sentence, with its
    /// words right behind it; nobody else has spoken in it.
    func followsTopic(_ token: Int, _ verb: ReportingForm, _ sentence: SentenceItems, _ state: SpeakerState) -> Bool {
        guard verb.isStrong, verb.shape == .past, !state.hasSpoken, token + 1 < sentence.sentence.upperBound,
            let opening = sentence.sentence.first(where: { text.isWord($0) }), opening < token
        else { return false }
        let first = text.form(opening)
        guard first.conjunction != .none, !first.isMainly(.verb), first.reporting < 0, !first.hasArticle else { return false }
        guard text.isWord(token + 1) else { return [0x3A, 0x22, 0xAB, 0x201C].contains(text.items[token + 1].mark) }
        let next = text.form(token + 1)
        return next.sets.intersects(sets.that) || next.sets.intersects(sets.to) && text.isWord(token + 2) && text.form(token + 2).sets.intersects(sets.that)
    }

    /// Whether an agent, or «قد» behind one, stands right before a verb.
    func isBeside(_ index: Int, _ sentence: SentenceItems) -> Bool {
        let item = sentence.items[index - 1]
        return item.mention >= 0 || text.isWord(item.tokens.lowerBound)
    }

    /// Whether an agent stands where a subject does: first, or behind punctuation, «إن», «لكن», «كان».
    func opensWithSubject(_ index: Int, _ sentence: SentenceItems) -> Bool {
        guard index > 0 else { return true }
        let item = sentence.items[index - 1]
        let token = item.tokens.lowerBound
        if item.mention >= 0 { return item.isDate }
        if text.items[token].kind == .punctuation { return index == 1 || text.items[token].mark != 0x60C || hasNoVerb(before: index, sentence) }
        guard text.isWord(token) else { return false }
        let form = text.form(token)
        return form.sets.intersects(sets.that) || form.sets.intersects(sets.auxiliary) || form.sets.intersects(sets.clauseOpener)
            || form.sets.intersects(sets.but)
    }

    func hasNoVerb(before index: Int, _ sentence: SentenceItems) -> Bool {
        sentence.items[..<index].allSatisfy { item in
            item.mention >= 0 || !text.isWord(item.tokens.lowerBound) || !text.form(item.tokens.lowerBound).isMainly(.verb)
        }
    }

    /// Whether what follows the verb opens the reported words rather than naming another subject.
    func hasNoOtherSubject(behind index: Int, _ sentence: SentenceItems) -> Bool {
        var at = index + 1
        var steps = 0
        while at < sentence.items.count, steps < 3 {
            let token = sentence.items[at].tokens.lowerBound
            if text.isWord(token) {
                let form = text.form(token)
                if form.sets.intersects(sets.that) || form.hasPrefix || form.isMainly(.particle) { return true }
                if form.isMainly(.noun), form.reading.isHuman { return false }
                return true
            }
            let mark = text.items[token].mark
            if mark == 0x3A || mark == 0x22 || mark == 0xAB || mark == 0x201C { return true }
            at += 1
            steps += 1
        }
        return true
    }
}
