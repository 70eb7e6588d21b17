import RDF

/// The terms of the ontology in one `TermTable`, made when they are first asked for.
struct TripleVocabulary {
    private var properties: [OntologyProperty: TermID] = [:]
    private var classes: [OntologyClass: [TermID]] = [:]
    private var evidence: [EvidenceTerm: TermID] = [:]
    private var concepts: [String: TermID] = [:]
    private var datatypes: [Value.Datatype: TermID] = [:]
    private var languages: [String: LanguageTag] = [:]
    private var confidences = [TermID?](repeating: nil, count: 101)
    private var texts: [String: TermID] = [:]
    let type: TermID
    let prefLabel: TermID
    let altLabel: TermID

    /// Whether language tags carry a base direction.
    private let hasDirections: Bool

    init(_ terms: inout TermTable, _ version: RDFVersion) {
        hasDirections = version == .v1_2
        type = terms.iri(RDFVocabulary.type)
        prefLabel = terms.iri(Namespace.skos + "prefLabel")
        altLabel = terms.iri(Namespace.skos + "altLabel")
    }

    mutating func property(_ property: OntologyProperty, _ terms: inout TermTable) -> TermID {
        if let known = properties[property] { return known }
        let id = terms.iri(property.iri)
        properties[property] = id
        return id
    }

    /// The class, those above it, and the standard class that it is an exact match or a subclass of.
    mutating func types(_ type: OntologyClass, _ terms: inout TermTable) -> [TermID] {
        if let known = classes[type] { return known }
        var ids = type.withAncestors.map { terms.iri($0.iri) }
        switch type {
        case .Post: ids.append(term(.orgPost, &terms))
        case .PostHolding, .Membership: ids.append(term(.orgMembership, &terms))
        case .Topic: ids.append(term(.concept, &terms))
        default: break
        }
        classes[type] = ids
        return ids
    }

    mutating func term(_ term: EvidenceTerm, _ terms: inout TermTable) -> TermID {
        if let known = evidence[term] { return known }
        let id = terms.iri(term.iri)
        evidence[term] = id
        return id
    }

    mutating func concept(_ name: String, _ terms: inout TermTable) -> TermID {
        if let known = concepts[name] { return known }
        let id = terms.iri {
            $0.append(Namespace.isnad)
            $0.append(name)
        }
        concepts[name] = id
        return id
    }

    /// `xsd:` and the name of the datatype.
    mutating func datatype(_ datatype: Value.Datatype, _ terms: inout TermTable) -> TermID {
        if let known = datatypes[datatype] { return known }
        let id = terms.iri(Namespace.xsd + datatype.rawValue)
        datatypes[datatype] = id
        return id
    }

    /// The tag `language`; `und` where that is none. In RDF 1.2 Arabic is written from right to left
    /// (`ar--rtl`) unless the tag names another script (`ar-Latn`).
    mutating func language(_ language: String, _ terms: inout TermTable) throws -> LanguageTag {
        if let known = languages[language] { return known }
        let isArabic = language == "ar" || (language.hasPrefix("ar-") && language != "ar-Latn")
        let directed = hasDirections && isArabic ? language + "--rtl" : language
        let tag = try (try? terms.language(directed)) ?? terms.language("und")
        languages[language] = tag
        return tag
    }

    /// A short text that many statements share: the id of a rule, a form, a derivation.
    mutating func text(_ text: String, _ terms: inout TermTable) -> TermID {
        if let known = texts[text] { return known }
        let id = terms.literal(text)
        texts[text] = id
        return id
    }

    /// Hundredths as the canonical form of `xsd:decimal`: `0.95`, `0.9`, `1.0`.
    mutating func confidence(_ hundredths: UInt8, _ terms: inout TermTable) -> TermID {
        let value = min(Int(hundredths), 100)
        if let known = confidences[value] { return known }
        let decimal = terms.iri(Namespace.xsd + "decimal")
        let id = terms.literal(datatype: decimal) { text in
            text.append(decimal: value / 100)
            text.append(".")
            if value % 10 != 0, value % 100 < 10 { text.append("0") }
            text.append(decimal: value % 10 == 0 ? value % 100 / 10 : value % 100)
        }
        confidences[value] = id
        return id
    }
}
