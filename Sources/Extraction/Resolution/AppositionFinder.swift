import KnowledgeGraph

/// Ties names to the offices beside them: «وزير الخارجية سامح شكري», «طارق قابيل، وزير التجارة», several in a row.
struct AppositionFinder {
    let text: AnalyzedText
    let lexicon: Lexicon
    private let prayer, inOffice, meeting: WordSets

    init(text: AnalyzedText, lexicon: Lexicon) {
        (self.text, self.lexicon) = (text, lexicon)
        prayer = lexicon.wordSet("prayer")
        meeting = lexicon.wordSet("meet.verb")
        inOffice = lexicon.wordSet("in-office")
    }

    /// A holding between mentions.
    struct Link {
        var person: Int
        var post: Int
        var tokens: Range<Int>
        var rule: StaticString
        var confidence: UInt8
    }

    /// - Parameter top: the top-level mentions of one sentence, in order.
    func links(_ top: [Int], _ mentions: [Mention]) -> [Link] {
        var links: [Link] = []
        var taken = Set<Int>()
        // For a person the first of the offices before the name.
        var firstPost: [Int: Int] = [:]
        var index = 0
        while index < top.count {
            guard mentions[top[index]].type == .Post else {
                index += 1
                continue
            }
            // A run of offices: «ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية».
            var run = [index]
            while let last = run.last, last + 1 < top.count, mentions[top[last + 1]].type == .Post,
                joins(mentions[top[last]], mentions[top[last + 1]], allowsAnd: true)
            {
                run.append(last + 1)
            }
            // «محمد بن سلمان، وزير الدفاع، …»: an office between commas, or right behind a name, is of the name before it.
            if let own = ownEnd(index, top, mentions) {
                index = own
                continue
            }
            let last = run[run.count - 1]
            if last + 1 < top.count, mentions[top[last + 1]].type == .Person,
                let gap = gap(mentions[top[last]], mentions[top[last + 1]]), gap != .and
            {
                let person = top[last + 1]
                let confidence: UInt8 = gap == .none ? 97 : 93
                for position in run {
                    let post = top[position]
                    links.append(
                        Link(
                            person: person, post: post,
                            tokens: mentions[post].tokens.lowerBound..<mentions[person].tokens.upperBound,
                            rule: "post-before-person", confidence: confidence))
                    taken.insert(post)
                }
                firstPost[person] = top[index]
            }
            index = last + 1
        }
        // A name and the office behind it.
        for index in top.indices where mentions[top[index]].type == .Person {
            var at = index + 1
            var previous = top[index]
            while at < top.count, mentions[top[at]].type == .Post, !taken.contains(top[at]),
                let gap = gap(mentions[previous], mentions[top[at]]), gap != .and || previous != top[index]
            {
                let post = top[at]
                if gap == .none, previous == top[index], let own = firstPost[previous],
                    isAnother(mentions[post], than: mentions[own])
                { break }
                // The office of the next name, unless a comma closes it.
                links.append(
                    Link(
                        person: top[index], post: post,
                        tokens: mentions[top[index]].tokens.lowerBound..<mentions[post].tokens.upperBound,
                        rule: "person-before-post", confidence: 90))
                taken.insert(post)
                previous = post
                at += 1
            }
        }
        return links
    }

    /// «استقبل وزير العدل فلان السفير القطري»: an office behind a name that has one already is somebody else's, where its
    /// State is another or a verb of meeting waits for its object.
    private func isAnother(_ post: Mention, than own: Mention) -> Bool {
        if post.country >= 0, own.country >= 0, post.country != own.country { return true }
        return text.has(own.lead - 1, meeting)
    }

    /// One past the offices that begin at `index` and belong to the name before them, if they do.
    private func ownEnd(_ index: Int, _ top: [Int], _ mentions: [Mention]) -> Int? {
        guard index > 0, mentions[top[index - 1]].type == .Person, let before = gap(mentions[top[index - 1]], mentions[top[index]]),
            before != .and
        else { return nil }
        var end = index + 1
        while end < top.count, mentions[top[end]].type == .Post, gap(mentions[top[end - 1]], mentions[top[end]]) == Gap.none { end += 1 }
        guard end < top.count else { return nil }
        let next = gap(mentions[top[end - 1]], mentions[top[end]])
        if mentions[top[end]].type == .Person { return next == .comma ? end : nil }
        // «…، ووزير المالية فلان»: the next office is another's.
        return next == .and && before == .none && mentions[top[end]].type == .Post ? end : nil
    }

    private enum Gap { case none, comma, and }

    /// What stands between two mentions: nothing, a comma (or a dash, quotation marks), or «و».
    private func gap(_ a: Mention, _ b: Mention) -> Gap? {
        let (from, to) = (a.tokens.upperBound, b.lead)
        guard from <= to, to - from <= 8 else { return nil }
        var gap = Gap.none
        for at in from..<to {
            let item = text.items[at]
            // «حفظه الله» says nothing.
            if text.isWord(at), text.form(at).sets.intersects(prayer) { continue }
            // «فلان (82 عاما) رئيس السلطة»: an age.
            if isAge(at, from, to) { continue }
            // «تكليف فلان بمهام مدير عام …».
            if a.type == .Person, at == to - 1, text.isWord(at), text.form(at).sets.intersects(inOffice) { continue }
            guard item.kind == .punctuation else { return nil }
            switch item.mark {
            case 0x60C, 0x2C, 0x61B, 0x2D, 0x2013, 0x2014, 0x28, 0x29: gap = .comma
            case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x3A, 0x2F: break
            default: return nil
            }
        }
        let form = text.form(to)
        if form.preposition != .none { return nil }
        if form.conjunction != .none { return .and }
        return gap
    }

    /// Whether a token is a number or a word in parentheses.
    private func isAge(_ index: Int, _ from: Int, _ to: Int) -> Bool {
        let isOpen = (from..<index).contains { text.items[$0].mark == 0x28 } && (index..<to).contains { text.items[$0].mark == 0x29 }
        guard isOpen else { return false }
        if text.items[index].kind == .number { return true }
        return text.isWord(index) && text.items[index - 1].kind == .number
    }

    private func joins(_ a: Mention, _ b: Mention, allowsAnd: Bool) -> Bool {
        guard let gap = gap(a, b) else { return false }
        switch gap {
        case .none: return true
        // «وكيل الوزارة، عضو اللجنة … فلان»: one person, before a name.
        case .comma: return b.roleClass == "member" && a.form != .definite && a.roleClass != "member" && b.lead - a.tokens.upperBound == 1
        case .and:
            let joined: Set<RoleClass> = ["minister", "head", "deputy", "ruler"]
            return allowsAnd && a.form != .definite && b.form != .definite && !joined.isDisjoint(with: [a.roleClass, b.roleClass])
        }
    }
}
