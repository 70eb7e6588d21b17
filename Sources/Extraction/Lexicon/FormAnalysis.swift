import ArabicText

/// What a single word is taken for, out of its context.
public struct FormAnalysis: Sendable, Equatable {
    /// Letters و or ف written before it, folded; empty if none.
    public var conjunction: String
    /// Letters ب, ل or ك written before it, folded; empty if none.
    public var preposition: String
    public var hasArticle: Bool
    /// A pronoun is written on its end.
    public var hasSuffix: Bool
    /// What remains without all of these, folded; with the pronoun.
    public var stem: String
    public var wordClass: WordClass
    public var gender: Gender
    public var number: GrammaticalNumber
    public var tense: Tense
    /// The stem is in no lexicon: class, gender and number are guessed.
    public var isUnknown: Bool
}

extension Knowledge {
    /// How `word` is analysed; nil if it is no single word.
    public func analysis(of word: String) -> FormAnalysis? {
        let tokenized = Tokenizer().tokens(in: SourceText(word))
        guard tokenized.tokens.count == 1, tokenized.tokens[0].kind == .word else { return nil }
        var analyzer = FormAnalyzer(lexicon: lexicon)
        let index = tokenized.folded.withUnsafeBufferPointer { analyzer.form(of: $0) }
        let form = analyzer.forms[Int(index) + 1]
        let conjunction =
            switch form.conjunction {
            case .none: ""
            case .wa: "و"
            case .fa: "ف"
            }
        let preposition =
            switch form.preposition {
            case .none: ""
            case .bi: "ب"
            case .li: "ل"
            case .ka: "ك"
            }
        return FormAnalysis(
            conjunction: conjunction, preposition: preposition, hasArticle: form.hasArticle,
            hasSuffix: form.hasSuffix, stem: analyzer.symbols.text(of: form.stem), wordClass: form.reading.wordClass,
            gender: form.reading.gender, number: form.reading.number, tense: form.reading.tense,
            isUnknown: form.isUnknown)
    }
}
