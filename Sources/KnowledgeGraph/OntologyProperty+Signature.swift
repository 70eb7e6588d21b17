extension OntologyProperty {
    /// What may stand on either side of a property: classes (with all below them) and, for the
    /// object, literals.
    public struct Signature: Sendable {
        public let domain: [OntologyClass]
        public let range: [OntologyClass]
        public let literal: Bool
    }

    private static let agent: [OntologyClass] = [.Person, .Post, .Organization, .Country, .Group]

    /// Domain and range as in `Ontology/isnad.ttl`.
    public var signature: Signature {
        func edge(_ domain: [OntologyClass], _ range: [OntologyClass]) -> Signature {
            Signature(domain: domain, range: range, literal: false)
        }
        func value(_ domain: [OntologyClass]) -> Signature {
            Signature(domain: domain, range: [], literal: true)
        }
        let agent = Self.agent
        switch self {
        case .holds: return edge([.Person], [.Post])
        case .rank: return edge([.Person], [.Rank])
        case .member: return edge([.PostHolding, .Membership], [.Person, .Post, .Organization, .Country])
        case .post: return edge([.PostHolding, .OfficeChange], [.Post])
        case .organization: return edge([.PostHolding, .Membership], [.Organization, .Instrument])
        case .memberOf: return edge([.Person, .Post, .Organization, .Country], [.Organization, .Instrument])
        case .postIn: return edge([.Post], [.Organization, .Country])
        case .deputyOf, .assistantTo: return edge([.Post], [.Post])
        case .remit: return edge([.Post, .Organization], [.Topic])
        case .chairs: return edge([.Person, .Post], [.Event, .Organization])
        case .succeeds: return edge([.Person], [.Person])
        case .appoints: return edge(agent, [.Person])
        case .person: return edge([.OfficeChange], [.Person])
        case .by: return edge([.OfficeChange], agent)
        case .subOrganizationOf: return edge([.Organization], [.Organization])
        case .ofCountry: return edge([.Organization, .Post, .Person, .Instrument], [.Country])
        case .jurisdiction: return edge([.Organization], [.Group])
        case .drawnFrom: return edge([.Group], [.Organization])
        case .locatedIn: return edge([.Organization, .Place], [.Place, .Country])
        case .organizer, .partner, .patron, .participant: return edge([.Event], agent)
        case .representedBy: return edge([.Event], [.Organization])
        case .audience: return edge([.Event], [.Group, .Organization])
        case .location: return edge([.Event], [.Place, .Country])
        case .dateText, .startDate: return value([.Event, .OfficeChange, .TreatyAction])
        case .endDate, .duration, .ordinal: return value([.Event])
        case .follows, .superEvent: return edge([.Event], [.Event])
        case .objective: return edge([.Event, .Organization], [.Objective])
        case .signatory, .contractingParty, .issuedBy, .proposedBy: return edge([.Instrument], agent)
        case .status: return value([.Instrument])
        case .implements: return edge(agent, [.Instrument])
        case .basedOn: return edge([.Instrument, .Event, .Organization, .TreatyAction], [.Instrument])
        case .supplements, .amends: return edge([.Instrument], [.Instrument])
        case .number, .year: return value([.Instrument])
        case .treatyParty: return edge([.TreatyAction], agent)
        case .treaty: return edge([.TreatyAction], [.Instrument])
        case .legalBasis: return edge([.TreatyAction, .OfficeChange], [.Instrument])
        case .speaker: return edge([.Statement], agent)
        case .addressedTo, .publishedBy: return edge([.Statement], agent)
        case .medium: return edge([.Statement], [.Organization, .Instrument])
        case .madeDuring: return edge([.Statement], [.Event])
        case .reportingVerb, .reportingLemma, .text: return value([.Statement])
        case .about:
            return edge(
                [.Event, .Instrument, .Statement, .Objective, .Group],
                OntologyClass.allCases.filter { $0.parent == nil })
        case .kind: return value([.PostHolding, .Membership, .TreatyAction, .OfficeChange, .Event])
        case .attestedOn: return value([.PostHolding, .Membership])
        case .broader, .related: return edge([.Topic], [.Topic])
        case .sameAs:
            let all = OntologyClass.allCases.filter { $0.parent == nil }
            return edge(all, all)
        }
    }

    /// Whether an edge from a node of class `subject` to one of class `object` keeps the signature.
    public func accepts(subject: OntologyClass, object: OntologyClass) -> Bool {
        let signature = signature
        return signature.domain.contains { subject.isA($0) } && signature.range.contains { object.isA($0) }
    }
}
