/// The classes of `Ontology/isnad.ttl`; a test compares the two.
public enum OntologyClass: String, CaseIterable, Sendable {
    case Person, Post, Rank
    case PostHolding, Membership, OfficeChange
    case Organization
    case Ministry, Department, Committee, Council, Parliament, Court, Agency, DiplomaticMission
    case InternationalOrganization, MediaOrganization, NewsAgency, Company, University, Association
    case PoliticalParty, Government, SecurityForce, Delegation
    case Group, Country, Place
    case Instrument
    case Convention, `Protocol`, Agreement, MemorandumOfUnderstanding, Law, Decree, Decision
    case Resolution, Strategy, Plan, Constitution
    case TreatyAction
    case Event
    case Workshop, TrainingCourse, Conference, Meeting, Session, Visit, Ceremony, Talks, Election
    case Statement, Objective, Topic

    /// The class directly above, nil at the top of our own tree. A Country is no Organization here, though it is
    /// one of ORG's, which wants one behind `org:postIn`: `Ontology/alignments.ttl`.
    public var parent: OntologyClass? {
        switch self {
        case .Ministry, .Department, .Committee, .Council, .Parliament, .Court, .Agency,
            .DiplomaticMission, .InternationalOrganization, .MediaOrganization, .Company, .University,
            .Association, .PoliticalParty, .Government, .SecurityForce, .Delegation:
            .Organization
        case .NewsAgency: .MediaOrganization
        case .Convention, .`Protocol`, .Agreement, .MemorandumOfUnderstanding, .Law, .Decree,
            .Decision, .Resolution, .Strategy, .Plan, .Constitution:
            .Instrument
        case .Workshop, .TrainingCourse, .Conference, .Meeting, .Session, .Visit, .Ceremony, .Talks,
            .Election:
            .Event
        default: nil
        }
    }

    /// The coarse kind that identity, rules and pictures go by: the class or its topmost parent.
    public var kind: OntologyClass {
        var top = self
        while let above = top.parent { top = above }
        return top
    }

    /// Whether `self` is `other` or below it.
    public func isA(_ other: OntologyClass) -> Bool {
        var current: OntologyClass? = self
        while let here = current {
            if here == other { return true }
            current = here.parent
        }
        return false
    }

    /// The classes that a node of this class carries, most specific first.
    public var withAncestors: [OntologyClass] {
        var all = [self]
        while let above = all[all.count - 1].parent { all.append(above) }
        return all
    }

    public var iri: String { Namespace.isnad + rawValue }

    /// By its place among the cases: an enumeration with raw values would hash their text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(withUnsafeBytes(of: self) { $0[0] })
    }
}
