import KnowledgeGraph
import RDF

extension Check {
    private static let labelled: [OntologyClass] = [
        .Person, .Post, .Rank, .Organization, .Group, .Country, .Place, .Event, .Instrument, .Topic,
        .Objective,
    ]
    private static let labelledBits = labelled.reduce(UInt64(0)) { $0 | $1.bit }
    private static let kindBits = OntologyClass.allCases.reduce(UInt64(0)) { $0 | $1.kind.bit }
    private static let holdingBits = OntologyClass.PostHolding.bit | OntologyClass.Membership.bit

    /// Labels, classes, terms.
    mutating func things() {
        for index in graph.classes.indices {
            let bits = graph.classes[index]
            guard bits != 0 else { continue }
            let node = TermID(index: Int32(truncatingIfNeeded: index))
            if bits & Self.labelledBits != 0 { labels(node) }
            let kinds = bits & Self.kindBits
            if kinds.nonzeroBitCount > 1, kinds != Self.holdingBits {
                add(.oneKind, node, "is of several kinds that exclude each other: \(list(kinds))")
            }
            if bits & OntologyClass.Rank.bit != 0, bits & OntologyClass.Post.bit != 0 {
                add(.rankIsNoPost, node, "is a rank and a post")
            }
            ancestors(node, bits)
        }
        knownTerms()
        blankNodes()
    }

    private mutating func labels(_ node: TermID) {
        let property = Namespace.skos + "prefLabel"
        var languages: Set<String> = []
        for label in graph.objects(node, graph.find(property)) {
            guard case .languageLiteral(_, let language) = graph.terms[label] else {
                add(.labels, node, "a preferred label needs a language", property: property, value: label)
                continue
            }
            if !languages.insert(Self.lowercased(language)).inserted {
                add(
                    .labels, node, "has two preferred labels in \(language)", property: property, value: label
                )
            }
        }
        if !languages.contains(where: { $0 == "ar" || $0.hasPrefix("ar-") && !$0.hasPrefix("ar-latn") }) {
            add(.labels, node, "has no preferred label in Arabic", property: property)
        }
    }

    private mutating func ancestors(_ node: TermID, _ bits: UInt64) {
        for known in OntologyClass.allCases where bits & known.bit != 0 {
            if let above = known.parent, bits & above.bit == 0 {
                add(.allAncestors, node, "is a \(known) but not said to be a \(above)")
            }
        }
    }

    /// Terms of our own namespace that the ontology does not have: a wrong spelling, or a later version.
    private mutating func knownTerms() {
        var known: Set<String> = [
            "Agent", "Holding", "rule", "confidence", "derivation", "mentionForm", "sourceRule",
        ]
        known.formUnion(OntologyClass.allCases.map(\.rawValue))
        known.formUnion(
            OntologyProperty.allCases.filter { $0.iri.hasPrefix(Namespace.isnad) }.map(\.localName))
        var unknown: Set<TermID> = []
        for triple in graph.triples {
            for term in triple.predicate == graph.type ? [triple.object] : [triple.predicate]
            where !unknown.contains(term) {
                guard case .iri(let iri) = graph.terms[term], iri.hasPrefix(Namespace.isnad) else { continue }
                guard !known.contains(String(iri.dropFirst(Namespace.isnad.count))) else { continue }
                unknown.insert(term)
                add(.knownTerms, term, "is no term of the ontology")
            }
        }
    }

    private mutating func blankNodes() {
        var last: TermID?
        for triple in graph.triples where triple.subject != last {
            last = triple.subject
            if case .blankNode = graph.terms[triple.subject] {
                add(.noBlankNodes, triple.subject, "is a blank node: no other graph can speak of it")
            }
        }
    }

    private func list(_ bits: UInt64) -> String {
        OntologyClass.allCases.filter { bits & $0.bit != 0 }.map(\.rawValue).joined(separator: ", ")
    }

    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
