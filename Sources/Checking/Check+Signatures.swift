import KnowledgeGraph
import RDF

extension Check {
    /// What stands on either side of each property.
    mutating func signatures() {
        for property in OntologyProperty.allCases where property != .sameAs {
            guard let predicate = graph.find(property) else { continue }
            let signature = property.signature
            let domain = signature.domain.reduce(UInt64(0)) { $0 | $1.bit }
            let range = signature.range.reduce(UInt64(0)) { $0 | $1.bit }
            let isOpen = property == .about
            for triple in graph.triples where triple.predicate == predicate {
                if graph.classes[Int(triple.subject.index)] & domain == 0 {
                    add(
                        .domain(property), triple.subject,
                        "\(property.rawValue) begins at the wrong kind of thing",
                        property: property.iri, value: triple.object)
                }
                if isOpen { continue }
                if property.leadsToConcept {
                    let start = Namespace.isnad + property.localName + "-"
                    guard case .iri(let iri) = graph.terms[triple.object], iri.hasPrefix(start) else {
                        add(
                            .range(property), triple.subject,
                            "\(property.rawValue) does not lead to a concept of its scheme",
                            property: property.iri, value: triple.object)
                        continue
                    }
                } else if range != 0 {
                    if graph.classes[Int(triple.object.index)] & range == 0 {
                        add(
                            .range(property), triple.subject,
                            "\(property.rawValue) leads to the wrong kind of thing", property: property.iri,
                            value: triple.object)
                    }
                } else if !fits(triple.object, property.datatypes) {
                    add(
                        .range(property), triple.subject,
                        "\(property.rawValue) has a value of the wrong type", property: property.iri,
                        value: triple.object)
                }
            }
        }
    }

    private func fits(_ value: TermID, _ datatypes: [Value.Datatype]) -> Bool {
        switch graph.terms[value] {
        case .languageLiteral: datatypes.contains(.arabic)
        case .literal(let text, let datatype):
            datatypes.contains { known in
                known != .arabic && (datatype ?? Namespace.xsd + "string") == Namespace.xsd + known.rawValue
                    && Lexical.isValid(text, known)
            }
        default: false
        }
    }
}
