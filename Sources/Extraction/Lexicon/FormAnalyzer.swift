import ArabicText

/// Analyses word forms: takes clitics off until the lexicon knows the stem, and guesses where it does not.
///
/// Every distinct form is analysed once; the cache belongs to one worker.
struct FormAnalyzer {
    let lexicon: Lexicon
    var symbols: SymbolTable
    private var known = FormTable()
    /// The form that belongs to no class, and behind it those of the words.
    private(set) var forms = [WordForm(symbol: -1, bare: -1, stem: -1)]

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
}
