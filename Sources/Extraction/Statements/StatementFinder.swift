import KnowledgeGraph

/// Reported words: who said something, by which verb.
///
/// A finite reporting verb takes the subject behind it («قال الوزير»), the subject before it («الوزير يؤكد», a
/// headline), or, dropped, the last speaker that it agrees with. A participle («مؤكدا») has the speaker of
/// the clause it hangs on. «وفقا لـ», «بحسب» name the speaker behind them.
struct StatementFinder {
    let lexicon: Lexicon
    let text: AnalyzedText
    let sets: StatementSets

    struct Found {
        /// Token of the reporting verb.
        var verb: Int
        var lemma: String
        /// Entities; two for a dual.
        var speakers: [Int]
        var end: Int
        var rule: String
        var confidence: UInt8
        var derivation: Evidence.Derivation
    }

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        sets = StatementSets(lexicon)
    }

    func statements(_ sentences: [SentenceItems], _ resolver: Resolver) -> [Found] {
        var found: [Found] = []
        var state = SpeakerState()
        for sentence in sentences {
            state.beginSentence(sentence.sentence.lowerBound)
            for index in sentence.items.indices {
                let item = sentence.items[index]
                if item.mention >= 0 {
                    let first = item.tokens.lowerBound
                    state.note(item, isSubject: text.form(first).preposition == .none && !isAfterPreposition(first))
                }
                guard item.mention < 0, text.isWord(item.tokens.lowerBound) else { continue }
                let token = item.tokens.lowerBound
                let form = text.form(token)
                if form.sets.intersects(sets.accordingTo) {
                    if let statement = accordingTo(index, sentence, resolver) { found.append(statement) }
                    continue
                }
                if form.sets.intersects(sets.quotingNoun), let speaker = state.lastAgent {
                    found.append(
                        Found(
                            verb: token, lemma: "قال", speakers: [speaker], end: sentence.sentence.upperBound,
                            rule: "quoting-noun", confidence: 85, derivation: .inferred))
                    continue
                }
                guard form.reporting >= 0 else { continue }
                let verb = lexicon.reporting[Int(form.reporting)]
                if let statement = statement(verb, at: index, sentence, resolver, &state) {
                    found.append(statement)
                    if let speaker = statement.speakers.first { state.spoke(speaker, sentence.sentence.lowerBound) }
                }
            }
        }
        return found
    }

    // MARK: One verb

    private func statement(
        _ verb: ReportingForm, at index: Int, _ sentence: SentenceItems, _ resolver: Resolver, _ state: inout SpeakerState
    ) -> Found? {
        let token = sentence.items[index].tokens.lowerBound
        let form = text.form(token)
        if form.preposition != .none || form.hasArticle { return nil }
        // «شجبها» is a noun with a suffix more often than a verb with one.
        if form.hasSuffix, !form.isMainly(.verb) { return nil }
        let isFinite = verb.shape == .past || verb.shape == .imperfect
        let behind = isFinite ? subject(behind: index, verb, sentence, resolver) : nil
        guard isReporting(verb, at: index, sentence, hasSubject: behind != nil) else { return nil }
        let end = sentence.sentence.upperBound
        func made(_ speakers: [Int], _ rule: String, _ confidence: UInt8, _ derivation: Evidence.Derivation = .read) -> Found {
            Found(
                verb: token, lemma: verb.lemma, speakers: speakers, end: end, rule: rule, confidence: confidence,
                derivation: derivation)
        }
        switch verb.shape {
        case .passive: return nil
        case .participle:
            guard let speaker = state.current(agreeing: verb, resolver) else { return nil }
            return made([speaker], "participle-speaker", 85, .inferred)
        case .past, .imperfect:
            let before = subject(before: index, verb, sentence, resolver)
            // «الوزير يؤكد», «قرار يدين …»: an imperfect without «و» has its subject before it, or opens the sentence.
            if verb.shape == .imperfect, form.conjunction == .none, !opensClause(index, sentence) {
                guard let before else { return nil }
                return made([before], "subject-verb", 88)
            }
            if let relative = relativeSubject(index, sentence) {
                guard let speaker = relative, agrees(verb, resolver.entities[speaker]) else { return nil }
                return made([speaker], "relative-subject", 80)
            }
            if let before, form.conjunction == .none, behind == nil || isBeside(index, sentence) { return made([before], "subject-verb", 88) }
            if let behind { return made(behind, "verb-subject", 95) }
            guard hasNoOtherSubject(behind: index, sentence), !form.sets.intersects(sets.impersonal) else { return nil }
            guard verb.number != .plural, verb.number != .dual, form.conjunction != .none || followsParticle(token) else { return nil }
            guard let speaker = state.last(agreeing: verb, resolver) else { return nil }
            return made([speaker], "dropped-subject", 85, .inferred)
        }
    }

    /// Whether what stands before a verb lets it have a subject named earlier: punctuation or a particle, no noun.
    private func followsParticle(_ token: Int) -> Bool {
        guard token > 0, text.items[token - 1].kind != .lineEnd else { return true }
        guard text.isWord(token - 1) else { return text.items[token - 1].kind == .punctuation }
        let form = text.form(token - 1)
        return form.isMainly([.particle, .adverb]) && !form.sets.intersects(sets.relative)
    }

    /// Whether a verb stands where a clause begins: first, behind punctuation, or behind «كما», «حيث», «فيما».
    private func opensClause(_ index: Int, _ sentence: SentenceItems) -> Bool {
        guard index > 0 else { return true }
        let item = sentence.items[index - 1]
        let token = item.tokens.lowerBound
        if item.mention >= 0 { return false }
        if text.items[token].kind == .punctuation { return index == 1 }
        return text.isWord(token) && text.form(token).sets.intersects(sets.clauseOpener)
    }

    /// «…، الذي أوضح»: the agent before the relative pronoun; an inner nil if something else is.
    private func relativeSubject(_ index: Int, _ sentence: SentenceItems) -> Int?? {
        guard index > 0 else { return nil }
        let token = sentence.items[index - 1].tokens.lowerBound
        guard sentence.items[index - 1].mention < 0, text.isWord(token), text.form(token).sets.intersects(sets.relative) else { return nil }
        var at = index - 2
        if at >= 0, text.items[sentence.items[at].tokens.lowerBound].kind == .punctuation { at -= 1 }
        guard at >= 0, isAgent(sentence.items[at]) else { return .some(nil) }
        return .some(sentence.items[at].entity)
    }

    /// Whether the verb reports words here: a strong one nearly always, a weak one with its complement.
    private func isReporting(
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
        if verb.isStrong { return true }
        // «ما نقلته الوكالة», «ما اعتبره الوزير».
        if hasSubject, form.hasSuffix || form.symbol != form.stem, token > 0, text.isWord(token - 1), text.form(token - 1).sets.intersects(sets.what) { return true }
        // A word with a noun's use: «بين», «عبر».
        let homograph = form.sets.intersects(sets.homograph)
        if homograph, !hasSubject, form.conjunction == .none { return false }
        return hasComplement(verb, at: index, sentence, within: homograph ? 8 : 12, direct: hasSubject && !homograph)
    }

    /// A participle that hangs on a clause: behind a comma or «و».
    private func isCircumstantial(_ token: Int, _ sentence: SentenceItems) -> Bool {
        if text.form(token).conjunction != .none { return true }
        guard token > sentence.sentence.lowerBound else { return false }
        return text.items[token - 1].kind == .punctuation
    }

    /// Whether what a verb of saying takes follows it: «أن», «إلى», «بـ», a colon, a quotation.
    private func hasComplement(
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
                if item.mention < 0, text.form(first).reporting >= 0, text.form(first).isMainly(.verb) { return false }
            } else if text.items[first].mark == 0x3A {
                return true
            }
            at += 1
            steps += 1
        }
        return false
    }

    private func complementFits(_ verb: ReportingForm, _ form: WordForm, isMention: Bool, direct: Bool) -> Bool {
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

    // MARK: The subject

    private static let agents: Set<OntologyClass> = [.Person, .Post, .Organization, .Country]

    private func isAgent(_ item: SentenceItems.Item) -> Bool {
        item.entity >= 0 && item.type.map { Self.agents.contains($0.kind) } == true
    }

    private func agrees(_ verb: ReportingForm, _ entity: Entity) -> Bool { SpeakerState.agrees(entity, verb) }

    /// The agent behind a verb, past commas, dates and adverbs.
    private func subject(
        behind index: Int, _ verb: ReportingForm, _ sentence: SentenceItems, _ resolver: Resolver
    ) -> [Int]? {
        var at = index + 1
        var steps = 0
        var hasEach = false
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
                guard agrees(verb, resolver.entities[item.entity]) else { return nil }
                if hasEach { return agents(from: at, sentence) }
                if verb.number == .dual, at + 1 < sentence.items.count, isAgent(sentence.items[at + 1]),
                    text.form(sentence.items[at + 1].tokens.lowerBound).conjunction == .wa
                {
                    return [item.entity, sentence.items[at + 1].entity]
                }
                return [item.entity]
            }
            if item.isDate || item.mention >= 0 && item.type.map({ !Self.agents.contains($0.kind) }) == true {
                guard item.isDate || text.form(first).preposition != .none || isAfterPreposition(first) else { return nil }
                at += 1
                steps += 1
                continue
            }
            if text.items[first].kind == .punctuation {
                let mark = text.items[first].mark
                if mark == 0x3A || mark == 0x22 || mark == 0xAB || mark == 0x201C { return nil }
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
            // A subject that is no named thing: «قال مسؤول», «قال مصدر».
            if isStatementNoun(first) {
                at += 1
                continue
            }
            if form.isMainly([.noun]), !form.hasPrefix, !isAfterPreposition(first), !form.sets.intersects(sets.sideWord),
                steps == 0 || form.reading.isHuman
            { return nil }
            at += 1
            steps += 1
        }
        return nil
    }

    /// «قالت كل من بوليفيا والصين …»: all of them.
    private func agents(from index: Int, _ sentence: SentenceItems) -> [Int] {
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
    private func isStatementNoun(_ token: Int) -> Bool {
        token >= 0 && text.isWord(token) && text.form(token).sets.intersects(sets.statementNoun)
    }

    private func isAfterPreposition(_ token: Int) -> Bool {
        token > 0 && text.isWord(token - 1) && text.form(token - 1).isMainly(.particle)
    }

    /// A subject right before the verb: «الوزير يؤكد», «كان الوزير قد أكد», at the start of a clause.
    private func subject(before index: Int, _ verb: ReportingForm, _ sentence: SentenceItems, _ resolver: Resolver) -> Int? {
        let form = text.form(sentence.items[index].tokens.lowerBound)
        guard index > 0, form.conjunction == .none else { return nil }
        var at = index - 1
        var steps = 0
        while at >= 0, steps < 4 {
            let item = sentence.items[at]
            let token = item.tokens.lowerBound
            if isAgent(item) {
                guard text.form(token).preposition == .none, opensWithSubject(at, sentence),
                    agrees(verb, resolver.entities[item.entity])
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

    /// Whether an agent, or «قد» behind one, stands right before a verb.
    private func isBeside(_ index: Int, _ sentence: SentenceItems) -> Bool {
        let item = sentence.items[index - 1]
        return item.mention >= 0 || text.isWord(item.tokens.lowerBound)
    }

    /// Whether an agent stands where a subject does: first, or behind punctuation, «إن», «لكن», «كان».
    private func opensWithSubject(_ index: Int, _ sentence: SentenceItems) -> Bool {
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

    private func hasNoVerb(before index: Int, _ sentence: SentenceItems) -> Bool {
        sentence.items[..<index].allSatisfy { item in
            item.mention >= 0 || !text.isWord(item.tokens.lowerBound) || !text.form(item.tokens.lowerBound).isMainly(.verb)
        }
    }

    /// Whether what follows the verb opens the reported words rather than naming another subject.
    private func hasNoOtherSubject(behind index: Int, _ sentence: SentenceItems) -> Bool {
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

    // MARK: «وفقا لـ», «بحسب»

    private func accordingTo(_ index: Int, _ sentence: SentenceItems, _ resolver: Resolver) -> Found? {
        let token = sentence.items[index].tokens.lowerBound
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
            guard text.isWord(first), item.mention < 0 else { return nil }
            let form = text.form(first)
            // «بحسب ما نقلته الوكالة»: the verb behind «ما» reports.
            guard form.sets.intersects(sets.source), !form.sets.intersects(sets.what) else { return nil }
            at += 1
            steps += 1
        }
        return nil
    }
}

/// The sets of words that the finder asks for.
struct StatementSets {
    let on, to, about, of, impersonal, statementNoun, relative, clauseOpener, but, what, each: WordSets
    let accordingTo, negation, homograph, that, clause, sideWord, auxiliary, source, quotingNoun: WordSets

    init(_ lexicon: Lexicon) {
        accordingTo = lexicon.wordSet("according-to")
        negation = lexicon.wordSet("negation")
        homograph = lexicon.wordSet("reporting.homograph")
        that = lexicon.wordSet("that")
        relative = lexicon.wordSet("relative")
        clauseOpener = lexicon.wordSet("clause.opener")
        but = lexicon.wordSet("but")
        what = lexicon.wordSet("what")
        each = lexicon.wordSet("each-of")
        on = lexicon.wordSet("comp.on")
        to = lexicon.wordSet("comp.to")
        about = lexicon.wordSet("comp.about")
        of = lexicon.wordSet("comp.of")
        impersonal = lexicon.wordSet("impersonal")
        statementNoun = lexicon.wordSet("statement.noun")
        clause = lexicon.wordSet("clause")
        sideWord = lexicon.wordSet("side.word")
        auxiliary = lexicon.wordSet("auxiliary")
        source = lexicon.wordSet("source.noun")
        quotingNoun = lexicon.wordSet("quoting.noun")
    }
}
