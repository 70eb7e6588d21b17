import KnowledgeGraph

/// Which schema of FollowTheMoney stands for a class; nil for what it has none for.
enum FollowTheMoneySchema {
    static func name(of type: OntologyClass) -> String? {
        switch type {
        case .Person: "Person"
        case .Post: "Position"
        case .Ministry, .Department, .Committee, .Council, .Parliament, .Court, .Agency, .DiplomaticMission, .Government,
            .SecurityForce, .Country:
            "PublicBody"
        case .Company: "Company"
        default: type.isA(.Organization) ? "Organization" : type.isA(.Event) ? "Event" : nil
        }
    }

    /// Whether it can own, hold or organise something: `LegalEntity`.
    static func isLegalEntity(_ type: OntologyClass) -> Bool {
        type == .Person || type == .Country || type.isA(.Organization)
    }

    /// `Organization`, which a membership or a position belongs to.
    static func isOrganization(_ type: OntologyClass) -> Bool { type == .Country || type.isA(.Organization) }
}
