import KnowledgeGraph

extension Diagram {
    /// Without the links that follow from others here: the body of a post whose superior's body it is, the whole of a
    /// part's part, and the State of a body whose parent's State it is.
    func withoutImpliedLinks() -> Diagram {
        var out: [String: [Int: Set<Int>]] = [:]
        for link in links { out[link.key, default: [:]][link.source, default: []].insert(link.target) }
        func targets(_ property: OntologyProperty, of entity: Int) -> Set<Int> {
            out[property.rawValue]?[entity] ?? []
        }
        /// Whether `goal` is reached from `start` by one of `steps` and then one `last`.
        func isReached(_ goal: Int, from start: Int, by steps: [OntologyProperty], then last: OntologyProperty) -> Bool {
            for step in steps {
                for middle in targets(step, of: start) where middle != start && middle != goal {
                    if targets(last, of: middle).contains(goal) { return true }
                }
            }
            return false
        }
        var result = self
        result.links = links.filter { link in
            switch OntologyProperty(rawValue: link.key) {
            case .postIn:
                !isReached(link.target, from: link.source, by: [.deputyOf, .assistantTo], then: .postIn)
            case .subOrganizationOf:
                !isReached(link.target, from: link.source, by: [.subOrganizationOf], then: .subOrganizationOf)
            case .ofCountry:
                !isReached(link.target, from: link.source, by: [.subOrganizationOf, .postIn], then: .ofCountry)
            default: true
            }
        }
        result.impliedLinks = links.count - result.links.count
        return result
    }
}
