/// What is known of a stem, and what its shape lets guess.
extension FormAnalyzer {
    /// Copies what the lexicon knows of the stem, and of the bare form as a name.
    func fill(_ form: inout WordForm, known: Int32) {
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

    mutating func guess(_ letters: [UInt16], into form: inout WordForm) {
        // An unknown word that begins with و is most likely «and» before a name.
        if letters.count >= 5, letters[0] == Self.waw {
            let stem = Array(letters.dropFirst())
            take(-1, stem, .wa, .none, article: false, prefix: 1, into: &form)
            return
        }
        guessStem(letters, article: false, into: &form)
    }

    /// Class, gender and number from the shape of a stem that the lexicon does not know.
    func guessStem(_ letters: [UInt16], article: Bool, into form: inout WordForm) {
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
