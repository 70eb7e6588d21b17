extension OntologyProperty {
    /// The datatypes of the values of a property, empty for one that leads to things or concepts.
    public var datatypes: [Value.Datatype] {
        switch self {
        case .dateText, .number, .reportingVerb, .reportingLemma: [.string]
        case .text: [.string, .arabic]
        case .startDate, .endDate: [.date, .gYearMonth, .gMonthDay, .gYear]
        case .duration: [.duration]
        case .ordinal: [.integer]
        case .year: [.gYear]
        case .attestedOn: [.date]
        default: []
        }
    }

    /// Whether a property leads to a concept of the ontology: `isnad:kind-…`, `isnad:status-…`.
    public var leadsToConcept: Bool { self == .kind || self == .status }
}
