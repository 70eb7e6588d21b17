import KnowledgeGraph

/// A thing of one document: the mentions that refer to it.
struct Entity {
    var type: OntologyClass
    /// Mentions in the order of the text.
    var mentions: [Int] = []
    /// Index into the lexicon's gazetteer, -1.
    var gazetteer: Int32 = -1
    /// Index into the lexicon's States, -1: of a Country itself, or the State that it is shown to belong to.
    var country: Int32 = -1
    var gender: Gender = .unknown
    /// Names of both genders were met.
    var hasMixedGender = false
    /// Stem of the head noun; for a person, of the last name.
    var head: Int32 = -1
    /// Stems of all words of the fullest form, prefixes off.
    var words: [Int32] = []
    /// A name that no mention spells out, such as the ministry of a minister.
    var impliedLabel: String?
    /// The label of a thing that no mention names as it should be: a topic, an objective, an act.
    var ownLabel: String?
    var englishLabel: String?
    /// Rules by which mentions joined, for `isnad explain`.
    var isDropped = false
    /// For a Post: who holds it here, as entities.
    var holders: [Int] = []
}

/// What ties a person to an office or a rank in the text.
struct Holding {
    var person: Int
    var post: Int
    /// Tokens that say it.
    var tokens: Range<Int>
    var rule: StaticString
    var confidence: UInt8
}
