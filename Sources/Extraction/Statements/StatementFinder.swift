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
        /// Its hearer, its occasion, what it is about.
        var links: [Link] = []
    }

    /// An edge from a statement.
    struct Link {
        var predicate: OntologyProperty
        var entity: Int
        var tokens: Range<Int>
        var rule: String
        var confidence: UInt8
        var derivation: Evidence.Derivation
    }

    init(lexicon: Lexicon, text: AnalyzedText, sets: StatementSets) {
        (self.lexicon, self.text, self.sets) = (lexicon, text, sets)
    }

    func statements(_ sentences: [SentenceItems], _ resolver: Resolver) -> [Found] {
        let found = statements(sentences, resolver, lead: nil)
        // «قال مسؤول إن … وقال فلان، رئيس …»: once the text has named him, the first words are his, too.
        guard let lead = lead(found, sentences, resolver) else { return found }
        return statements(sentences, resolver, lead: lead)
    }

    private func statements(_ sentences: [SentenceItems], _ resolver: Resolver, lead: Lead?) -> [Found] {
        var found: [Found] = []
        var state = SpeakerState()
        for sentence in sentences {
            state.beginSentence(sentence.sentence.lowerBound)
            for index in sentence.items.indices {
                let item = sentence.items[index]
                if item.mention >= 0 {
                    let first = item.tokens.lowerBound
                    let isSubject = text.form(first).preposition == .none && !isAfterPreposition(first)
                    state.note(item, isSubject: isSubject)
                }
                guard item.mention < 0, text.isWord(item.tokens.lowerBound) else { continue }
                let token = item.tokens.lowerBound
                let form = text.form(token)
                if form.sets.intersects(sets.accordingTo) {
                    if let statement = accordingTo(index, sentence, resolver, state) {
                        found.append(statement)
                        note(statement, sentence, resolver, &state)
                    }
                    continue
                }
                // «مختتما حديثه بقوله» adds nothing to its verb.
                if form.sets.intersects(sets.quotingNoun), form.preposition == .none, let speaker = state.lastAgent {
                    found.append(
                        Found(
                            verb: token, lemma: "قال", speakers: [speaker], end: sentence.sentence.upperBound,
                            rule: "quoting-noun", confidence: 85, derivation: .inferred))
                    continue
                }
                // «بيانا جاء فيه: …».
                if form.sets.intersects(sets.came), isInIt(token + 1), let speaker = state.author(resolver) {
                    let statement = Found(
                        verb: token, lemma: "قال", speakers: [speaker], end: sentence.sentence.upperBound, rule: "words-in-it", confidence: 75,
                        derivation: .inferred)
                    found.append(statement)
                    note(statement, sentence, resolver, &state)
                    continue
                }
                guard form.reporting >= 0 else { continue }
                let verb = lexicon.reporting[Int(form.reporting)]
                if let lead, lead.verb == token {
                    let statement = Found(
                        verb: token, lemma: verb.lemma, speakers: [lead.speaker], end: sentence.sentence.upperBound, rule: "lead-speaker",
                        confidence: 72, derivation: .inferred)
                    found.append(statement)
                    note(statement, sentence, resolver, &state)
                    continue
                }
                if let statement = statement(verb, at: index, sentence, resolver, &state) {
                    found.append(statement)
                    note(statement, sentence, resolver, &state)
                }
            }
        }
        return found
    }

    private func note(_ statement: Found, _ sentence: SentenceItems, _ resolver: Resolver, _ state: inout SpeakerState) {
        guard let speaker = statement.speakers.first else { return }
        state.spoke(speaker, sentence.sentence.lowerBound)
        // «وقال في بيان», «بحسب بيان للديوان», «ذكرت الوكالة»: «البيان», «المصدر» that follows is theirs.
        let isWritten = (statement.verb..<min(statement.verb + 14, sentence.sentence.upperBound)).contains { isStatementNoun($0) }
        if isWritten && statement.rule != "statement-itself" && !isRelay(statement, resolver) || resolver.entities[speaker].type.isA(.MediaOrganization) && !isRelay(statement, resolver) {
            state.issued(speaker)
        }
    }

    /// «نقلت الوكالة البيان»: a medium passes on what is another's.
    private func isRelay(_ statement: Found, _ resolver: Resolver) -> Bool {
        resolver.entities[statement.speakers[0]].type.isA(.MediaOrganization) && (statement.verb..<min(statement.verb + 8, text.items.count)).contains {
            isStatementNoun($0) && text.form($0).hasArticle
        }
    }

    // MARK: One verb

    func statement(
        _ verb: ReportingForm, at index: Int, _ sentence: SentenceItems, _ resolver: Resolver, _ state: inout SpeakerState
    ) -> Found? {
        let token = sentence.items[index].tokens.lowerBound
        let form = text.form(token)
        if form.preposition != .none || form.hasArticle { return nil }
        // «شجبها» is a noun with a suffix more often than a verb with one.
        if form.hasSuffix, !form.isMainly(.verb) { return nil }
        let isFinite = verb.shape == .past || verb.shape == .imperfect
        // A plural or dual verb has its subject before it.
        let behind = isFinite && verb.number != .plural ? subject(behind: index, verb, sentence, resolver) : nil
        let before = isFinite ? subject(before: index, verb, sentence, resolver) : nil
        let opens = before != nil && verb.shape == .imperfect
        let sides = isFinite ? bothSides(behind: index, verb, sentence, resolver) : nil
        guard isReporting(verb, at: index, sentence, hasSubject: behind != nil || opens || sides != nil, hasSpoken: state.hasSpoken) else { return nil }
        let end = sentence.sentence.upperBound
        func made(_ speakers: [Int], _ rule: String, _ confidence: UInt8, _ derivation: Evidence.Derivation = .read) -> Found {
            Found(
                verb: token, lemma: verb.lemma, speakers: speakers, end: end, rule: rule, confidence: confidence,
                derivation: derivation)
        }
        switch verb.shape {
        case .passive: return nil
        case .participle:
            // «…، مؤكدين»: of several, whom the text has not named one by one.
            guard verb.number == .singular, let speaker = state.current(agreeing: verb, resolver) else { return nil }
            return made([speaker], "participle-speaker", 85, .inferred)
        case .past, .imperfect:
            // «الوزير يؤكد», «قرار يدين …»: an imperfect without «و» has its subject before it, or opens the sentence.
            if verb.shape == .imperfect, form.conjunction == .none, !opensClause(index, sentence) {
                guard let before else { return nil }
                return made([before], "subject-verb", 88)
            }
            if let relative = relativeSubject(index, sentence) {
                // «…، الذي أوضح»; «التي أعلن عنها الوزير»; «الذي قال إنه …», which the one who speaks says.
                if let speaker = relative, agrees(verb, resolver.entities[speaker]) { return made([speaker], "relative-subject", 80) }
                if let behind { return made(behind, "verb-subject", 88) }
                guard relative == nil, verb.lemma == "قال", let speaker = state.current(agreeing: verb, resolver) else { return nil }
                return made([speaker], "dropped-subject", 75, .inferred)
            }
            if let before, form.conjunction == .none, behind == nil || isBeside(index, sentence) { return made([before], "subject-verb", 88) }
            if let behind { return made(behind, "verb-subject", 95) }
            if let sides { return made(sides, "both-sides", 75, .inferred) }
            if theStatement(behind: index, sentence, within: 2) != nil {
                return (state.issuer ?? state.firstBody).flatMap { made([$0], "statement-itself", 78, .inferred) }
            }
            // «ونشرت الوكالة خبرا قالت فيه»: who wrote it.
            if isInIt(token + 1), form.conjunction == .none, let speaker = state.current(agreeing: verb, resolver) {
                return made([speaker], "words-in-it", 78, .inferred)
            }
            guard hasNoOtherSubject(behind: index, sentence), !form.sets.intersects(sets.impersonal) else { return nil }
            guard verb.number != .plural, verb.number != .dual, form.conjunction != .none || followsParticle(token) || followsTopic(token, verb, sentence, state)
            else { return nil }
            guard let speaker = state.last(agreeing: verb, resolver) else { return nil }
            return made([speaker], "dropped-subject", 85, .inferred)
        }
    }

}
