import ArabicText

/// Cleans the words of a mention into a label: marks, tatweel and controls go, runs of space become one,
/// «لل…» gets its article back.
struct LabelCleaner {
    let text: AnalyzedText

    /// The label of a run of tokens.
    func label(_ tokens: Range<Int>) -> String {
        guard !tokens.isEmpty else { return "" }
        var label = Self.clean(text.surface(tokens))
        let first = tokens.lowerBound
        if text.isWord(first) {
            let form = text.form(first)
            // «للجنة»: the surface begins at its second lam.
            if form.preposition == .li, form.hasArticle, !label.hasPrefix("ال") {
                label = label.hasPrefix("ل") && form.length > 0 && startsWithSharedLam(form) ? "ال" + label : "ال" + label.dropFirstScalar()
            }
        }
        return label
    }

    /// Whether the lam of the article was written into the stem's own: «للجنة» is ل + لجنة.
    private func startsWithSharedLam(_ form: WordForm) -> Bool {
        form.prefixLetters > 0 && form.stemStartsWithLam
    }

    static func fold(_ text: String) -> String { String(decoding: Folding.fold(text), as: UTF8.self) }

    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            switch Folding.scalarClass(scalar.value) {
            case .mark: continue
            case .space, .newline: pendingSpace = !scalars.isEmpty
            default:
                if pendingSpace {
                    scalars.append(" ")
                    pendingSpace = false
                }
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

extension String {
    func dropFirstScalar() -> String { String(String.UnicodeScalarView(unicodeScalars.dropFirst())) }
}
