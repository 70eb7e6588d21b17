/// The properties that an edge of the graph may have, in the order in which they are written;
/// `Ontology/isnad.ttl` says the same and a test compares the two.
public enum OntologyProperty: String, CaseIterable, Sendable {
    // Offices
    case holds = "org:holds"
    case rank = "isnad:rank"
    case member = "org:member"
    case post = "isnad:post"
    case organization = "org:organization"
    case memberOf = "org:memberOf"
    case postIn = "org:postIn"
    case deputyOf = "isnad:deputyOf"
    case assistantTo = "isnad:assistantTo"
    case remit = "isnad:remit"
    case chairs = "isnad:chairs"
    case succeeds = "isnad:succeeds"
    case appoints = "isnad:appoints"
    case person = "isnad:person"
    case by = "isnad:by"
    // Organisations
    case subOrganizationOf = "org:subOrganizationOf"
    case ofCountry = "isnad:ofCountry"
    case jurisdiction = "isnad:jurisdiction"
    case drawnFrom = "isnad:drawnFrom"
    case locatedIn = "isnad:locatedIn"
    // Events
    case organizer = "schema:organizer"
    case representedBy = "isnad:representedBy"
    case partner = "isnad:partner"
    case patron = "isnad:patron"
    case participant = "isnad:participant"
    case audience = "isnad:audience"
    case location = "schema:location"
    case dateText = "isnad:dateText"
    case startDate = "schema:startDate"
    case endDate = "schema:endDate"
    case duration = "schema:duration"
    case ordinal = "isnad:ordinal"
    case follows = "isnad:follows"
    case superEvent = "schema:superEvent"
    case objective = "isnad:objective"
    // Instruments
    case signatory = "isnad:signatory"
    case contractingParty = "isnad:contractingParty"
    case issuedBy = "isnad:issuedBy"
    case proposedBy = "isnad:proposedBy"
    case status = "isnad:status"
    case implements = "isnad:implements"
    case basedOn = "isnad:basedOn"
    case supplements = "isnad:supplements"
    case amends = "isnad:amends"
    case number = "isnad:number"
    case year = "isnad:year"
    case treatyParty = "isnad:treatyParty"
    case treaty = "isnad:treaty"
    case legalBasis = "isnad:legalBasis"
    // Statements
    case speaker = "isnad:speaker"
    case reportingVerb = "isnad:reportingVerb"
    case reportingLemma = "isnad:reportingLemma"
    case addressedTo = "isnad:addressedTo"
    case publishedBy = "isnad:publishedBy"
    case medium = "isnad:medium"
    case madeDuring = "isnad:madeDuring"
    case text = "schema:text"
    // Any
    case about = "schema:about"
    case kind = "isnad:kind"
    case attestedOn = "isnad:attestedOn"
    case broader = "skos:broader"
    case related = "skos:related"
    case sameAs = "owl:sameAs"

    /// The full IRI.
    public var iri: String {
        guard let colon = rawValue.utf8.firstIndex(of: UInt8(ascii: ":")) else { return rawValue }
        let local = String(rawValue[rawValue.index(after: colon)...])
        switch rawValue[..<colon] {
        case "org": return Namespace.org + local
        case "schema": return Namespace.schema + local
        case "skos": return Namespace.skos + local
        case "owl": return Namespace.owl + local
        default: return Namespace.isnad + local
        }
    }

    /// The properties above this one, which are written with it.
    public var parent: OntologyProperty? {
        switch self {
        case .supplements, .amends: .basedOn
        case .patron: .partner
        default: nil
        }
    }

    /// By its place among the cases: an enumeration with raw values would hash their text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(withUnsafeBytes(of: self) { $0[0] })
    }
}
