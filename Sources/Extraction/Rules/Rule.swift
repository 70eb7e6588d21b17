import KnowledgeGraph

/// A relation pattern of `Ontology/rules`, over the items of a sentence.
public struct Rule: Sendable {
    /// Kebab case, unique, stable: it appears in the evidence.
    public var id: String
    /// File and line of the rule.
    public var file: String
    public var line: Int
    var elements: [Element]
    var edges: [EdgeTemplate]
    var reference: Reference?
    public var examples: [Example]
    /// Describes what Swift computes: only its examples are executed.
    public var isComputed: Bool

    /// One step of a pattern.
    struct Element: Sendable {
        enum Match: Sendable {
            /// A word of a set.
            case word(WordSets)
            /// A mention of one of these classes.
            case mention(ClassSet)
            case date
            /// A reporting verb.
            case saying
            /// Up to this many items, none of them one that the barrier names.
            case gap(Int, Barrier)
            /// A comma, always optional.
            case comma
        }
        var match: Match
        /// The name of the capture, empty if none.
        var name: String = ""
        var isOptional = false
        /// Takes what is joined by «و» and commas, too.
        var isList = false
        /// A list whose members may have something between them: «فلان كمقرر، وفلان نائبا له».
        var isLoose = false
        /// The preposition that must be written on the mention.
        var preposition: WordForm.Preposition?
        var takesAnyPreposition = false
        /// A word with a pronoun written on it: «يرأسها».
        var hasSuffix = false
        /// A word without «و» or «ف», which would open a clause of its own.
        var isBare = false
        /// What the first word of a mention must be: «الجانب المصري».
        var head: WordSets?
        /// Written as an acting side: never behind a preposition of its own.
        var isActing = false
    }

    /// What a gap does not run over.
    struct Barrier: Sendable {
        var classes = ClassSet()
        var words = WordSets()
        var stopsAtDate = false
        /// Finite verbs, those of `words` told apart by the caller.
        var stopsAtVerb = false
        /// Finite verbs that do not stop the gap though verbs do.
        var allowed = WordSets()
        /// «لبحث …», «حول …»: what follows is what a thing is about.
        var stopsAtPurpose = false
        /// «وقد»، «ويضم»: a clause of its own begins.
        var stopsAtClause = false
    }

    /// A thing that the sentence speaks of without naming it: the meeting of «التقى», named «اللقاء» further on.
    struct Reference: Sendable {
        var name: String
        var classes: [OntologyClass]
    }

    /// An edge that a match makes.
    struct EdgeTemplate: Sendable {
        var subject: String
        var predicate: OntologyProperty
        var object: String
        var confidence: UInt8
    }

    /// A sentence and what the rule should find in it (or must not).
    public struct Example: Sendable {
        public var isPositive: Bool
        public var text: String
        /// Edges as `subject label | predicate | object label`; none for a negative example.
        public var expected: [(subject: String, predicate: String, object: String)]
        public var line: Int
    }
}
