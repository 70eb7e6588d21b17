import KnowledgeGraph

extension Diagram {
    /// Without the links that a reader does not miss. Those that follow from others go: the body of a post whose
    /// superior's body it is, the whole of a part's part, the State of a body whose parent's State it is. Of the
    /// secondary ones (what is spoken of or about, States, broader topics) those stay that join what nothing else
    /// joins, so that whatever hangs together in the graph hangs together in the picture.
    func withoutSecondaryLinks() -> Diagram {
        var result = withoutImpliedLinks()
        var components = Components(count: entities.count)
        for link in result.links where !Self.isSecondary(link) { components.join(link.source, link.target) }
        var kept = Set<Int>()
        let secondary = result.links.indices.filter { Self.isSecondary(result.links[$0]) }
        let order = secondary.sorted { a, b in
            let (x, y) = (result.links[a], result.links[b])
            return (Self.remoteness(x.key), x.derivation.rank, a) < (
                Self.remoteness(y.key), y.derivation.rank, b
            )
        }
        for index in order where components.join(result.links[index].source, result.links[index].target) {
            kept.insert(index)
        }
        result.links = result.links.indices
            .filter { kept.contains($0) || !Self.isSecondary(result.links[$0]) }
            .map { result.links[$0] }
        result.hiddenLinks = links.count - result.links.count
        return result
    }

    private static func isSecondary(_ link: Link) -> Bool { remoteness(link.key) > 0 }

    /// 0 for what a picture is about; else the later a link is drawn, the higher.
    private static func remoteness(_ key: String) -> Int {
        switch key {
        case OntologyProperty.about.rawValue: 1
        case OntologyProperty.remit.rawValue: 2
        case OntologyProperty.madeDuring.rawValue: 3
        case "link:speaks-of": 4
        case OntologyProperty.broader.rawValue, OntologyProperty.related.rawValue: 5
        case OntologyProperty.ofCountry.rawValue: 6
        default: 0
        }
    }

    private func withoutImpliedLinks() -> Diagram {
        var out: [String: [Int: Set<Int>]] = [:]
        for link in links { out[link.key, default: [:]][link.source, default: []].insert(link.target) }
        func targets(_ property: OntologyProperty, of entity: Int) -> Set<Int> {
            out[property.rawValue]?[entity] ?? []
        }
        /// Whether `goal` is reached from `start` by one of `steps` and then one `last`.
        func isReached(
            _ goal: Int, from start: Int, by steps: [OntologyProperty], then last: OntologyProperty
        ) -> Bool {
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
                !isReached(
                    link.target, from: link.source, by: [.subOrganizationOf, .postIn], then: .ofCountry)
            default: true
            }
        }
        return result
    }
}

/// Which entities hang together.
private struct Components {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    private mutating func root(_ entity: Int) -> Int {
        var root = entity
        while parent[root] != root { root = parent[root] }
        var current = entity
        while parent[current] != root { (parent[current], current) = (root, parent[current]) }
        return root
    }

    /// Whether the two were apart before.
    @discardableResult
    mutating func join(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (root(a), root(b))
        parent[max(x, y)] = min(x, y)
        return x != y
    }
}
