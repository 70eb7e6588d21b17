/// What is written together with a word: conjunctions, prepositions, the article.
extension FormAnalyzer {
    /// Tries conjunction, preposition and article in turn; true if a known stem was found.
    mutating func strip(_ letters: [UInt16], into form: inout WordForm) -> Bool {
        var rest = letters[...]
        var conjunction = WordForm.Conjunction.none
        if rest.count > 2, rest.first == Self.waw || rest.first == Self.fa {
            // Both with and without the conjunction: the article is tried first without it.
            if stripArticle(rest, .none, into: &form) { return true }
            conjunction = rest.first == Self.waw ? .wa : .fa
            rest = rest.dropFirst()
            if accept(Array(rest), conjunction, .none, article: false, prefix: 1, into: &form) { return true }
            let startsWithArticle = rest.count >= 4 && rest.first == Self.alef && rest[rest.startIndex + 1] == Self.lam
            if conjunction == .wa, rest.count >= 3, !startsWithArticle, isNameOnly(rest) {
                acceptName(Array(rest), conjunction, .none, prefix: 1, into: &form)
                return true
            }
        }
        if stripArticle(rest, conjunction, into: &form) { return true }
        let prefix = letters.count - rest.count
        if rest.count > 2, let preposition = Self.preposition(rest.first) {
            let stem = Array(rest.dropFirst())
            if accept(stem, conjunction, preposition, article: false, prefix: prefix + 1, into: &form) {
                return true
            }
            if stem.count >= 3, isNameOnly(stem) {
                acceptName(stem, conjunction, preposition, prefix: prefix + 1, into: &form)
                return true
            }
        }
        // Future: سـ on an imperfect.
        if rest.count > 3, rest.first == Self.sin {
            let verb = known(rest.dropFirst())
            if verb >= 0, lexicon.primary[Int(verb)].tense == .imperfect {
                take(verb, Array(rest.dropFirst()), conjunction, .none, article: false, prefix: prefix + 1, into: &form)
                return true
            }
        }
        let bare = Array(rest)
        let suffixed = knownUnderSuffix(bare)
        if suffixed >= 0 {
            take(suffixed, bare, conjunction, .none, article: false, prefix: prefix, into: &form)
            form.hasSuffix = true
            return true
        }
        if let preposition = Self.preposition(rest.first), rest.count > 4 {
            let stem = Array(rest.dropFirst())
            let suffixed = knownUnderSuffix(stem)
            if suffixed >= 0 {
                take(suffixed, stem, conjunction, preposition, article: false, prefix: prefix + 1, into: &form)
                form.hasSuffix = true
                return true
            }
        }
        return false
    }

    private static func preposition(_ letter: UInt16?) -> WordForm.Preposition? {
        switch letter {
        case ba: .bi
        case lam: .li
        case kaf: .ka
        default: nil
        }
    }

    /// «ال», «بال», «كال», «لل» and what they stand before; an article needs no known stem behind it.
    private mutating func stripArticle(
        _ rest: ArraySlice<UInt16>, _ conjunction: WordForm.Conjunction, into form: inout WordForm
    ) -> Bool {
        let letters = Array(rest)
        let outer = Int(form.length) - letters.count
        func starts(_ prefix: [UInt16]) -> Bool {
            letters.count >= prefix.count + 2 && Array(letters.prefix(prefix.count)) == prefix
        }
        let stem: [UInt16]
        let preposition: WordForm.Preposition
        let written: Int
        if starts([Self.alef, Self.lam]) {
            (stem, preposition, written) = (Array(letters.dropFirst(2)), .none, 0)
        } else if starts([Self.lam, Self.lam]) {
            (stem, preposition, written) = (Array(letters.dropFirst(2)), .li, 1)
        } else if letters.count >= 5, let letter = Self.preposition(letters.first), letter != .li,
            letters[1] == Self.alef, letters[2] == Self.lam
        {
            (stem, preposition, written) = (Array(letters.dropFirst(3)), letter, 1)
        } else {
            return false
        }
        let known = knownVariant(stem)
        // «اللجنة» after «لل» loses one lam only if the stem begins with one: «للجنة» → «لجنة».
        if preposition == .li, known < 0 || lexicon.primary[Int(known)].wordClass == .other || isHeadWord([Self.lam] + stem) {
            let doubled = self.known([Self.lam] + stem)
            if doubled >= 0 {
                take(doubled, [Self.lam] + stem, conjunction, preposition, article: true, prefix: outer + 1, into: &form)
                form.hasUncertainArticle = true
                return true
            }
        }
        if known < 0 {
            if known >= 0 {
                take(known, [Self.lam] + stem, conjunction, preposition, article: true, prefix: outer + 1, into: &form)
                form.hasUncertainArticle = true
                return true
            }
            take(-1, stem, conjunction, preposition, article: true, prefix: outer + written, into: &form)
            return true
        }
        take(known, stem, conjunction, preposition, article: true, prefix: outer + written, into: &form)
        return true
    }

    private mutating func accept(
        _ stem: [UInt16], _ conjunction: WordForm.Conjunction, _ preposition: WordForm.Preposition,
        article: Bool, prefix: Int, into form: inout WordForm
    ) -> Bool {
        let known = knownVariant(stem)
        guard known >= 0 else { return false }
        take(known, stem, conjunction, preposition, article: article, prefix: prefix, into: &form)
        return true
    }

    private mutating func acceptName(
        _ stem: [UInt16], _ conjunction: WordForm.Conjunction, _ preposition: WordForm.Preposition,
        prefix: Int, into form: inout WordForm
    ) {
        take(-1, stem, conjunction, preposition, article: false, prefix: prefix, into: &form)
    }

    mutating func take(
        _ known: Int32, _ stem: [UInt16], _ conjunction: WordForm.Conjunction,
        _ preposition: WordForm.Preposition, article: Bool, prefix: Int, into form: inout WordForm
    ) {
        form.conjunction = conjunction
        form.preposition = preposition
        form.hasArticle = article
        form.prefixLetters = UInt8(clamping: prefix)
        form.stemStartsWithLam = stem.first == Self.lam
        let bytes = Self.bytes(stem)
        form.stem = known >= 0 ? known : symbols.intern(bytes)
        form.bare = article ? symbols.intern(Self.bytes([Self.alef, Self.lam]) + bytes) : symbols.intern(bytes)
        if known >= 0 {
            fill(&form, known: known)
        } else {
            guessStem(stem, article: article, into: &form)
        }
    }
}
