import ArabicText

/// Analyses word forms: takes clitics off until the lexicon knows the stem, and guesses where it does not.
///
/// Every distinct form is analysed once; the cache belongs to one worker.
struct FormAnalyzer {
    let lexicon: Lexicon
    private(set) var symbols: SymbolTable
    private var known = FormTable()
    /// The form that belongs to no class, and behind it those of the words.
    private(set) var forms = [WordForm(symbol: -1, bare: -1, stem: -1)]

    private static let alef: UInt16 = 0xD8A7
    private static let ba: UInt16 = 0xD8A8
    private static let ta: UInt16 = 0xD8AA
    private static let taMarbuta: UInt16 = 0xD8A9
    private static let sin: UInt16 = 0xD8B3
    private static let fa: UInt16 = 0xD981
    private static let kaf: UInt16 = 0xD983
    private static let lam: UInt16 = 0xD984
    private static let mim: UInt16 = 0xD985
    private static let nun: UInt16 = 0xD986
    private static let ha: UInt16 = 0xD987
    private static let waw: UInt16 = 0xD988
    private static let alefMaqsura: UInt16 = 0xD989
    private static let ya: UInt16 = 0xD98A

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        symbols = lexicon.symbols
    }

    /// The number of the form of a folded word, one less than its place in `forms`.
    mutating func form(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = FormTable.hash(bytes)
        if let form = known.form(of: bytes, hash) { return form }
        var form = analyze(symbols.intern(bytes), Array(bytes))
        form.isMonth = lexicon.months[form.bare] != nil
        form.starts = starts(form)
        let index = Int32(truncatingIfNeeded: forms.count - 1)
        forms.append(form)
        // An endless word is analysed each time that it comes.
        if bytes.count < 255 { known.add(bytes, hash, form: index) }
        return index
    }

    private func starts(_ form: WordForm) -> WordForm.Starts {
        var starts: WordForm.Starts = []
        if lexicon.gazetteer.start(form.bare) >= 0 || lexicon.gazetteer.start(form.symbol) >= 0 { starts.insert(.known) }
        if lexicon.heads.start(form.stem) >= 0 { starts.insert(.head) }
        if lexicon.roles.start(form.stem) >= 0 { starts.insert(.role) }
        if lexicon.honorifics.start(form.bare) >= 0 { starts.insert(.honorific) }
        return starts
    }

    /// Two-byte letters of a folded Arabic word; nil if it has others.
    private static func letters(_ bytes: [UInt8]) -> [UInt16]? {
        guard bytes.count % 2 == 0 else { return nil }
        var letters: [UInt16] = []
        letters.reserveCapacity(bytes.count / 2)
        for at in stride(from: 0, to: bytes.count, by: 2) {
            guard bytes[at] >= 0xD8 && bytes[at] <= 0xDB else { return nil }
            letters.append(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))
        }
        return letters
    }

    private static func bytes(_ letters: some Collection<UInt16>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 2)
        for letter in letters {
            bytes.append(UInt8(letter >> 8))
            bytes.append(UInt8(letter & 0xFF))
        }
        return bytes
    }

    /// Symbol of letters in the lexicon, else -1.
    private func find(_ letters: some Collection<UInt16>) -> Int32 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count * 2) { buffer in
            var at = 0
            for letter in letters {
                buffer.initializeElement(at: at, to: UInt8(letter >> 8))
                buffer.initializeElement(at: at + 1, to: UInt8(letter & 0xFF))
                at += 2
            }
            return lexicon.symbols.find(UnsafeBufferPointer(buffer))
        }
    }

    /// Symbol of letters if the lexicon knows a class of them, else -1.
    private func known(_ letters: some Collection<UInt16>) -> Int32 {
        let symbol = find(letters)
        return symbol >= 0 && !lexicon.classes[Int(symbol)].isEmpty ? symbol : -1
    }

    private static func endsLikeNisba(_ letters: [UInt16]) -> Bool {
        guard letters.count >= 4, let last = letters.last else { return false }
        return last == ya || last == taMarbuta && letters[letters.count - 2] == ya
    }

    /// «وأردف»: listed whole, though «أردف» is a verb of saying behind «و».
    private func isReportingUnderConjunction(_ letters: [UInt16], _ whole: Int32) -> Bool {
        guard letters.count > 3, letters[0] == Self.waw || letters[0] == Self.fa, lexicon.reportingIndex[Int(whole)] < 0 else { return false }
        let rest = find(letters.dropFirst())
        return rest >= 0 && lexicon.reportingIndex[Int(rest)] >= 0
    }

    private func isHeadWord(_ letters: [UInt16]) -> Bool {
        let symbol = find(letters)
        return symbol >= 0 && lexicon.heads.start(symbol) >= 0
    }

    private func isNameOnly(_ letters: some Collection<UInt16>) -> Bool {
        let symbol = find(letters)
        guard symbol >= 0 else { return false }
        return !lexicon.names[Int(symbol)].isDisjoint(with: [.given, .family, .particle])
            || lexicon.gazetteer.start(symbol) >= 0
    }

    /// A known stem that differs from the letters only in how its end is spelt: ى/ي, ه/ة, tanwin alef.
    private func knownVariant(_ letters: [UInt16]) -> Int32 {
        let exact = known(letters)
        if exact >= 0 { return exact }
        guard letters.count >= 3, let last = letters.last else { return -1 }
        switch last {
        case Self.alefMaqsura: return known(letters.dropLast() + [Self.ya])
        case Self.ya: return known(letters.dropLast() + [Self.alefMaqsura])
        case Self.ha: return known(letters.dropLast() + [Self.taMarbuta])
        case Self.alef where letters.count >= 4: return known(letters.dropLast())
        default: return -1
        }
    }

    /// A known stem under a pronoun suffix: «وزارته» → «وزارة», «مؤتمرهم» → «مؤتمر».
    private func knownUnderSuffix(_ letters: [UInt16]) -> Int32 {
        let suffixes: [[UInt16]] = [
            [Self.ha, Self.mim, Self.alef], [Self.ha, Self.alef], [Self.ha, Self.mim],
            [Self.ha, Self.nun], [Self.nun, Self.alef], [Self.kaf, Self.mim], [Self.ha], [Self.ya],
        ]
        for suffix in suffixes where letters.count >= suffix.count + 3 && letters.suffix(suffix.count) == suffix[...] {
            let stem = Array(letters.dropLast(suffix.count))
            // «نقلته» is of «نقلت» before it is of «نقلة».
            let verb = known(stem)
            if verb >= 0, lexicon.primary[Int(verb)].wordClass == .verb { return verb }
            if stem.last == Self.ta {
                let feminine = known(stem.dropLast() + [Self.taMarbuta])
                if feminine >= 0 { return feminine }
            }
            let plain = known(stem)
            if plain >= 0 { return plain }
            if stem.last == Self.alef {
                let defective = known(stem.dropLast() + [Self.alefMaqsura])
                if defective >= 0 { return defective }
            }
        }
        return -1
    }

    private mutating func analyze(_ symbol: Int32, _ bytes: [UInt8]) -> WordForm {
        var form = WordForm(symbol: symbol, bare: symbol, stem: symbol)
        guard let letters = Self.letters(bytes) else {
            form.isUnknown = true
            form.length = UInt8(clamping: bytes.count)
            fill(&form, known: -1)
            return form
        }
        form.length = UInt8(clamping: letters.count)
        form.hasNisbaShape = Self.endsLikeNisba(letters)
        let whole = known(letters)
        if whole >= 0, !isReportingUnderConjunction(letters, whole) {
            fill(&form, known: whole)
            // «نقلته»: what the bare verb is, the verb with a pronoun is.
            if form.reading.wordClass == .verb, form.reading.hasSuffix, form.reporting < 0 {
                let verb = knownUnderSuffix(letters)
                if verb >= 0 {
                    form.reporting = lexicon.reportingIndex[Int(verb)]
                    form.sets.formUnion(lexicon.sets[Int(verb)])
                }
            }
            return form
        }
        if !isNameOnly(letters), strip(letters, into: &form) { return form }
        if isNameOnly(letters) {
            // «الصباح», «الكويت»: a name with the article of its own.
            if letters.count >= 4, letters[0] == Self.alef, letters[1] == Self.lam {
                form.hasArticle = true
                form.stem = symbols.intern(Self.bytes(letters.dropFirst(2)))
                fill(&form, known: known(letters.dropFirst(2)))
            } else {
                fill(&form, known: -1)
            }
            return form
        }
        let variant = knownVariant(letters)
        if variant >= 0 {
            form.stem = variant
            fill(&form, known: variant)
            return form
        }
        guess(letters, into: &form)
        return form
    }

    /// Tries conjunction, preposition and article in turn; true if a known stem was found.
    private mutating func strip(_ letters: [UInt16], into form: inout WordForm) -> Bool {
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

    private mutating func take(
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

    /// Copies what the lexicon knows of the stem, and of the bare form as a name.
    private func fill(_ form: inout WordForm, known: Int32) {
        let base = Int32(truncatingIfNeeded: lexicon.symbols.count)
        if known >= 0 {
            let at = Int(known)
            form.reading = lexicon.primary[at]
            form.second = lexicon.secondary[at]
            form.classes = lexicon.classes[at]
            form.hasSuffix = form.hasSuffix || form.reading.hasSuffix
            form.names = lexicon.names[at]
            form.sets = lexicon.sets[at]
            if !form.hasArticle { form.reporting = lexicon.reportingIndex[at] }
            form.nisba = lexicon.nisbaCountry[known].map { Int32(truncatingIfNeeded: $0) } ?? -1
            if form.hasArticle {
                // A word with its article is no verb.
                form.classes.remove(.verb)
                if form.reading.wordClass == .verb, form.second.wordClass != .other { form.reading = form.second }
            }
        } else {
            form.isUnknown = true
        }
        for symbol in [form.bare, form.stem, form.symbol] where symbol >= 0 && symbol < base {
            form.names.formUnion(lexicon.names[Int(symbol)])
            form.sets.formUnion(lexicon.sets[Int(symbol)])
            if form.nisba < 0, let country = lexicon.nisbaCountry[symbol], symbol == form.stem {
                form.nisba = Int32(truncatingIfNeeded: country)
            }
        }
    }

    private mutating func guess(_ letters: [UInt16], into form: inout WordForm) {
        // An unknown word that begins with و is most likely «and» before a name.
        if letters.count >= 5, letters[0] == Self.waw {
            let stem = Array(letters.dropFirst())
            take(-1, stem, .wa, .none, article: false, prefix: 1, into: &form)
            return
        }
        guessStem(letters, article: false, into: &form)
    }

    /// Class, gender and number from the shape of a stem that the lexicon does not know.
    private func guessStem(_ letters: [UInt16], article: Bool, into form: inout WordForm) {
        fill(&form, known: -1)
        var reading = Reading()
        let last = letters.last ?? 0
        let beforeLast = letters.count > 1 ? letters[letters.count - 2] : 0
        if last == Self.taMarbuta {
            reading.wordClass = beforeLast == Self.ya ? .adjective : .noun
            (reading.gender, reading.number) = (.feminine, .singular)
        } else if last == Self.ta, beforeLast == Self.alef {
            reading.wordClass = .noun
            (reading.gender, reading.number) = (.feminine, .plural)
        } else if last == Self.nun, beforeLast == Self.ya || beforeLast == Self.waw, article {
            reading.wordClass = .noun
            (reading.gender, reading.number, reading.isHuman) = (.masculine, .plural, true)
        } else if last == Self.ya, article {
            reading.wordClass = .adjective
            (reading.gender, reading.number) = (.masculine, .singular)
        } else if article {
            reading.wordClass = .noun
        } else if letters.count >= 4, letters[0] == Self.ya || letters[0] == Self.ta,
            form.names.isEmpty, letters.count <= 6, last != Self.ya
        {
            // يفعل، تفعل: a guess that names overrule.
            reading.wordClass = .other
        }
        form.reading = reading
        if reading.wordClass != .other { form.classes = WordClasses(reading.wordClass) }
    }
}
