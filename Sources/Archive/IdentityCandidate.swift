import KnowledgeGraph

/// Two nodes that may be one thing, which a reader has to decide: a wrong merge cannot be undone by those who read the
/// graph, and about people it can be libel.
public struct IdentityCandidate: Sendable, Equatable {
    /// Why the two are held against each other.
    public enum Reason: String, Sendable, CaseIterable {
        /// The same letters but for hamzas, ة and ه, ى and ي, or the word بن between the names.
        case spelling
        /// The first and the last name of a longer one; the first words of a longer name of a body.
        case short
        /// One name of two nodes: in two States, or in documents that do not show that they mean one person.
        case homonym
    }

    public let reason: Reason
    /// Places in `Graph.nodes`; the name of `first` comes first by code points.
    public let first: NodeID
    public let second: NodeID

    init(_ reason: Reason, _ a: NodeID, _ b: NodeID, in graph: Graph) {
        self.reason = reason
        let isOrdered = graph[a].name.unicodeScalars.lexicographicallyPrecedes(graph[b].name.unicodeScalars)
        (first, second) = isOrdered ? (a, b) : (b, a)
    }
}
