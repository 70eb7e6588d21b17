import KnowledgeGraph

/// Where a noun phrase ends.
///
/// From its head a name grows by idafa («وزارة العدل»), by adjectives that agree in definiteness («اللجنة الوطنية»),
/// by what «و» joins inside a genitive («التجارة والصناعة»), by «لـ» and a noun («لمكافحة الفساد»), by «المعني بـ»,
/// by a quoted name, and by mentions of other things.
struct PhraseState {
    /// One past the last token taken.
    var end: Int
    /// A genitive may follow: the last noun has no article, no suffix, no adjective.
    var isOpen: Bool
    /// Definiteness that adjectives have to show.
    var isDefinite: Bool
    var headGender: Gender
    var children: [Int] = []
    var remit: Range<Int>?
    var quoted: Range<Int>?
    var nisbaToken = -1
    var nisba: Int32 = -1
    /// The last thing taken is a mention (a body, a State, a person), which ends plain coordination.
    var endsInMention = false
    /// The last noun taken: its token.
    var lastNoun: Int
    /// Number of words beyond the head.
    var words = 0
    var hasComplement = false
    /// The place that a body is in ends its name.
    var isClosed = false
}

/// Which ways of growing a kind of phrase takes.
struct PhraseOptions {
    var takesFor = true
    var takesInPlace = false
    /// «لدى الأمم المتحدة»: where a mission is accredited.
    var takesHost = false
    var takesQuoted = true
    var takesRegarding = false
    var takesBetween = false
    var takesCoordination = true
    /// A complement that is a person: «مركز الملك سلمان».
    var takesPerson = true
    var portfolioOnly = false
}

extension MentionParser {
    /// Grows a phrase from `state` as far as it goes.
    mutating func grow(_ state: inout PhraseState, _ options: PhraseOptions) {
        depth += 1
        defer { depth -= 1 }
        guard depth < 24 else { return }
        while state.end < limit {
            let at = state.end
            if text.items[at].kind == .punctuation {
                guard takeQuotation(&state, options) else { return }
                continue
            }
            if text.items[at].kind == .number {
                return
            }
            guard isWord(at) else { return }
            let form = text.form(at)
            if form.sets.intersects(words.nominalStop) { return }
            if form.conjunction != .none {
                guard form.conjunction == .wa, options.takesCoordination, takeCoordinated(&state, options) else { return }
                continue
            }
            if form.preposition != .none {
                guard takePrepositional(&state, options) else { return }
                continue
            }
            if takeAdjective(&state) { continue }
            if state.isOpen, takeGenitive(&state, options) { continue }
            guard takeParticle(&state, options) else { return }
        }
    }

    // MARK: Genitive

    /// A noun or a mention behind an open noun.
    private mutating func takeGenitive(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        let form = text.form(at)
        if form.isMainly(.verb), form.reading.tense != .none, !state.isDefinite || !form.isClass([.noun, .verbalNoun, .adjective]) { return false }
        if !state.isDefinite, isEventVerb(at) { return false }
        if form.isMainly([.particle, .adverb, .circumstantial]) { return false }
        if let child = parseInner(at: at, options) {
            let end = mentions[child].tokens.upperBound
            state.children.append(child)
            state.words += end - at
            state.end = end
            state.isOpen = false
            state.isDefinite = true
            state.endsInMention = true
            state.hasComplement = true
            state.lastNoun = at
            return true
        }
        guard form.isClass([.noun, .verbalNoun, .adjective, .title, .time, .organizationName]) || form.isUnknown
            || form.isClass(.nisba)
        else { return false }
        if form.isMainly(.time), !form.hasArticle { return false }
        state.end = at + 1
        state.words += 1
        state.hasComplement = true
        state.lastNoun = at
        state.endsInMention = false
        if form.hasArticle || form.hasSuffix {
            state.isOpen = false
            state.isDefinite = true
        } else {
            // An indefinite noun may head a further genitive; an adjective may not.
            state.isOpen = form.isClass([.noun, .verbalNoun]) || form.isUnknown
            if form.isMainly(.adjective) { state.isOpen = false }
        }
        return true
    }

    /// A mention that may stand inside a name.
    private mutating func parseInner(at index: Int, _ options: PhraseOptions) -> Int? {
        let before = mentions.count
        guard let child = parse(at: index) else { return nil }
        let type = mentions[child].type
        let ok: Bool =
            switch type.kind {
            case .Person: options.takesPerson
            case .Organization, .Country, .Place, .Post, .Event, .Instrument: true
            default: false
            }
        // A bare «المجلس» inside a name is a word of the name.
        let isBare = mentions[child].form == .definite && mentions[child].tokens.count == 1
        if !ok || mentions[child].rule.hasPrefix("date") || isBare {
            mentions.removeSubrange(before...)
            return nil
        }
        return child
    }

    // MARK: Adjectives

    private mutating func takeAdjective(_ state: inout PhraseState) -> Bool {
        let at = state.end
        let form = text.form(at)
        guard isAdjectival(at) || isNisbaShaped(at, state) else { return false }
        // «الديوان الملكي المشرف العام»: an office begins.
        if form.hasArticle, lexicon.roles.start(form.stem) >= 0, !form.sets.intersects(words.roleAdjectives) { return false }
        // «حوادث السير السيد فلان»: an honorific begins a name.
        if form.hasArticle, !form.sets.intersects(words.roleAdjectives), form.nisba < 0, matchHonorific(at: at) != nil { return false }
        // «وكيلة وزارة العدل المساعدة»: the adjective of the office, not of its body.
        if form.sets.intersects(words.assistant) { return false }
        let isDefinite = state.isDefinite
        guard form.hasArticle == isDefinite || (form.hasArticle && state.words == 0 && !state.isOpen) else { return false }
        if form.sets.intersects(words.roleAdjectives), state.headGender == .feminine, form.gender != .feminine { return false }
        // Gender: of the head or of the last noun; broken plurals take the feminine.
        if form.gender == .masculine, state.headGender == .feminine, state.words == 0 { return false }
        if form.nisba >= 0 {
            state.nisba = form.nisba
            state.nisbaToken = at
        }
        state.end = at + 1
        state.words += 1
        // «الدورة الحادية عشرة».
        if form.hasArticle, form.sets.intersects(words.ordinal), isPlainWord(at + 1), lexicon.layers.cardinals[text.form(at + 1).stem] == 10 {
            state.end = at + 2
            state.words += 1
        }
        if !form.hasArticle { state.isOpen = state.isOpen && state.words <= 1 && !form.isMainly(.nisba) }
        return true
    }

    /// «الشؤون القنصلية»: a noun in the shape of a relative adjective, behind a definite noun.
    private func isNisbaShaped(_ index: Int, _ state: PhraseState) -> Bool {
        let form = text.form(index)
        return form.hasArticle && form.hasNisbaShape && state.isDefinite && !form.hasSuffix && form.names.isDisjoint(with: .given)
            && (form.isMainly(.noun) && !form.reading.isHuman && text.form(index - 1).sets.intersects(words.remitNouns) || form.isUnknown)
            && text.form(index - 1).hasArticle
            && (form.gender == .feminine || form.isUnknown)
            && (!startsHeadedName(index) || text.form(index - 1).sets.intersects(words.remitNouns))
    }

    /// Whether a word can be an adjective where it stands.
    func isAdjectival(_ index: Int) -> Bool {
        let form = text.form(index)
        if form.hasSuffix { return false }
        if form.isClass(.adjectival) { return !(form.reading.isHuman && form.reading.wordClass == .noun && !form.hasArticle) }
        if form.sets.intersects(words.ordinal) || form.sets.intersects(words.roleAdjectives) { return true }
        if form.isUnknown, form.hasArticle, form.names.isEmpty {
            return form.reading.wordClass == .adjective
        }
        return false
    }

    // MARK: Coordination

    /// «و» and a noun of the same kind inside the name.
    private mutating func takeCoordinated(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        let form = text.form(at)
        guard form.preposition == .none, state.hasComplement || state.words > 0, !state.endsInMention else {
            return takeCoordinatedMention(&state)
        }
        if form.isMainly(.verb) || form.isMainly([.particle, .adverb, .circumstantial]) { return false }
        let last = text.form(state.end - 1)
        // Two adjectives: «الصناعية والتجارية».
        if last.isClass(.adjectival), isAdjectival(at), form.hasArticle == last.hasArticle, !form.isMainly(.nominal) {
            state.end = at + 1
            state.words += 1
            return true
        }
        guard form.isMainly(.nominal) || form.isUnknown || form.isClass(.nominal) else { return false }
        if form.reading.isHuman, !form.sets.intersects(words.portfolio), form.reading.number != .plural { return false }
        if options.portfolioOnly, !form.sets.intersects(words.portfolio) {
            // «والتعاون الدولي», «والثروة المعدنية» are portfolios by their adjective.
            guard form.hasArticle, isPlainWord(at + 1), isAdjectival(at + 1), text.form(at + 1).hasArticle else { return false }
        }
        // A head of a name of its own begins another thing: «ووزارة», «ورئيس».
        if lexicon.roles.start(form.stem) >= 0, !form.sets.intersects(words.portfolio) { return false }
        if startsHeadedName(at), !form.sets.intersects(words.portfolio) { return false }
        let lastNoun = text.form(state.lastNoun)
        if form.hasArticle != lastNoun.hasArticle, !form.sets.intersects(words.portfolio) {
            // «الصناعة وريادة الأعمال»: an idafa beside a definite noun.
            guard !form.hasArticle, isPlainWord(at + 1), text.form(at + 1).hasArticle, form.isMainly(.nominal) else { return false }
        }
        state.end = at + 1
        state.words += 1
        state.lastNoun = at
        state.isDefinite = true
        state.isOpen = !form.hasArticle && !form.hasSuffix
        return true
    }

    /// «و» and a thing of the same kind as the thing before it: «تونس والجزائر».
    private mutating func takeCoordinatedMention(_ state: inout PhraseState) -> Bool {
        guard state.endsInMention, let last = state.children.last else { return false }
        let type = mentions[last].type
        guard type == .Country, text.form(state.end).preposition == .none else { return false }
        let before = mentions.count
        guard let next = parse(at: state.end), mentions[next].type == .Country else {
            mentions.removeSubrange(before...)
            return false
        }
        state.children.append(next)
        state.end = mentions[next].tokens.upperBound
        return true
    }

    /// Whether a head of a name of its own stands here: an organisation, an instrument, an event.
    func startsHeadedName(_ index: Int) -> Bool {
        let form = text.form(index)
        let node = lexicon.heads.start(form.stem)
        guard node >= 0 else { return false }
        let entry = lexicon.heads.entry[Int(node)]
        guard entry >= 0 else { return false }
        let head = lexicon.headEntries[Int(entry)]
        return head.type.isA(.Organization) && head.need != .named
    }

    // MARK: Prepositions

    private mutating func takePrepositional(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        let form = text.form(at)
        if takeTopic(&state) { return true }
        switch form.preposition {
        case .li:
            // «الهيئة لتحقيق …»: behind a bare definite head «لـ» says what for, not its name.
            guard options.takesFor, !state.isClosed, !form.hasSuffix, !form.isMainly(.verb), state.words > 0 || !state.isDefinite else { return false }
            return takeFor(&state, options)
        case .bi:
            if state.end > 0, isWord(at - 1), text.form(at - 1).sets.intersects(words.concerned) {
                return takeConcern(&state, options)
            }
            guard options.takesInPlace, state.words > 0 || !state.isDefinite else { return false }
            return takeInside(&state)
        default: return false
        }
    }

    /// The rest of a known topic whose beginning has been taken: «الاتجار بالأشخاص».
    private func takeTopic(_ state: inout PhraseState) -> Bool {
        guard !state.endsInMention, state.lastNoun < state.end,
            let topic = TopicFinder(lexicon: lexicon, text: text).match(at: state.lastNoun, before: limit),
            topic.tokens.upperBound > state.end
        else { return false }
        state.words += topic.tokens.upperBound - state.end
        state.end = topic.tokens.upperBound
        (state.isOpen, state.isDefinite, state.hasComplement) = (false, true, true)
        return true
    }

    /// «لـ» and what a body is for.
    private mutating func takeFor(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        let form = text.form(at)
        if form.isMainly([.particle, .adverb]) { return false }
        if let child = parseInner(at: at, PhraseOptions()) {
            let type = mentions[child].type.kind
            guard type == .Organization || type == .Country || type == .Event || type == .Instrument || type == .Place else {
                return false
            }
            state.children.append(child)
            state.words += mentions[child].tokens.count
            state.end = mentions[child].tokens.upperBound
            (state.isOpen, state.isDefinite, state.endsInMention, state.hasComplement) = (false, true, true, true)
            return true
        }
        guard form.isClass([.noun, .verbalNoun]) || form.isUnknown else { return false }
        if form.reading.isHuman, form.reading.number != .plural { return false }
        if form.isMainly(.time), !form.hasArticle { return false }
        let start = at
        state.end = at + 1
        state.words += 1
        state.lastNoun = at
        state.hasComplement = true
        state.endsInMention = false
        state.isOpen = !form.hasArticle && !form.hasSuffix
        state.isDefinite = form.hasArticle || form.hasSuffix
        var inner = options
        inner.takesInPlace = false
        inner.portfolioOnly = false
        grow(&state, inner)
        if state.remit == nil { state.remit = start..<state.end }
        return true
    }

    /// «المعني بـ», «المكلفة بـ»: what a body or an office is charged with.
    private mutating func takeConcern(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        let form = text.form(at)
        guard !form.isMainly([.particle, .verb]) else { return false }
        let start = at
        if let child = parseInner(at: at, PhraseOptions()) {
            state.children.append(child)
            state.words += mentions[child].tokens.count
            state.end = mentions[child].tokens.upperBound
            (state.isOpen, state.isDefinite, state.endsInMention) = (false, true, true)
        } else {
            state.end = at + 1
            state.words += 1
            state.lastNoun = at
            state.hasComplement = true
            state.endsInMention = false
            state.isOpen = !form.hasArticle && !form.hasSuffix
            state.isDefinite = form.hasArticle || form.hasSuffix
        }
        grow(&state, options)
        state.remit = start..<state.end
        return true
    }

    /// «بـ» and the body or place that a unit is in: «لجنة العرائض بمجلس النواب».
    private mutating func takeInside(_ state: inout PhraseState) -> Bool {
        let before = mentions.count
        guard let child = parse(at: state.end) else { return false }
        let type = mentions[child].type
        guard type.kind == .Organization || type == .Place || type == .Country, mentions[child].form != .definite,
            !mentions[child].rule.hasPrefix("date")
        else {
            mentions.removeSubrange(before...)
            return false
        }
        state.children.append(child)
        state.end = mentions[child].tokens.upperBound
        (state.isOpen, state.isDefinite, state.endsInMention, state.hasComplement) = (false, true, true, true)
        state.isClosed = true
        return true
    }

    // MARK: Particles

    private mutating func takeParticle(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        let form = text.form(at)
        if takeVerbalComplement(&state, options) { return true }
        if options.takesRegarding, form.sets.intersects(words.regarding) {
            return takeRegarding(&state)
        }
        if options.takesBetween, form.sets.intersects(words.between) {
            return takeBetween(&state)
        }
        if options.takesInPlace, state.words > 0 || !state.isDefinite, form.sets.intersects(words.inside) || options.takesHost && form.sets.intersects(words.at), isPlainWord(at + 1) {
            state.end = at + 1
            if takeInside(&state) { return true }
            state.end = at
        }
        return false
    }

    /// «الفصل في الطعون», «الوقاية من حوادث السير»: what a verbal noun governs by its preposition.
    private mutating func takeVerbalComplement(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        let at = state.end
        guard options.takesFor, text.form(at).sets.intersects(words.verbalPreposition), at - 1 == state.lastNoun,
            text.form(state.lastNoun).sets.intersects(words.governingNoun), isPlainWord(at + 1)
        else { return false }
        let next = text.form(at + 1)
        guard next.isClass([.noun, .verbalNoun]), !next.isMainly([.particle, .verb, .time]), next.hasArticle || isPlainWord(at + 2) else { return false }
        state.end = at + 2
        state.words += 2
        state.lastNoun = at + 1
        state.isOpen = !next.hasArticle && !next.hasSuffix
        state.isDefinite = next.hasArticle
        state.endsInMention = false
        return true
    }

    /// «بشأن», «حول», «المتعلق بـ»: what an instrument is about.
    private mutating func takeRegarding(_ state: inout PhraseState) -> Bool {
        let at = state.end
        var next = at + 1
        // «في شأن», «المتعلقة بـ».
        if isWord(next), text.form(next).sets.intersects(words.regarding) { next += 1 }
        guard isWord(next), text.form(next).conjunction == .none, !isVerb(next),
            !text.form(next).isMainly(.particle)
        else { return false }
        let saved = state
        state.end = next
        state.isOpen = true
        if takeGenitive(&state, PhraseOptions()) {
            let start = next
            grow(&state, PhraseOptions())
            state.remit = start..<state.end
            return true
        }
        state = saved
        return false
    }

    /// «بين»: the parties of an agreement or a meeting.
    private mutating func takeBetween(_ state: inout PhraseState) -> Bool {
        let saved = state
        var at = state.end + 1
        var found: [Int] = []
        while isWord(at), found.count < 8 {
            let form = text.form(at)
            if !found.isEmpty, form.conjunction != .wa { break }
            let before = mentions.count
            guard let child = parse(at: at), mentions[child].type.kind != .Event,
                mentions[child].type.kind == .Country || mentions[child].type.kind == .Organization
                    || mentions[child].type == .Person || mentions[child].type == .Post
            else {
                mentions.removeSubrange(before...)
                break
            }
            found.append(child)
            at = mentions[child].tokens.upperBound
        }
        guard found.count >= 2 else {
            state = saved
            return false
        }
        state.children += found
        state.end = at
        (state.isOpen, state.isDefinite, state.endsInMention) = (false, true, true)
        return true
    }

    /// A name in quotation marks behind its head: «برنامج "شباب 2030"».
    private mutating func takeQuotation(_ state: inout PhraseState, _ options: PhraseOptions) -> Bool {
        guard options.takesQuoted, state.quoted == nil, let end = quotationEnd(state.end), end - state.end <= 18,
            !state.endsInMention, isWord(state.end + 1)
        else { return false }
        // Words that somebody says are no name: they begin with a verb or a particle, or follow a definite noun.
        let first = text.form(state.end + 1)
        if first.isMainly([.verb, .particle, .circumstantial]) { return false }
        if state.isDefinite, state.words == 0 || end - state.end > 5 { return false }
        state.quoted = state.end + 1..<end - 1
        state.words += end - state.end - 2
        state.end = end
        (state.isOpen, state.hasComplement) = (false, true)
        return true
    }
}
