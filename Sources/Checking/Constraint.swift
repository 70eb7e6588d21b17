import KnowledgeGraph

/// A constraint of `Ontology/shapes.ttl`, under the same name.
public struct Constraint: Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        case violation, warning
    }

    /// The local name of its shape, in kebab case.
    public let id: String
    public let severity: Severity

    private init(_ id: String, _ severity: Severity = .violation) {
        (self.id, self.severity) = (id, severity)
    }

    public var description: String { id }

    static let labels = Constraint("labels")
    static let oneKind = Constraint("one-kind")
    static let rankIsNoPost = Constraint("rank-is-no-post")
    static let allAncestors = Constraint("all-ancestors")
    static let knownTerms = Constraint("known-terms")
    static let noBlankNodes = Constraint("no-blank-nodes", .warning)
    static let postHolding = Constraint("post-holding")
    static let membership = Constraint("membership")
    static let holdsHasHolding = Constraint("holds-has-holding")
    static let holdingHasHolds = Constraint("holding-has-holds")
    static let memberHasMembership = Constraint("member-has-membership")
    static let acyclicPosts = Constraint("acyclic-posts")
    static let acyclicOrganizations = Constraint("acyclic-organizations")
    static let acyclicTopics = Constraint("acyclic-topics")
    static let departmentHasParent = Constraint("department-has-parent", .warning)
    static let eventDates = Constraint("event-dates")
    static let law = Constraint("law")
    static let treatyAction = Constraint("treaty-action")
    static let officeChange = Constraint("office-change")
    static let statement = Constraint("statement")
    static let fact = Constraint("fact")
    static let factSentence = Constraint("fact-sentence")
    static let factTriple = Constraint("fact-triple")
    static let phrase = Constraint("phrase")
    static let mention = Constraint("mention")

    /// What a property may begin at.
    static func domain(_ property: OntologyProperty) -> Constraint {
        Constraint("domain-" + property.localName)
    }
    /// What a property may lead to.
    static func range(_ property: OntologyProperty) -> Constraint {
        Constraint("range-" + property.localName)
    }

    /// All constraints, in the order in which they are checked.
    public static let all: [Constraint] =
        [
            labels, oneKind, rankIsNoPost, allAncestors, knownTerms, noBlankNodes, postHolding, membership,
            holdsHasHolding, holdingHasHolds, memberHasMembership, acyclicPosts, acyclicOrganizations,
            acyclicTopics,
            departmentHasParent, eventDates, law, treatyAction, officeChange, statement, fact, factSentence,
            factTriple,
            phrase, mention,
        ]
        + OntologyProperty.allCases.filter { $0 != .sameAs }.map(domain)
        + OntologyProperty.allCases.filter { $0 != .sameAs && $0 != .about }.map(range)
}

extension OntologyProperty {
    /// The name without its prefix.
    var localName: String {
        guard let colon = rawValue.utf8.firstIndex(of: UInt8(ascii: ":")) else { return rawValue }
        return String(rawValue[rawValue.index(after: colon)...])
    }
}
