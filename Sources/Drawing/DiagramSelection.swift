import KnowledgeGraph

/// Which part of a graph is drawn. The steps are taken in the order of the fields.
public struct DiagramSelection: Sendable, Equatable {
    /// Only entities of these classes, or of classes below them; empty for all.
    public var types: [OntologyClass] = []
    /// Only what is near this entity: a name of it in any language, a part of one, or the local name of its IRI.
    public var focus: String?
    /// How many links away from the focus.
    public var hops = 1
    /// One node for each ministry, committee or other body, with all that belongs to it.
    public var collapse = false
    /// The entities with the most links.
    public var topK: Int?
    /// Above this number of entities only the best connected are drawn: as many as were asked for, or
    /// `readableCount` where nothing was asked for.
    public var maxNodes: Int?

    /// As many entities as a page holds.
    public static let readableCount = 60
    /// As many entities as are drawn, without labels on the links, where nothing was asked for.
    public static let drawableCount = 200

    public init() {}
}

/// Why a selection cannot be made.
public enum DiagramSelectionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No entity has such a name; the nearest names follow.
    case unknownFocus(String, near: [String])

    public var description: String {
        switch self {
        case .unknownFocus(let name, let near):
            let hint = near.isEmpty ? "" : "; did you mean \(near.map { "«\($0)»" }.joined(separator: ", "))?"
            return "no entity is called «\(name)»\(hint)"
        }
    }
}
