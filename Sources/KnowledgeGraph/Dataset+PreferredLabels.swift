import RDF

extension Dataset {
    /// Leaves each thing one preferred label a language in each graph, as the union of `Graph`s does: of several the
    /// preferred spelling stays, the others become alternative labels, and no label is both.
    public mutating func settlePreferredLabels() {
        guard let preferred = terms.find(iri: Namespace.skos + "prefLabel") else { return }
        var best: [LabelPlace: TermID] = [:]
        for quad in quads where quad.predicate == preferred {
            guard case .languageLiteral(let text, let language) = terms[quad.object] else { continue }
            let place = LabelPlace(quad, language)
            if let rival = best[place], case .languageLiteral(let other, _) = terms[rival],
                !PreferredSpelling.precedes(text, other)
            { continue }
            best[place] = quad.object
        }
        let alternative = terms.iri(Namespace.skos + "altLabel")
        for index in quads.indices where quads[index].predicate == preferred {
            guard case .languageLiteral(_, let language) = terms[quads[index].object],
                best[LabelPlace(quads[index], language)] != quads[index].object
            else { continue }
            quads[index].predicate = alternative
        }
        quads.removeAll { quad in
            guard quad.predicate == alternative, case .languageLiteral(_, let language) = terms[quad.object] else {
                return false
            }
            return best[LabelPlace(quad, language)] == quad.object
        }
        removeDuplicates()
    }

    /// What has one preferred label: a thing in a graph and a language.
    private struct LabelPlace: Hashable {
        let subject: TermID
        let graph: TermID?
        let language: String

        init(_ quad: Quad, _ language: String) {
            (subject, graph, self.language) = (quad.subject, quad.graph, language)
        }
    }
}
