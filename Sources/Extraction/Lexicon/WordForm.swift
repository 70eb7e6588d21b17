/// What is known of a form as it stands in the text: its clitics, its stem and its readings.
struct WordForm: Sendable {
    enum Conjunction: UInt8, Sendable { case none, wa, fa }
    enum Preposition: UInt8, Sendable { case none, bi, li, ka }

    /// The whole folded form.
    var symbol: Int32
    /// Without conjunction and preposition, the article restored: «وللجنة» → «اللجنة».
    var bare: Int32
    /// Without the article, too: «لجنة».
    var stem: Int32
    var conjunction: Conjunction = .none
    var preposition: Preposition = .none
    var hasArticle = false
    /// A pronoun is written on the end: «وزارته».
    var hasSuffix = false
    /// Number of letters before the bare form as written; for «لل» the first lam.
    var prefixLetters: UInt8 = 0
    var reading = Reading()
    var second = Reading()
    var classes: WordClasses = []
    var names: NameBits = []
    var sets = WordSets()
    /// Of the stem; -1 if it is no nisba of a State.
    var nisba: Int32 = -1
    /// Index into `Lexicon.reporting`, -1.
    var reporting: Int32 = -1
    /// The stem is not in the lexicon.
    var isUnknown = false
    /// The stem ends in ي or ية, as relative adjectives do.
    var hasNisbaShape = false
    /// «للجنة» may be ل + اللجنة or ل + لجنة: the article cannot be seen.
    var hasUncertainArticle = false
    /// The stem's own first letter is lam, which «لل» shares with the article: «للجنة».
    var stemStartsWithLam = false
    /// Which names of the lexicon begin with the form.
    struct Starts: OptionSet, Sendable {
        let rawValue: UInt8
        /// By the bare or the whole form.
        static let known = Starts(rawValue: 1)
        /// By the stem.
        static let head = Starts(rawValue: 2)
        static let role = Starts(rawValue: 4)
        /// By the bare form.
        static let honorific = Starts(rawValue: 8)
    }
    var starts: Starts = []
    /// The bare form names a month.
    var isMonth = false
    /// Number of letters of the whole form.
    var length: UInt8 = 0

    @inline(__always) var hasPrefix: Bool { conjunction != .none || preposition != .none }
    var gender: Gender { reading.gender }
    @inline(__always) func isClass(_ set: WordClasses) -> Bool { !classes.isDisjoint(with: set) }
    /// Whether the first reading is of one of these classes.
    @inline(__always) func isMainly(_ set: WordClasses) -> Bool {
        !set.isDisjoint(with: WordClasses(reading.wordClass)) && !isUnknown
    }
}
