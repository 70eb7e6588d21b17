/// What an edge says, evidence apart: edges with one key are one edge.
public struct EdgeKey: Hashable, Sendable {
    public var subject: NodeID
    public var predicate: OntologyProperty
    public var object: Value

    public init(subject: NodeID, predicate: OntologyProperty, object: Value) {
        (self.subject, self.predicate, self.object) = (subject, predicate, object)
    }

    /// Text has no part in it: few edges differ by text alone.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(subject)
        hasher.combine(predicate)
        if case .node(let node) = object { hasher.combine(node) }
    }
}
