import KnowledgeGraph

/// What a reader tells apart at a glance. Each kind has a shape of its own, since some of the fills look alike to
/// the colour-blind.
public enum DrawnKind: String, CaseIterable, Sendable {
    case person, role, group, body, international, committee, media, event, objective, instrument, country,
        place
    case topic, statement

    public init(_ type: OntologyClass) {
        switch type {
        case .Person: self = .person
        case .Post, .Rank, .PostHolding, .Membership, .OfficeChange: self = .role
        case .Group, .Delegation: self = .group
        case .InternationalOrganization: self = .international
        case .Committee, .Council: self = .committee
        case .MediaOrganization, .NewsAgency: self = .media
        case .Country: self = .country
        case .Place: self = .place
        case .Objective: self = .objective
        case .Topic: self = .topic
        case .Statement: self = .statement
        default:
            switch type.kind {
            case .Event: self = .event
            case .Instrument, .TreatyAction: self = .instrument
            default: self = .body
            }
        }
    }

    /// Graphviz's node shape.
    public var shape: String {
        switch self {
        case .person, .group: "ellipse"
        case .role, .body, .international, .topic: "box"
        case .committee: "octagon"
        case .media: "component"
        case .event: "tab"
        case .objective: "box3d"
        case .instrument: "note"
        case .country: "hexagon"
        case .place: "house"
        case .statement: "plain"
        }
    }

    /// The number of outlines.
    public var peripheries: Int { self == .international || self == .group ? 2 : 1 }

    /// Graphviz's node style.
    public var style: String {
        switch self {
        case .role: "filled,rounded"
        case .topic: "filled,rounded,dashed"
        default: "filled"
        }
    }

    /// Whether the shape is larger than the box around its text.
    var isSlanted: Bool {
        switch self {
        case .person, .group, .committee, .country, .place: true
        default: false
        }
    }

    /// Horizontal and vertical margin in inches; shapes with slanted sides bring their own.
    var margin: String {
        switch self {
        case .person, .group: "0.03,0"
        case .committee, .country: "0,0"
        case .objective: "0.13,0.09"
        case .place: "0.02,0"
        default: "0.1,0.05"
        }
    }
}
