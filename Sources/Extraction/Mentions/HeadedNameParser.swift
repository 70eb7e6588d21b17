import KnowledgeGraph

/// Names that begin with a head noun: bodies, instruments, events, places («وزارة», «قانون», «ورشة», «مدينة»).
extension MentionParser {
    struct HeadMatch {
        var entry: HeadEntry
        /// One past the last token of the head.
        var end: Int
    }

    /// The longest head that begins at a token.
    func matchHead(at index: Int) -> HeadMatch? {
        guard text.starts(index, .head) else { return nil }
        let form = text.form(index)
        if form.isMainly(.verb), !form.hasArticle { return nil }
        var node = lexicon.heads.start(form.stem)
        guard node >= 0 else { return nil }
        var best: HeadMatch?
        var at = index + 1
        while true {
            let entry = lexicon.heads.entry[Int(node)]
            if entry >= 0 { best = HeadMatch(entry: lexicon.headEntries[Int(entry)], end: at) }
            guard isPlainWord(at) else { break }
            node = lexicon.heads.step(node, text.form(at).stem)
            guard node >= 0 else { break }
            at += 1
        }
        return best
    }

    mutating func parseHeaded(at index: Int) -> Int? {
        guard text.starts(index, .head) else { return nil }
        // «برئاسة الوزير» is no body.
        if text.form(index).preposition == .bi, text.form(index).sets.intersects(words.chairedBy) { return nil }
        guard let match = matchHead(at: index) else { return nil }
        let start = mentions.count
        let result: Int? =
            switch match.entry.type.kind {
            case .Organization: parseOrganization(at: index, match)
            case .Instrument: parseInstrument(at: index, match)
            case .Event: parseEvent(at: index, match)
            case .Place: parseHeadedPlace(at: index, match)
            default: nil
            }
        if result == nil { mentions.removeSubrange(start...) }
        return result
    }

    /// The state of a phrase behind its head.
    func headState(_ index: Int, _ match: HeadMatch) -> PhraseState {
        let first = text.form(index)
        let last = text.form(match.end - 1)
        var isDefinite = first.hasArticle || last.hasArticle || last.hasSuffix
        // «للجنة المتابعة» is ل + لجنة المتابعة; «للجنة الوطنية» is ل + اللجنة الوطنية.
        if first.hasUncertainArticle, match.end == index + 1, isPlainWord(match.end), text.form(match.end).hasArticle,
            !isAdjectival(match.end)
        { isDefinite = false }
        return PhraseState(
            end: match.end, isOpen: !isDefinite, isDefinite: isDefinite, headGender: match.entry.gender,
            lastNoun: match.end - 1, words: match.end - index - 1, hasComplement: match.end > index + 1 && isDefinite)
    }

    /// Makes the mention of a phrase that has been grown.
    mutating func finish(
        _ state: PhraseState, from index: Int, type: OntologyClass, rule: StaticString, gender: Gender
    ) -> Mention {
        var mention = Mention(tokens: index..<state.end, type: type, head: index, rule: rule)
        mention.gender = gender
        // A person inside the name of a body is part of the name: «مركز الملك سلمان».
        mention.children = type.isA(.Organization) ? state.children.filter { mentions[$0].type != .Person } : state.children
        for child in state.children where type.isA(.Organization) && mentions[child].type == .Person { drop(child) }
        mention.remit = state.remit
        mention.quoted = state.quoted
        mention.isDefinite = state.isDefinite
        if state.nisba >= 0 {
            mention.country = state.nisba
            mention.nisbaToken = state.nisbaToken
        } else if let child = type == .DiplomaticMission
            ? state.children.first(where: { mentions[$0].country >= 0 }) : state.children.last(where: { mentions[$0].country >= 0 })
        {
            // «سفارة رواندا في المغرب» is of the first.
            mention.country = mentions[child].country
        }
        nest(state.children)
        return mention
    }

    // MARK: Organisations

    private mutating func parseOrganization(at index: Int, _ match: HeadMatch) -> Int? {
        let form = text.form(index)
        let type = match.entry.type
        var state = headState(index, match)
        if form.hasSuffix {
            // «وزارته», «لجانها»: a body known from elsewhere; not a name.
            return nil
        }
        var options = PhraseOptions()
        switch type {
        case .Ministry:
            options.portfolioOnly = true
            options.takesFor = false
            options.takesQuoted = false
        case .Government, .Parliament:
            options.takesFor = false
            options.takesCoordination = false
        case .SecurityForce, .MediaOrganization, .PoliticalParty, .Court: options.takesFor = false
        case .Committee, .Department, .Agency, .Council: options.takesInPlace = true
        case .DiplomaticMission: (options.takesInPlace, options.takesHost) = (true, true)
        default: break
        }
        grow(&state, options)
        let isBare = state.end == index + 1
        let isForce = type == .SecurityForce || type == .Government
        if match.entry.isPlural, !isForce || isBare, !state.children.contains(where: { mentions[$0].isDefinite }) { return nil }
        if match.entry.isPlural, type == .Ministry || type == .Committee || type == .Council || type == .Court { return nil }
        if isBare {
            guard form.hasArticle else { return nil }
            guard match.entry.need != .named || type == .DiplomaticMission else { return nil }
        } else if !state.isDefinite {
            // «لجنة تحقيق», «مجلس تنسيقي مشترك»: named by what they are for.
            guard match.entry.need != .named, state.hasComplement || state.words >= 2 else { return nil }
        }
        if match.entry.need == .named, !isBare {
            let isNamed = state.quoted != nil || state.children.contains { mentions[$0].type != .Country } || !isOnlyAdjectives(index, state)
            guard isNamed else { return nil }
        }
        var mention = finish(state, from: index, type: type, rule: "organization-head", gender: match.entry.gender)
        mention.isPlural = match.entry.isPlural
        let isGeneric = form.hasArticle && isOnlyGeneric(index + 1..<state.end)
        mention.form = isBare || isGeneric ? .definite : state.isDefinite ? .full : .indefinite
        if let body = state.children.first(where: { mentions[$0].type.kind == .Organization }) { mention.body = body }
        // «منظمة اليونسكو», «حركة حماس», «وكالة "كونا"»: the known name in it is the body itself.
        if mention.children.count == 1, isGenericHead(type), mentions[mention.children[0]].gazetteer >= 0, mentions[mention.children[0]].type != .Country,
            mentions[mention.children[0]].type.isA(.Organization), mentions[mention.children[0]].tokens == index + 1..<state.end
        {
            mention.gazetteer = mentions[mention.children[0]].gazetteer
            mention.type = mentions[mention.children[0]].type
            mention.sharesName = true
            mention.children = []
            mention.body = -1
        }
        return add(mention)
    }

    private func isGenericHead(_ type: OntologyClass) -> Bool {
        [.InternationalOrganization, .MediaOrganization, .NewsAgency, .PoliticalParty, .Company, .Organization, .Association].contains(type)
    }

    /// «الحكومة القادمة», «الوزارة المعنية»: adjectives that name nothing.
    func isOnlyGeneric(_ tokens: Range<Int>) -> Bool {
        !tokens.isEmpty && tokens.allSatisfy { isWord($0) && text.form($0).sets.intersects(words.genericAdjective) }
    }

    private func isOnlyAdjectives(_ index: Int, _ state: PhraseState) -> Bool {
        !state.hasComplement && (index + 1..<state.end).allSatisfy { isWord($0) && isAdjectival($0) }
    }

    // MARK: Places

    private mutating func parseHeadedPlace(at index: Int, _ match: HeadMatch) -> Int? {
        let form = text.form(index)
        // «العاصمة الجزائرية».
        if form.hasArticle, form.sets.intersects(words.capitalWord), isPlainWord(match.end), text.form(match.end).hasArticle,
            isAdjectival(match.end)
        {
            // «العاصمة المصرية القاهرة» is the city.
            let city = match.end + 1
            if isPlainWord(city), let known = longestGazetteer(at: city), known.entry.type == .Place {
                let number = addKnown(known, at: city)
                mentions[number].lead = index
                return number
            }
            var mention = Mention(tokens: index..<match.end + 1, type: .Place, head: index, rule: "place-head")
            mention.isDefinite = true
            return add(mention)
        }
        guard !form.hasArticle, !match.entry.isPlural, !form.hasSuffix else { return nil }
        let next = match.end
        guard isPlainWord(next), !isVerb(next), !text.form(next).isMainly([.particle, .adverb, .time]) else { return nil }
        var state = headState(index, match)
        var options = PhraseOptions()
        (options.takesFor, options.takesCoordination) = (false, false)
        grow(&state, options)
        guard state.end > match.end else { return nil }
        let named = state.children.contains { mentions[$0].type == .Place || mentions[$0].type == .Person || mentions[$0].type.kind == .Organization || mentions[$0].type == .Country }
        let unknownName = isWord(next) && (text.form(next).isUnknown || text.form(next).isClass([.place, .name]))
        guard named || unknownName || match.entry.need == .any else { return nil }
        var mention = finish(state, from: index, type: .Place, rule: "place-head", gender: match.entry.gender)
        mention.isDefinite = true
        // «مدينة الرياض»: the known place in the name is the place itself.
        if let child = state.children.first(where: { mentions[$0].type == .Place }) {
            mention.gazetteer = mentions[child].gazetteer
            mention.country = mentions[child].country
        }
        return add(mention)
    }

    // MARK: Events

    private mutating func parseEvent(at index: Int, _ match: HeadMatch) -> Int? {
        let form = text.form(index)
        if form.isMainly(.verb), !form.hasArticle { return nil }
        var state = headState(index, match)
        let type = match.entry.type
        if form.hasSuffix {
            guard match.end == index + 1, match.entry.need != .named else { return nil }
            (state.isOpen, state.isDefinite) = (false, true)
        }
        // «الدورة 19», «الدورة الـ19», «الدورة (31)».
        if isOrdinalNumber(state.end) { state.end = ordinalEnd(state.end); state.words += 1 }
        var options = PhraseOptions()
        options.takesRegarding = true
        options.takesBetween = true
        options.takesCoordination = true
        grow(&state, options)
        if state.end == match.end, isOrdinalNumber(state.end) { state.end = ordinalEnd(state.end) }
        let isBare = state.end == match.end
        // «ورشة العمل» is definite by its second word.
        if isBare, !form.hasArticle, !form.hasSuffix, !state.isDefinite {
            // «اجتماع عقد أمس»: an event that a verb or a date makes definite.
            guard match.entry.need == .definite, isWord(state.end), isEventVerb(state.end) || dateEnd(at: state.end) != nil else { return nil }
        }
        if match.entry.need == .named {
            let isNamed = state.quoted != nil || state.words >= 2
            guard isNamed, state.isDefinite else { return nil }
        }
        var mention = finish(state, from: index, type: type, rule: "event-head", gender: match.entry.gender)
        mention.isPlural = match.entry.isPlural
        let isGeneric = form.hasArticle && isOnlyGeneric(match.end..<state.end)
        mention.form = isBare || isGeneric ? .definite : state.isDefinite ? .full : .indefinite
        if form.hasSuffix { mention.form = .definite }
        if let title = entitledName(at: state.end) {
            mention.quoted = title
        }
        return add(mention)
    }

    /// A verb by which an event takes place: «عقد», «ضم», «ترأسه».
    func isEventVerb(_ index: Int) -> Bool {
        let form = text.form(index)
        return form.isClass(.verb) && !form.hasArticle && form.preposition == .none && form.sets.intersects(words.eventVerb)
    }

    private func isOrdinalNumber(_ index: Int) -> Bool {
        guard index < limit else { return false }
        if text.items[index].kind == .number { return true }
        if mark(index) == 0x28, index + 2 < limit, text.items[index + 1].kind == .number, mark(index + 2) == 0x29 { return true }
        // «الـ 19»: tatweel is folded away, which leaves the article alone.
        return isWord(index) && text.form(index).symbol == words.alSymbol && index + 1 < limit
            && text.items[index + 1].kind == .number
    }

    private func ordinalEnd(_ index: Int) -> Int {
        if text.items[index].kind == .number { return index + 1 }
        return mark(index) == 0x28 ? index + 3 : index + 2
    }

    /// The quoted title of «بعنوان "…"», «تحت شعار "…"» right behind a phrase, as tokens inside the quotes.
    func entitledName(at index: Int) -> Range<Int>? {
        var at = index
        if isComma(at) { at += 1 }
        guard isWord(at), text.form(at).sets.intersects(words.entitled) else {
            // «تحت عنوان».
            guard isWord(at), isWord(at + 1), text.form(at + 1).sets.intersects(words.entitled) else { return nil }
            return quotedAfter(at + 2)
        }
        return quotedAfter(at + 1)
    }

    private func quotedAfter(_ index: Int) -> Range<Int>? {
        var at = index
        if mark(at) == 0x3A { at += 1 }
        guard let end = quotationEnd(at) else { return nil }
        return at + 1..<end - 1
    }

    // MARK: Instruments

    private mutating func parseInstrument(at index: Int, _ match: HeadMatch) -> Int? {
        let form = text.form(index)
        let type = match.entry.type
        if form.hasSuffix { return nil }
        var state = headState(index, match)
        var options = PhraseOptions()
        options.takesRegarding = true
        options.takesBetween = true
        options.takesPerson = type == .Plan
        var numbered = takeNumber(&state)
        grow(&state, options)
        if numbered == nil { numbered = takeNumber(&state) }
        if numbered != nil { grow(&state, options) }
        let isBare = state.end == match.end
        if isBare, !form.hasArticle { return nil }
        if match.entry.isPlural, state.quoted == nil, numbered == nil { return nil }
        if match.entry.need == .named, numbered == nil, state.quoted == nil {
            guard state.isDefinite, state.words >= 2 else { return nil }
        }
        if !state.isDefinite, numbered == nil, state.quoted == nil {
            guard state.words >= 2, state.hasComplement else { return nil }
        }
        var mention = finish(state, from: index, type: type, rule: "instrument-head", gender: match.entry.gender)
        // «القانون الدولي» is no law of its own.
        if numbered == nil, state.quoted == nil, isOnlyGeneric(index + 1..<state.end) || type == .Law && state.end == index + 2 && has(index + 1, words.genericLaw) { return nil }
        if let numbered { (mention.number, mention.year) = numbered }
        if type == .Agreement, form.sets.intersects(words.treatyWord), isMultilateral(mention) { mention.type = .Convention }
        // «النظام السوري» is a government, «نظام المرور» a law.
        if type == .Law, form.sets.intersects(words.regime) {
            if form.hasArticle, mention.nisbaToken == index + 1, mention.tokens.count == 2 { mention.type = .Government } else if form.hasArticle || state.words == 0 { return nil }
        }
        mention.isPlural = match.entry.isPlural
        mention.form = isBare ? .definite : state.isDefinite || numbered != nil ? .full : .indefinite
        return add(mention)
    }

    /// A treaty of many: of the UN, Arab, Gulf, international.
    private func isMultilateral(_ mention: Mention) -> Bool {
        mention.children.contains { mentions[$0].type == .InternationalOrganization }
            || mention.tokens.contains { text.isWord($0) && text.form($0).sets.intersects(words.multilateral) }
    }

    /// «رقم 5 لسنة 2006», «رقم م/45 وتاريخ 7/7/1427هـ», «2216», «44.14»: number and year.
    private func takeNumber(_ state: inout PhraseState) -> (String, String)? {
        var at = state.end
        if isWord(at), text.form(at).sets.intersects(words.numberWord) { at += 1 } else if at >= limit || text.items[at].kind != .number { return nil }
        let isBracketed = mark(at) == 0x28
        if isBracketed { at += 1 }
        // «م/45».
        var number = ""
        while at < limit, number.isEmpty || mark(at) == 0x2F {
            if mark(at) == 0x2F {
                number += "/"
                at += 1
                guard at < limit else { return nil }
            }
            if text.items[at].kind == .number {
                number += text.digits(at)
                at += 1
            } else if isWord(at), text.form(at).length <= 2 {
                number += String(decoding: text.folded(at), as: UTF8.self)
                at += 1
            } else {
                return nil
            }
        }
        guard number.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        if isBracketed {
            guard mark(at) == 0x29 else { return nil }
            at += 1
        }
        var year = ""
        if isWord(at), text.form(at).sets.intersects(words.yearWord), at + 1 < limit, text.items[at + 1].kind == .number {
            year = text.digits(at + 1)
            at += 2
            // «7/7/1427».
            while mark(at) == 0x2F || mark(at) == 0x2D, at + 1 < limit, text.items[at + 1].kind == .number {
                year = text.digits(at + 1)
                at += 2
            }
            if isWord(at), text.form(at).length <= 2 { at += 1 }
        }
        state.end = at
        state.words += 2
        (state.isOpen, state.isDefinite, state.hasComplement) = (false, true, true)
        return (number, year)
    }
}
