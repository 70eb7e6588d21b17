import KnowledgeGraph

/// One sentence being matched: the elements of a pattern against its items, left to right with backtracking.
struct SentenceMatch {
    struct Capture {
        var name: String
        /// Empty for a date.
        var entities: [Int]
        var tokens: Range<Int>
    }

    let sentence: SentenceItems
    let text: AnalyzedText
    let sets: MatcherSets
    /// Elements tried so far.
    private(set) var steps = 0
    private(set) var captures: [Capture] = []
    /// The lists read so far, by their first item and by how loosely they were read: many rules and starts ask for one.
    private var lists: [Int: List] = [:]

    private struct List {
        var entities: [Int]
        /// One past the last token.
        var end: Int
        /// One past the last item.
        var next: Int
    }

    init(sentence: SentenceItems, text: AnalyzedText, sets: MatcherSets) {
        (self.sentence, self.text, self.sets) = (sentence, text, sets)
    }

    /// One past the last item that a pattern takes from an item on, nil if it does not match there.
    mutating func end(of elements: [Rule.Element], at start: Int) -> Int? {
        if !captures.isEmpty { captures.removeAll(keepingCapacity: true) }
        return elements.withUnsafeBufferPointer { match($0, 0, start, afterGap: true) }
    }

    /// - Parameter step: the first of the elements that are still to be matched.
    private mutating func match(_ elements: UnsafeBufferPointer<Rule.Element>, _ step: Int, _ at: Int, afterGap: Bool) -> Int? {
        steps += 1
        guard steps < 500_000 else { return nil }
        guard step < elements.count else { return at }
        let rest = step + 1
        if case .gap(let count, let barrier) = elements[step].match {
            if barrier.stopsAtPurpose, at > 0, isTopical(sentence.items[at - 1]) { return nil }
            for skipped in 0...count {
                let next = at + skipped
                if next > sentence.items.count { break }
                if let end = match(elements, rest, next, afterGap: skipped > 0) { return end }
                if next < sentence.items.count, stops(sentence.items[next], barrier) { break }
            }
            return nil
        }
        let saved = captures.count
        if at < sentence.items.count, let next = take(elements, step, at, afterGap) {
            if let end = match(elements, rest, next, afterGap: false) { return end }
            if captures.count > saved { captures.removeLast(captures.count - saved) }
        }
        return elements[step].isOptional ? match(elements, rest, at, afterGap: afterGap) : nil
    }

    // MARK: Gaps

    /// A gap runs over no reporting verb, no semicolon and nothing that its barrier names.
    private func stops(_ item: SentenceItems.Item, _ barrier: Rule.Barrier) -> Bool {
        let token = item.tokens.lowerBound
        if item.mention >= 0 {
            if item.isDate { return barrier.stopsAtDate }
            guard let type = item.type else { return false }
            return barrier.classes.accepts(type)
        }
        guard text.isWord(token) else {
            let mark = text.items[token].mark
            return mark == 0x61B || mark == 0x3B
        }
        let form = text.form(token)
        if form.sets.intersects(barrier.words) { return true }
        if barrier.stopsAtClause, form.conjunction != .none, form.isMainly([.verb, .particle]) { return true }
        if isFiniteVerb(form) {
            if form.reporting >= 0 { return true }
            if barrier.stopsAtVerb { return !form.sets.intersects(barrier.allowed) }
        }
        return barrier.stopsAtPurpose && isPurpose(form)
    }

    /// Not «عقد», «بحث», which are verbal nouns as well.
    private func isFiniteVerb(_ form: WordForm) -> Bool {
        form.reading.wordClass == .verb && !form.hasArticle && !form.isUnknown && !form.isClass(.verbalNoun)
    }

    /// «حول», «بشأن», «لبحث», «بهدف»: what comes is a topic, not a circumstance.
    private func isPurpose(_ form: WordForm) -> Bool {
        if form.sets.intersects(sets.regarding) || form.sets.intersects(sets.purpose) { return true }
        return form.preposition == .li && !form.hasArticle && form.isClass(.verbalNoun)
    }

    /// «جلسة حول الأوضاع»: what follows in the sentence is about the topic, not where the event is held.
    private func isTopical(_ item: SentenceItems.Item) -> Bool {
        guard item.type?.kind == .Event else { return false }
        return item.tokens.contains { text.isWord($0) && text.form($0).sets.intersects(sets.regarding) }
    }

    // MARK: Elements

    /// One past what an element takes at an item, nil if it does not fit.
    private mutating func take(_ elements: UnsafeBufferPointer<Rule.Element>, _ step: Int, _ at: Int, _ afterGap: Bool) -> Int? {
        let item = sentence.items[at]
        let token = item.tokens.lowerBound
        switch elements[step].match {
        case .comma:
            guard item.mention < 0, text.items[token].kind == .punctuation else { return nil }
            let mark = text.items[token].mark
            return mark == 0x60C || mark == 0x2C ? at + 1 : nil
        case .word(let set):
            guard item.mention < 0, text.isWord(token), text.form(token).sets.intersects(set),
                !elements[step].hasSuffix || text.form(token).hasSuffix,
                !elements[step].isBare || text.form(token).conjunction == .none
            else { return nil }
            return at + 1
        case .saying:
            guard item.mention < 0, text.isWord(token), text.form(token).reporting >= 0 else { return nil }
            return at + 1
        case .date:
            guard item.isDate else { return nil }
            captures.append(Capture(name: elements[step].name, entities: [], tokens: wholeDate(item.tokens)))
            return at + 1
        case .mention(let classes):
            guard fits(item, classes), elements[step].takesAnyPreposition || prepositionFits(item, elements[step].preposition) else { return nil }
            if item.isShell, item.type == .Place { return nil }
            if let head = elements[step].head, !text.form(token).sets.intersects(head) { return nil }
            if elements[step].isActing, afterGap, isGoverned(at) { return nil }
            var capture = Capture(name: elements[step].name, entities: [item.entity], tokens: item.tokens)
            var next = at + 1
            if elements[step].isList {
                let list = list(from: at, isLoose: elements[step].isLoose)
                (capture.entities, capture.tokens, next) = (list.entities, item.tokens.lowerBound..<list.end, list.next)
            }
            captures.append(capture)
            return next
        case .gap: return nil
        }
    }

    private func fits(_ item: SentenceItems.Item, _ classes: ClassSet) -> Bool {
        guard item.entity >= 0, let type = item.type else { return false }
        return classes.accepts(type)
    }

    private func prepositionFits(_ item: SentenceItems.Item, _ wanted: WordForm.Preposition?) -> Bool {
        // «و» may stand before a mention; another preposition makes it something else.
        text.form(item.tokens.lowerBound).preposition == (wanted ?? WordForm.Preposition.none)
    }

    /// Whether a preposition stands before the item: «في مصر», «مع الوزير»; not «كل من الوزير».
    private func isGoverned(_ at: Int) -> Bool {
        let token = sentence.items[at].tokens.lowerBound - 1
        guard token >= sentence.sentence.lowerBound, text.isWord(token) else { return false }
        guard text.form(token).sets.intersects(sets.preposition) else { return false }
        let before = token - 1
        return !(before >= sentence.sentence.lowerBound && text.isWord(before)
            && text.form(before).sets.intersects(sets.each))
    }

    /// A date with the days before it: «يومي 4 و5 مارس», «الخامس من أغسطس».
    private func wholeDate(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var at = start - 1
        var count = 0
        while at >= sentence.sentence.lowerBound, count < 6 {
            let item = text.items[at]
            if item.kind == .number || text.folded(at).last.map({ $0 < 0x3A && $0 > 0x2F }) == true
                || text.isWord(at) && text.form(at).sets.intersects(sets.day)
            {
                start = at
            } else if !(item.kind == .word ? text.form(at).sets.intersects(sets.dayJoin) : item.mark == 0x2D) {
                break
            }
            at -= 1
            count += 1
        }
        return start..<tokens.upperBound
    }

    // MARK: Lists

    /// A mention with what «و» and commas join to it, each thing once.
    private mutating func list(from start: Int, isLoose: Bool) -> List {
        let key = start << 1 | (isLoose ? 1 : 0)
        if let known = lists[key] { return known }
        let first = sentence.items[start]
        var list = List(entities: [first.entity], end: first.tokens.upperBound, next: start + 1)
        func add(_ entity: Int) {
            if !list.entities.contains(entity) { list.entities.append(entity) }
        }
        var at = list.next
        var pending: [Int] = []
        var count = 1
        while at < sentence.items.count, count < 60 {
            if isLoose, pending.isEmpty, let office = secondOffice(at) {
                add(sentence.items[office].entity)
                (list.end, list.next) = (sentence.items[office].tokens.upperBound, office + 1)
                at = office + 1
                count += 1
                continue
            }
            guard let member = nextMember(at, first, isLoose: isLoose) else { break }
            let item = sentence.items[member.item]
            pending.append(item.entity)
            if member.isLast {
                for entity in pending { add(entity) }
                pending = []
                (list.end, list.next) = (item.tokens.upperBound, member.item + 1)
            }
            at = member.item + 1
            count += 1
        }
        lists[key] = list
        return list
    }

    /// «القائد العام للقوات المسلحة وزير الدفاع»: a second office beside the first.
    private func secondOffice(_ at: Int) -> Int? {
        guard at > 0, at < sentence.items.count, sentence.items[at].type == .Post, sentence.items[at - 1].type == .Post,
            sentence.items[at].entity >= 0, !text.form(sentence.items[at].tokens.lowerBound).hasPrefix
        else { return nil }
        return at
    }

    /// The member that follows in a list; `isLast` if «و» joins it, so that those before it are members, too.
    private func nextMember(_ start: Int, _ first: SentenceItems.Item, isLoose: Bool) -> (item: Int, isLast: Bool)? {
        var at = start
        var (hasComma, hasAnd, isGoverned, skipped) = (false, false, false, 0)
        while at < sentence.items.count {
            let item = sentence.items[at]
            let token = item.tokens.lowerBound
            if item.mention >= 0 {
                let form = text.form(token)
                if isGoverned {
                    // «ومن السودان المهندس فلان».
                    isGoverned = false
                } else if item.entity >= 0, let type = item.type, isSameSort(type, first.type), form.preposition == .none {
                    if form.conjunction == .wa || hasAnd { return (at, true) }
                    if hasComma { return (at, false) }
                }
                guard isLoose, skipped < 6 else { return nil }
                skipped += 1
            } else if !text.isWord(token) {
                let mark = text.items[token].mark
                if mark == 0x60C || mark == 0x2C || mark == 0x2D {
                    hasComma = true
                } else if mark == 0x28 || mark == 0x29 || mark == 0x22 || mark == 0xAB || mark == 0xBB {
                    guard isLoose else { return nil }
                } else {
                    return nil
                }
            } else {
                let form = text.form(token)
                if form.symbol == sets.and {
                    hasAnd = true
                } else if form.sets.intersects(sets.each) {
                    hasAnd = hasAnd || form.conjunction == .wa
                } else if hasAnd, form.sets.intersects(sets.preposition) {
                    // «وكل من …».
                } else if isLoose, form.sets.intersects(sets.andFrom) {
                    (hasAnd, isGoverned) = (true, true)
                } else {
                    guard isLoose, skipped < 6, !isFiniteVerb(form), form.reporting < 0 else { return nil }
                    skipped += 1
                }
            }
            at += 1
        }
        return nil
    }

    private func isAgent(_ kind: OntologyClass) -> Bool {
        kind == .Person || kind == .Post || kind == .Organization || kind == .Country
    }

    private func isSameSort(_ a: OntologyClass, _ b: OntologyClass?) -> Bool {
        guard let b else { return false }
        return a.kind == b.kind || isAgent(a.kind) && isAgent(b.kind)
    }
}
