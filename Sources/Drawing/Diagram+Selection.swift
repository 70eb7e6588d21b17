import KnowledgeGraph

extension Diagram {
    /// The part that a selection asks for; `totalEntities` stays, so that the picture can say what it leaves out.
    /// - Throws: `DiagramSelectionError` if the focus is not there.
    public func selecting(_ selection: DiagramSelection) throws(DiagramSelectionError) -> Diagram {
        var result = self
        if !selection.types.isEmpty {
            result = result.filtered { index in
                selection.types.contains { self.entities[index].type.isA($0) }
            }
        }
        if let focus = selection.focus {
            let centre = try result.entities(named: focus)
            let near = result.reached(from: centre, hops: max(0, selection.hops))
            result = result.filtered { near.contains($0) }
        }
        if selection.collapse { result = result.collapsed() }
        if let count = selection.topK { result = result.best(max(0, count)) }
        if let limit = selection.maxNodes {
            result = result.best(max(0, limit))
        } else if result.entities.count > DiagramSelection.drawableCount, selection.topK == nil {
            result = result.best(DiagramSelection.readableCount)
        }
        return result
    }

    /// The entities with a name that is, else begins with, else holds the given one; letters are compared as written,
    /// but for case.
    private func entities(named name: String) throws(DiagramSelectionError) -> Set<Int> {
        let wanted = DrawingText.cleaned(name).lowercased()
        let names = entities.map { entity in
            [entity.name, DrawingText.cleaned(entity.label)]
                + graph[entity.id].labels.map { DrawingText.cleaned($0.text) }
        }.map { $0.map { $0.lowercased() } }
        for matches in [
            { (candidate: String) in candidate == wanted }, { $0.hasPrefix(wanted) },
            { $0.contains(wanted) },
        ] {
            let found = names.indices.filter { names[$0].contains(where: matches) }
            if !found.isEmpty, !wanted.isEmpty { return Set(found) }
        }
        throw .unknownFocus(DrawingText.cleaned(name, limit: 80), near: near(wanted))
    }

    /// Up to three labels that share a word with the name.
    private func near(_ wanted: String) -> [String] {
        let words = Set(wanted.split(separator: " "))
        let scored = entities.indices.map { index -> (score: Int, index: Int) in
            (entities[index].label.lowercased().split(separator: " ").filter(words.contains).count, index)
        }
        return scored.filter { $0.score > 0 }
            .sorted { ($1.score, $0.index) < ($0.score, $1.index) }
            .prefix(3)
            .map { DrawingText.cleaned(entities[$0.index].label, limit: 60) }
    }

    private func reached(from centre: Set<Int>, hops: Int) -> Set<Int> {
        let neighbours = neighbours
        var near = centre
        var edge = centre
        for _ in 0..<hops {
            edge = Set(edge.flatMap { neighbours[$0] }).subtracting(near)
            if edge.isEmpty { break }
            near.formUnion(edge)
        }
        return near
    }

    /// The entities with the most neighbours, ties by order.
    private func best(_ count: Int) -> Diagram {
        guard count < entities.count else { return self }
        let degrees = neighbours.map(\.count)
        let kept = Set(entities.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }.prefix(count))
        return filtered { kept.contains($0) }
    }

    /// One entity for each body that is at the root of others, with their links.
    private func collapsed() -> Diagram {
        let homes = homes()
        var result = self
        var merged: [Link] = []
        var places: [LinkKey: Int] = [:]
        for link in links {
            var moved = link
            (moved.source, moved.target) = (
                homes[link.source] ?? link.source, homes[link.target] ?? link.target
            )
            guard moved.source != moved.target else { continue }
            let key = LinkKey(source: moved.source, target: moved.target, key: moved.key)
            if let known = places[key] {
                merged[known].count += moved.count
                merged[known].evidence += moved.evidence
            } else {
                places[key] = merged.count
                merged.append(moved)
            }
        }
        result.links = merged
        for (entity, home) in homes.enumerated() {
            if let home, home != entity { result.entities[home].collapsed += 1 }
        }
        return result.filtered { homes[$0] == nil || homes[$0] == $0 }
    }

    private struct LinkKey: Hashable {
        let source: Int
        let target: Int
        let key: String
    }
}
