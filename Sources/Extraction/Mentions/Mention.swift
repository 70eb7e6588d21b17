import KnowledgeGraph

/// A piece of text that names or describes a thing.
struct Mention {
    /// Half-open range of token indices.
    var tokens: Range<Int>
    var type: OntologyClass
    /// Token at which an honorific before a name begins; the first token otherwise.
    var lead: Int
    /// Token of the head noun.
    var head: Int
    var form: MentionRecord.Form = .full
    var rule: StaticString
    /// Index into the lexicon's gazetteer, -1.
    var gazetteer: Int32 = -1
    /// Index into the lexicon's States, -1: of a Country itself, or the State that the phrase shows.
    var country: Int32 = -1
    /// Token of the nationality adjective that shows `country`, -1 if a name does.
    var nisbaToken: Int = -1
    var gender: Gender = .unknown
    var isPlural = false
    var isDefinite = false
    /// A head and a known name that are one: «منظمة اليونسكو».
    var sharesName = false
    /// Part of a name only: refers to nothing here.
    var isDropped = false
    /// Stands inside a longer mention.
    var isNested = false
    /// Mentions inside this one, in order.
    var children: [Int] = []
    /// For a Post: the Post above it and the body that it belongs to, as mentions; -1.
    var parentPost = -1
    var body = -1
    /// For a Post or body: the topic after «لشؤون», «المعني بـ», as tokens.
    var remit: Range<Int>?
    /// For a Post: sabiq, acting …, as tokens of the adjective.
    var roleClass: RoleClass = ""
    var temporal = -1
    /// For a named thing: the tokens of its quoted name.
    var quoted: Range<Int>?
    var number: String {
        get { numbering.first ?? "" }
        set { numbering = [newValue, year] }
    }
    var year: String {
        get { numbering.last ?? "" }
        set { numbering = [number, newValue] }
    }
    /// Number and year, nothing for most mentions, which makes them cheap to copy.
    private var numbering: [String] = []
    /// Index into the entities once resolved, -1.
    var entity = -1

    init(tokens: Range<Int>, type: OntologyClass, head: Int, rule: StaticString) {
        (self.tokens, self.type, self.head, self.rule) = (tokens, type, head, rule)
        lead = tokens.lowerBound
    }
}
