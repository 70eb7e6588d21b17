/// A place where a graph breaks a constraint.
public struct Finding: Sendable, Equatable {
    public var constraint: Constraint
    /// The IRI of the node, or `_:` and the label of a blank one.
    public var node: String
    /// The IRI of the property that is at fault; nil if the fault is the node's own.
    public var property: String?
    /// The value that is at fault, as in N-Triples without datatype.
    public var value: String?
    /// What is wrong, in English.
    public var message: String
    /// What the edge rests on; nil if the graph gives no evidence for it.
    public var evidence: Proof?

    /// The evidence behind an edge.
    public struct Proof: Sendable, Equatable {
        /// The rule that made the edge.
        public var rule: String
        /// The text of its sentence; nil for a background fact.
        public var sentence: String?

        public init(rule: String, sentence: String?) { (self.rule, self.sentence) = (rule, sentence) }
    }
}
