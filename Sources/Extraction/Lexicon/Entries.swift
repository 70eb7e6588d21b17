import KnowledgeGraph

/// A head of an organisation, instrument, event or place name (`lexicon/heads.tsv`).
struct HeadEntry: Sendable {
    enum Need: Sendable { case any, definite, named }
    var type: OntologyClass
    var gender: Gender
    var need: Need
    var isPlural: Bool
}

/// A head of an office (`lexicon/roles.tsv`).
struct RoleEntry: Sendable {
    var roleClass: RoleClass
    var gender: Gender
    var isPlural: Bool
    /// The class of the body that its idafa names, if the role says so.
    var body: OntologyClass?
    var isAmbiguous: Bool
    /// The masculine title, as written in the lexicon.
    var masculine: String
}

/// What stands before a name (`lexicon/honorifics.tsv`).
enum HonorificKind: UInt8, Sendable { case honorific, military, police, diplomatic, royal }

/// A form of a reporting verb (`lexicon/reporting.tsv`).
struct ReportingForm: Sendable {
    enum Shape: Sendable { case past, imperfect, participle, passive }
    var lemma: String
    var shape: Shape
    var gender: Gender
    var number: GrammaticalNumber
    var isStrong: Bool
    /// Letters ب, ل and words that may open the reported words, folded, joined by `|`.
    var complements: [String]
}

/// A State (`gazetteer/countries.tsv`).
struct CountryEntry: Sendable {
    var iso2: String
    var name: String
    var formalName: String
    var english: String
    /// "Kuwaiti"; empty if none is known.
    var demonym: String
    var capitals: [String]
    /// The word by which it calls itself: المملكة، السلطنة.
    var selfNames: [String]
}

/// What the name lexicon says of a word.
struct NameBits: OptionSet, Sendable {
    let rawValue: UInt8
    static let given = NameBits(rawValue: 1)
    static let family = NameBits(rawValue: 2)
    static let feminine = NameBits(rawValue: 4)
    static let masculine = NameBits(rawValue: 8)
    static let ambiguous = NameBits(rawValue: 16)
    /// A name from outside the Arab world.
    static let foreign = NameBits(rawValue: 64)
    /// بن، آل، أبو، عبد …
    static let particle = NameBits(rawValue: 32)
}

/// Which named sets of words a word belongs to (`lexicon/sets.tsv`, `lexicon/verbs.tsv`).
struct WordSets: OptionSet, Sendable {
    var low: UInt64
    var middle: UInt64
    var high: UInt64
    var top: UInt64
    var rawValue: UInt64 { low }
    init(rawValue: UInt64) { (low, middle, high, top) = (rawValue, 0, 0, 0) }
    init() { (low, middle, high, top) = (0, 0, 0, 0) }
    init(index: Int) {
        low = index < 64 ? 1 << UInt64(index) : 0
        middle = index >= 64 && index < 128 ? 1 << UInt64(index - 64) : 0
        high = index >= 128 && index < 192 ? 1 << UInt64(index - 128) : 0
        top = index >= 192 ? 1 << UInt64(index - 192) : 0
    }
    mutating func formUnion(_ other: WordSets) {
        low |= other.low
        middle |= other.middle
        high |= other.high
        top |= other.top
    }
    @inline(__always)
    func intersects(_ other: WordSets) -> Bool {
        low & other.low != 0 || middle & other.middle != 0 || high & other.high != 0
            || top & other.top != 0
    }
}
