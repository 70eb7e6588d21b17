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
    public var examples: [Example]
    /// Describes what Swift computes: only its examples are executed.
    public var isComputed: Bool

    /// One step of a pattern.
    struct Element: Sendable {
        enum Match: Sendable {
            /// A word of a set.
            case word(WordSets)
            /// A mention of one of these classes.
            case mention([OntologyClass])
            case date
            /// Up to this many items, no finite verb among them if `strict`.
            case gap(Int)
            /// A comma, always optional.
            case comma
        }
        var match: Match
        /// The name of the capture, empty if none.
        var name: String = ""
        var isOptional = false
        /// Takes what is joined by «و» and commas, too.
        var isList = false
        /// The preposition that must be written on the mention.
        var preposition: WordForm.Preposition?
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
