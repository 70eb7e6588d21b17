import KnowledgeGraph

/// Known things, matched whole: the longest name that begins at a token.
extension MentionParser {
    struct KnownName {
        let lexicon: Lexicon
        let index: Int32
        /// One past the last token.
        let end: Int
        let isCorrupt: Bool

        @inline(__always) var entry: GazetteerEntry { lexicon.gazetteerEntries[Int(index)] }
    }

    func longestGazetteer(at index: Int) -> KnownName? {
        guard text.starts(index, .known) else { return nil }
        let form = text.form(index)
        var best: KnownName?
        for turn in 0..<(form.bare == form.symbol ? 1 : 2) {
            var node = lexicon.gazetteer.start(turn == 0 ? form.bare : form.symbol)
            guard node >= 0 else { continue }
            // A verb that looks like a name stays a verb: «قطر» no, «تونس» no, but «فتح المجلس».
            var at = index + 1
            var depth = 1
            if lexicon.gazetteer.entry[Int(node)] >= 0 {
                consider(node, end: at, isCorrupt: false, &best)
            }
            while at < limit {
                // Quotation marks inside a name do not count: «تنظيم "الدولة الإسلامية"».
                if isOpeningQuote(at) || isClosingQuote(at), best == nil, isWord(at + 1) || depth > 1, at + 1 < limit,
                    isWord(at + 1), lexicon.gazetteer.step(node, symbolOf(at + 1)) >= 0
                {
                    at += 1
                    continue
                }
                guard isWord(at) else { break }
                let next = step(node, at)
                if next >= 0 {
                    node = next
                    at += 1
                    depth += 1
                    if lexicon.gazetteer.entry[Int(node)] >= 0 {
                        consider(node, end: at, isCorrupt: false, &best)
                    }
                } else {
                    // A misprint: one word too many inside a long name.
                    if depth >= 6, isWord(at + 1) {
                        let skipped = step(node, at + 1)
                        if skipped >= 0, lexicon.gazetteer.entry[Int(skipped)] >= 0 {
                            consider(skipped, end: at + 2, isCorrupt: true, &best)
                        }
                    }
                    break
                }
            }
        }
        if let found = best, found.end == index + 1, !found.entry.isWeak {
            // One word: not where the lexicon reads a verb, and not as a person's given name.
            if form.isMainly(.verb), !form.hasArticle { return nil }
        }
        return best
    }

    private func symbolOf(_ index: Int) -> Int32 { text.form(index).symbol }

    /// Follows a word that is not the first: as it stands, or with final ى for ي and ه for ة.
    private func step(_ node: Int32, _ index: Int) -> Int32 {
        let form = text.form(index)
        let exact = lexicon.gazetteer.step(node, form.symbol)
        if exact >= 0 { return exact }
        // The lexicon knows the stem in another spelling.
        if !form.hasPrefix, !form.hasArticle, form.stem != form.symbol {
            return lexicon.gazetteer.step(node, form.stem)
        }
        return -1
    }

    private func consider(_ node: Int32, end: Int, isCorrupt: Bool, _ best: inout KnownName?) {
        let index = lexicon.gazetteer.entry[Int(node)]
        if let known = best, known.end >= end { return }
        best = KnownName(lexicon: lexicon, index: index, end: end, isCorrupt: isCorrupt)
    }

    /// A weak name counts where something beside it speaks for it.
    func isSupported(_ known: KnownName, at index: Int) -> Bool {
        let previous = index - 1
        if known.entry.type == .Place {
            guard previous >= 0, text.isWord(previous) else { return false }
            return text.form(previous).sets.intersects(words.placeWord)
        }
        // An organisation's weak name: in quotation marks, or behind a head of its own kind.
        if previous >= 0, isOpeningQuote(previous), isClosingQuote(known.end) { return true }
        guard previous >= 0, text.isWord(previous) else { return false }
        let head = lexicon.heads.start(text.form(previous).stem)
        return head >= 0
    }

    mutating func addKnown(_ known: KnownName, at index: Int) -> Int {
        let entry = known.entry
        var mention = Mention(
            tokens: index..<known.end, type: entry.type, head: index,
            rule: known.isCorrupt ? "known-name-fuzzy" : "known-name")
        mention.gazetteer = known.index
        mention.isDefinite = true
        if entry.type.isA(.Organization), entry.type != .Country, known.end > index + 1 { mention.gender = text.form(index).gender }
        mention.form = known.isCorrupt ? .corrupt : .full
        if let country = lexicon.countryByCode[entry.country] { mention.country = Int32(country) }
        var end = known.end
        if entry.type.isA(.Organization), entry.type != .Country {
            // «مجلس الأمن الدولي», «وكالة الأنباء الكويتية» are names; a nationality behind a short one belongs to it.
            if isPlainWord(end), text.form(end).hasArticle, text.form(end).nisba >= 0,
                mention.country < 0, entry.type != .InternationalOrganization, entry.type != .Council
            {
                mention.country = text.form(end).nisba
                mention.nisbaToken = end
                end += 1
                mention.tokens = index..<end
            }
        }
        addParts(of: entry, to: &mention)
        let number = add(mention)
        nest(mention.children)
        return number
    }

    /// The known names inside a known name: the UN inside «مكتب الأمم المتحدة …».
    private mutating func addParts(of entry: GazetteerEntry, to mention: inout Mention) {
        guard mention.tokens.count > 2, entry.type != .Country, entry.type != .Place else { return }
        var at = mention.tokens.lowerBound + 1
        while at < mention.tokens.upperBound {
            if isWord(at), let part = longestGazetteer(at: at), part.end <= mention.tokens.upperBound,
                !part.entry.isWeak, part.entry.key != entry.key
            {
                let child = addKnown(part, at: at)
                mention.children.append(child)
                at = max(at + 1, mentions[child].tokens.upperBound)
            } else {
                at += 1
            }
        }
    }
}
