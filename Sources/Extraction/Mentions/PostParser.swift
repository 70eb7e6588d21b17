import KnowledgeGraph

/// Offices: «نائب مساعد وزير الخارجية لشؤون حقوق الإنسان», «سفير الكويت لدى مصر», «الأمين العام للأمم المتحدة».
extension MentionParser {
    struct RoleMatch {
        var entry: RoleEntry
        /// One past the last token of the role's own words.
        var end: Int
    }

    /// The role that begins at a token: its first word, or a fixed title of several words.
    func matchRole(at index: Int) -> RoleMatch? {
        guard text.starts(index, .role) else { return nil }
        let form = text.form(index)
        if form.isMainly(.verb), !form.hasArticle { return nil }
        // «المقرر» is a rapporteur only with the rest of his title.
        let isStop = form.sets.intersects(words.nominalStop) && !form.sets.intersects(words.represented)
        // «مساعدة», «مراقبة» are verbal nouns, «محافظة» a place, before they are offices of women.
        if form.isMainly(.verbalNoun), form.gender == .feminine { return nil }
        var node = lexicon.roles.start(form.stem)
        guard node >= 0 else { return nil }
        if form.gender == .feminine, !form.hasArticle, lexicon.heads.start(form.stem) >= 0, !form.sets.intersects(words.represented) { return nil }
        var best: RoleMatch?
        var single: RoleMatch?
        var at = index + 1
        while true {
            let entry = lexicon.roles.entry[Int(node)]
            if entry >= 0 {
                best = RoleMatch(entry: lexicon.roleEntries[Int(entry)], end: at)
                if at == index + 1 { single = best }
            }
            guard isPlainWord(at) else { break }
            node = lexicon.roles.step(node, text.form(at).stem)
            guard node >= 0 else { break }
            at += 1
        }
        guard let best, !isStop || best.end > index + 1 else { return nil }
        guard var single, best.end > index + 1 else { return best }
        // A title of several words stays whole only where nothing inside it is a thing of its own.
        if best.entry.roleClass == "ruler" { return best }
        single.entry.roleClass = best.entry.roleClass
        if single.entry.body == nil { single.entry.body = best.entry.body }
        single.entry.isAmbiguous = single.entry.isAmbiguous && best.entry.isAmbiguous
        return single
    }

    mutating func parsePost(at index: Int) -> Int? {
        guard let match = matchRole(at: index), !isTitleOfName(index), !isRepresentation(index) else { return nil }
        let start = mentions.count
        let result = parsePost(at: index, match)
        if result == nil { mentions.removeSubrange(start...) }
        return result
    }

    private mutating func parsePost(at index: Int, _ match: RoleMatch) -> Int? {
        let form = text.form(index)
        let role = match.entry
        if role.isPlural || form.reading.number == .dual { return nil }
        depth += 1
        defer { depth -= 1 }
        guard depth < 24 else { return nil }
        var post = Mention(tokens: index..<match.end, type: .Post, head: index, rule: "post-head")
        post.gender = form.gender == .feminine ? .feminine : role.gender
        post.roleClass = role.roleClass
        let last = text.form(match.end - 1)
        var isOpen = !form.hasArticle && !form.hasSuffix && !(match.end > index + 1 && last.hasArticle)
        var isDefinite = !isOpen
        var end = match.end
        var hasComplement = match.end > index + 1 && isDefinite
        if form.hasSuffix {
            post.form = .definite
            post.isDefinite = true
            // «سفيرها في مانيلا», «نظيره السوداني».
        }
        // Adjectives of the head itself: «الأمين العام», «مدير عام», «النائب الأول».
        while isPlainWord(end), isAdjectival(end), text.form(end).hasArticle == (form.hasArticle || form.hasSuffix),
            text.form(end).hasArticle || !text.form(end).isClass([.noun, .verbalNoun]) || text.form(end).sets.intersects(words.roleAdjectives),
            text.form(end).names.isDisjoint(with: .given) || text.form(end).nisba >= 0
                || text.form(end).sets.intersects(words.roleAdjectives) || isRanked(end),
            !isOfficeOfItsOwn(end)
        {
            note(end, &post)
            end += 1
        }
        if isOpen, isPlainWord(end), !isVerb(end) {
            isOpen = takeBody(&post, &end, role: role)
            hasComplement = !isOpen
            isDefinite = isDefinite || hasComplement
        }
        growTail(&post, &end, role: role, hasComplement: hasComplement)
        post.tokens = index..<end
        let isBare = end == index + 1
        post.isDefinite = isDefinite || end > index + 1
        if isBare {
            guard form.hasArticle || form.hasSuffix else { return nil }
            if role.isAmbiguous || !Self.standsAlone.contains(role.roleClass), !isNameBehind(end), !isKnownPost(form.stem) { return nil }
            post.form = .definite
        }
        if role.isAmbiguous, !hasComplement, post.body < 0, !isNameBehind(end) { return nil }
        if post.country < 0, post.body >= 0, mentions[post.body].country >= 0, mentions[post.body].nisbaToken >= 0 || mentions[post.body].type == .Country {
            post.country = mentions[post.body].country
        }
        nest(post.children)
        return add(post)
    }

    /// «الوزارة ممثلة بإدارة …», «ممثلة في إدارة …»: who stands for it, no office.
    private func isRepresentation(_ index: Int) -> Bool {
        text.form(index).sets.intersects(words.represented) && isWord(index + 1)
            && (text.form(index + 1).preposition == .bi || text.form(index + 1).sets.intersects(words.inside))
    }

    /// «النائب الثاني لرئيس مجلس الوزراء»: an ordinal before what it is a deputy of.
    private func isRanked(_ index: Int) -> Bool {
        text.form(index).sets.intersects(words.ordinal) && isWord(index + 1) && text.form(index + 1).preposition == .li
    }

    /// «نائب مساعد وزير الخارجية»: «مساعد» before an office heads one, and is no adjective of «نائب».
    private func isOfficeOfItsOwn(_ index: Int) -> Bool {
        !text.form(index).hasArticle && lexicon.roles.start(text.form(index).stem) >= 0 && isPlainWord(index + 1)
            && matchRole(at: index + 1) != nil
    }

    /// «الشيخ صباح», «اللواء عباس»: an honorific or a rank right before a name is no office. «السفير» is one
    /// unless the name has another office before it.
    private func isTitleOfName(_ index: Int) -> Bool {
        guard let title = matchHonorific(at: index) else { return false }
        // «خادم الحرمين الشريفين», «العاهل السعودي» are offices.
        if text.form(index).sets.intersects(words.rulerTitle) { return false }
        var at = title.end
        while isPlainWord(at), let more = matchHonorific(at: at) { at = more.end }
        guard isPlainWord(at), nameEnd(at: at, isSupported: true) != nil, !startsOffice(at) else { return false }
        // «المفوض السامي لشؤون اللاجئين».
        if text.form(at).sets.intersects(words.notName) { return false }
        switch title.kind {
        case .diplomatic: return title.end > index + 1 || followsPost(index)
        default: return true
        }
    }

    private func startsOffice(_ index: Int) -> Bool {
        lexicon.roles.start(text.form(index).stem) >= 0 && text.form(index).names.isDisjoint(with: .given)
    }

    /// Whether an office ends right before a token, or before the comma before it.
    func followsPost(_ index: Int, isDirect: Bool = false) -> Bool {
        let end = index > 0 && isComma(index - 1) && !isDirect ? index - 1 : index
        for mention in (sentenceFirstMention..<mentions.count).reversed()
        where mentions[mention].tokens.upperBound == end && mentions[mention].type == .Post { return true }
        return false
    }

    /// Whether a personal name follows, with or without a comma or an honorific.
    func isNameBehind(_ index: Int) -> Bool {
        var at = index
        if isComma(at) { at += 1 }
        guard isPlainWord(at) else { return false }
        let form = text.form(at)
        if !form.names.isDisjoint(with: .given) { return true }
        return lexicon.honorifics.start(form.bare) >= 0
    }

    /// Roles whose bare title is enough: «الوزير», «الرئيس».
    static let standsAlone: Set<RoleClass> = ["minister", "head", "ruler", "ambassador", "governor", "secretary", "chair", "director", "deputy", "spokesperson", "mp"]

    /// Whether the text has an office of this head before.
    private func isKnownPost(_ stem: Int32) -> Bool {
        mentions.indices.contains { mentions[$0].type == .Post && text.form(mentions[$0].head).stem == stem }
    }

    /// Notes what an adjective of an office says: a State, or former, acting …
    private func note(_ index: Int, _ post: inout Mention) {
        let form = text.form(index)
        if form.nisba >= 0 {
            post.country = form.nisba
            post.nisbaToken = index
        }
        if form.sets.intersects(words.temporalAdjectives) { post.temporal = index }
    }

    // MARK: The body

    /// What an office's idafa names; true if nothing was taken.
    private mutating func takeBody(_ post: inout Mention, _ end: inout Int, role: RoleEntry) -> Bool {
        let before = mentions.count
        if let child = parse(at: end) {
            let type = mentions[child].type
            switch type.kind {
            case .Post where mentions[child].form != .definite || mentions[child].tokens.count > 1:
                post.parentPost = child
                post.body = mentions[child].body
                post.country = mentions[child].country
                post.children.append(child)
                end = mentions[child].tokens.upperBound
                return false
            case .Organization, .Country, .Place, .Event, .Instrument:
                post.body = child
                post.children.append(child)
                end = mentions[child].tokens.upperBound
                return false
            default: mentions.removeSubrange(before...)
            }
        }
        // A portfolio or another noun: «وزير الخارجية», «رئيس الجلسة».
        let form = text.form(end)
        guard form.isClass([.noun, .verbalNoun, .adjective, .time, .title, .organizationName]) || form.isUnknown,
            !form.isMainly([.particle, .adverb]), form.names.isDisjoint(with: .given) || form.hasArticle
        else { return true }
        if form.isUnknown, !form.hasArticle, !form.names.isEmpty { return true }
        let start = end
        var state = PhraseState(
            end: end + 1, isOpen: !form.hasArticle && !form.hasSuffix, isDefinite: form.hasArticle || form.hasSuffix,
            headGender: form.gender, lastNoun: end, words: 1, hasComplement: true)
        var options = PhraseOptions()
        options.portfolioOnly = role.roleClass == "minister"
        options.takesFor = false
        options.takesInPlace = false
        options.takesQuoted = false
        options.takesPerson = false
        options.takesCoordination = role.roleClass == "minister" || form.sets.intersects(words.portfolio)
        // «رئيس الجمهورية»: an adjective behind it is the office's own.
        if !form.sets.intersects(words.titleNoun) { grow(&state, options) }
        if !state.isDefinite, !state.endsInMention, !form.isClass([.noun, .verbalNoun]) { return true }
        end = state.end
        post.children += state.children
        if let body = state.children.first(where: { mentions[$0].type.kind == .Organization }) { post.body = body }
        if let inner = state.children.first(where: { mentions[$0].type == .Country || mentions[$0].type == .Place }) {
            if post.body < 0 { post.body = inner }
            if mentions[inner].type == .Country { post.country = mentions[inner].country }
        }
        if state.nisba >= 0 {
            post.country = state.nisba
            post.nisbaToken = state.nisbaToken
        }
        if role.roleClass == "minister" { post.remit = start..<end }
        return false
    }

    // MARK: Behind the body

    /// Adjectives, «لشؤون», «لدى», «باسم», «بـ», «في», «إلى».
    private mutating func growTail(_ post: inout Mention, _ end: inout Int, role: RoleEntry, hasComplement: Bool) {
        while isWord(end) {
            let form = text.form(end)
            if form.conjunction != .none || form.sets.intersects(words.nominalStop) { return }
            if form.sets.intersects(words.acting) {
                post.temporal = end
                end += 1
                continue
            }
            if form.preposition == .none, isAdjectival(end), form.hasArticle,
                lexicon.roles.start(form.stem) < 0 || form.sets.intersects(words.roleAdjectives),
                form.names.isDisjoint(with: .given) || form.nisba >= 0 || form.sets.intersects(words.roleAdjectives),
                !isFamilyOnly(form) || form.sets.intersects(words.assistant), !isRankWord(end), form.gender != .feminine || post.gender == .feminine || form.nisba >= 0 || form.hasNisbaShape && !hasComplement
            {
                note(end, &post)
                end += 1
                continue
            }
            switch form.preposition {
            case .li:
                guard takeRemit(&post, &end, role: role, hasComplement: hasComplement) else { return }
                continue
            case .bi:
                if isWord(end - 1), text.form(end - 1).sets.intersects(words.concerned) {
                    guard takeCharge(&post, &end) else { return }
                    continue
                }
                if form.sets.intersects(words.onBehalf) {
                    guard takeBehind(&post, &end, asBody: true, skip: 1) else { return }
                    continue
                }
                guard takeBehind(&post, &end, asBody: post.body < 0, skip: 0) else { return }
                continue
            default: break
            }
            if form.preposition == .none, form.sets.intersects(words.onBehalf)
                || form.sets.intersects(words.at) && role.roleClass != "minister"
                || form.sets.intersects(words.inside)
                || form.sets.intersects(words.toward) && (role.roleClass == "envoy" || role.roleClass == "representative" || role.roleClass == "ambassador")
                || form.sets.intersects(words.supervising) && hasSupervision(post)
            {
                let takesNoun = form.sets.intersects(words.supervising)
                guard takeBehind(&post, &end, asBody: post.body < 0, skip: 1, takesNoun: takesNoun) else { return }
                continue
            }
            return
        }
    }

    private func hasSupervision(_ post: Mention) -> Bool {
        text.form(post.head).sets.intersects(words.supervisor)
    }

    private func isFamilyOnly(_ form: WordForm) -> Bool {
        form.names.contains(.family) && form.nisba < 0 && !form.isClass(.adjective)
    }

    /// «العميد», «السفير» behind an office begin a rank.
    private func isRankWord(_ index: Int) -> Bool {
        let node = lexicon.honorifics.start(text.form(index).bare)
        return node >= 0 && !text.form(index).sets.intersects(words.roleAdjectives)
    }

    /// «لشؤون حقوق الإنسان», «للشؤون القانونية», «للأمم المتحدة», «لرئيس مجلس الوزراء».
    private mutating func takeRemit(_ post: inout Mention, _ end: inout Int, role: RoleEntry, hasComplement: Bool) -> Bool {
        let form = text.form(end)
        guard !form.hasSuffix, !form.isMainly([.particle, .adverb, .verb]) else { return false }
        let start = end
        let isRemit = form.sets.intersects(words.remitNouns)
        // A minister with a portfolio has no second one; his deputy's is the deputy's.
        if role.roleClass == "minister", hasComplement, !isState(post) { return false }
        if post.parentPost >= 0, mentions[post.parentPost].remit != nil, isRemit,
            mentions[post.parentPost].roleClass != "minister"
        { return false }
        if !isRemit {
            let before = mentions.count
            if let child = parse(at: end) {
                let type = mentions[child].type.kind
                switch type {
                case .Post where !hasComplement && (mentions[child].tokens.count > 1 || mentions[child].form != .definite):
                    post.parentPost = child
                    if post.body < 0 { post.body = mentions[child].body }
                    if post.country < 0 { post.country = mentions[child].country }
                case .Organization where post.body < 0, .Country where post.body < 0, .Event where !hasComplement, .Instrument where !hasComplement:
                    post.body = child
                default:
                    mentions.removeSubrange(before...)
                    return false
                }
                post.children.append(child)
                end = mentions[child].tokens.upperBound
                return true
            }
            let takesField: Set<RoleClass> = ["minister", "undersecretary", "assistant", "deputy"]
            if hasComplement, !takesField.contains(role.roleClass) { return false }
            guard form.isClass([.noun, .verbalNoun]) || form.isUnknown && form.hasArticle else { return false }
        }
        var state = PhraseState(
            end: end + 1, isOpen: !form.hasArticle, isDefinite: form.hasArticle, headGender: form.gender,
            lastNoun: end, words: 1, hasComplement: true)
        var options = PhraseOptions()
        (options.takesQuoted, options.takesPerson, options.takesFor) = (false, false, false)
        grow(&state, options)
        post.children += state.children
        if state.nisba >= 0, post.country < 0 {
            post.country = state.nisba
            post.nisbaToken = state.nisbaToken
        }
        post.remit = (isRemit && !form.hasArticle && state.end > start + 1 ? start + 1 : start)..<state.end
        end = state.end
        return true
    }

    /// «وزير الدولة».
    private func isState(_ post: Mention) -> Bool {
        isWord(post.head + 1) && text.form(post.head + 1).sets.intersects(words.stateWord)
    }

    /// «المكلف بـ», «المعنية بـ».
    private mutating func takeCharge(_ post: inout Mention, _ end: inout Int) -> Bool {
        let form = text.form(end)
        guard !form.isMainly([.particle, .verb]) else { return false }
        let start = end
        var state = PhraseState(
            end: end + 1, isOpen: !form.hasArticle, isDefinite: form.hasArticle, headGender: form.gender,
            lastNoun: end, words: 1, hasComplement: true)
        grow(&state, PhraseOptions())
        post.children += state.children
        post.remit = start..<state.end
        end = state.end
        return true
    }

    /// What an office oversees, as a plain phrase: «المشرف على العلاقات العامة والإعلام».
    private mutating func takeField(_ post: inout Mention, _ end: inout Int, from index: Int) -> Bool {
        let form = text.form(index)
        var state = PhraseState(
            end: index + 1, isOpen: !form.hasArticle, isDefinite: form.hasArticle, headGender: form.gender,
            lastNoun: index, words: 1, hasComplement: true)
        var options = PhraseOptions()
        (options.takesQuoted, options.takesPerson) = (false, false)
        grow(&state, options)
        post.children += state.children
        post.remit = index..<state.end
        end = state.end
        return true
    }

    /// A body, State or place behind a preposition.
    private mutating func takeBehind(
        _ post: inout Mention, _ end: inout Int, asBody: Bool, skip: Int, takesNoun: Bool = false
    ) -> Bool {
        let at = end + skip
        guard isWord(at), skip == 0 || !text.form(at).hasPrefix else { return false }
        let before = mentions.count
        guard let child = parse(at: at) ?? parseBareMinistry(at: at) else {
            guard takesNoun, text.form(at).isClass([.noun, .verbalNoun]) else { return false }
            return takeField(&post, &end, from: at)
        }
        let type = mentions[child].type.kind
        guard type == .Organization || type == .Country || type == .Place || takesNoun && type == .Event
            || skip == 1 && type == .Post,
            mentions[child].form != .definite || mentions[child].tokens.count > 1 || type == .Organization || type == .Country
        else {
            mentions.removeSubrange(before...)
            return false
        }
        if asBody, type == .Organization || type == .Post { post.body = type == .Post ? mentions[child].body : child }
        post.children.append(child)
        end = mentions[child].tokens.upperBound
        return true
    }
}
