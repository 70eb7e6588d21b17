import KnowledgeGraph

/// A frame around what belongs together: a body with its units, posts and people, the international bodies, the
/// events, or the instruments.
struct DrawingCluster {
    /// Legal in a DOT identifier.
    var name: String
    /// The kind that gives the frame its colours.
    var kind: DrawnKind
    var ar: String
    var en: String?
    /// Indices into `Diagram.entities`, ascending.
    var members: [Int]
}

extension Diagram {
    /// The frames, in the order of their first members; an entity is in one at most.
    /// - Parameter bodiesAlone: no frames around events and instruments, which stretch a large picture.
    func clusters(words: DrawingWords, bodiesAlone: Bool = false) -> [DrawingCluster] {
        let homes = homes()
        var members: [Int: [Int]] = [:]
        for (entity, home) in homes.enumerated() {
            if let home { members[home, default: []].append(entity) }
        }
        var clusters: [DrawingCluster] = []
        var international: [Int] = []
        let tied = tied
        for (root, entities) in members.sorted(by: { $0.key < $1.key }) {
            let body = self.entities[root]
            if body.kind == .international {
                // One without links would stretch the frame across the picture.
                international += entities.filter(tied.contains)
            } else if entities.count > 1 {
                clusters.append(
                    .init(
                        name: body.name, kind: body.kind, ar: body.label, en: body.english, members: entities)
                )
            }
        }
        func add(_ name: String, _ kind: DrawnKind, _ members: [Int]) {
            guard members.count > 1 else { return }
            let entry = words["cluster:" + name]
            clusters.append(
                .init(name: name, kind: kind, ar: entry.ar, en: entry.en, members: members.sorted()))
        }
        add("international", .international, international)
        guard !bodiesAlone else { return clusters }
        let events = entities.indices.filter { homes[$0] == nil && entities[$0].kind == .event }
        add("events", .event, linked(among: events))
        add("instruments", .instrument, linked(among: instruments(homes)))
        return clusters
    }

    /// Those that are linked to another of them: a frame around the rest would reach across the picture.
    private func linked(among members: [Int]) -> [Int] {
        let all = Set(members)
        var linked = Set<Int>()
        for link in links
        where link.source != link.target && all.contains(link.source) && all.contains(link.target) {
            linked.formUnion([link.source, link.target])
        }
        return linked.sorted()
    }

    /// The entities without any link, which no frame holds.
    func apart(from clusters: [DrawingCluster]) -> [Int] {
        let placed = tied.union(clusters.flatMap(\.members))
        return entities.indices.filter { !placed.contains($0) }
    }

    private var tied: Set<Int> {
        var tied = Set<Int>()
        for link in links where link.source != link.target { tied.formUnion([link.source, link.target]) }
        return tied
    }

    /// Instruments, and the States that are nothing here but parties to them.
    private func instruments(_ homes: [Int?]) -> [Int] {
        var treaty: Set<Int> = []
        var other: Set<Int> = []
        for link in links {
            for (entity, partner) in [(link.source, link.target), (link.target, link.source)] {
                if entities[partner].kind == .instrument {
                    treaty.insert(entity)
                } else {
                    other.insert(entity)
                }
            }
        }
        return entities.indices.filter { index in
            guard homes[index] == nil else { return false }
            let kind = entities[index].kind
            return kind == .instrument
                || (kind == .country && treaty.contains(index) && !other.contains(index))
        }
    }

    /// For each entity the body at the root of what it belongs to.
    func homes() -> [Int?] {
        var above = [Int?](repeating: nil, count: entities.count)
        for property in [OntologyProperty.subOrganizationOf, .postIn, .drawnFrom] {
            for link in links where link.key == property.rawValue && above[link.source] == nil {
                if isBody(link.target), link.source != link.target { above[link.source] = link.target }
            }
        }
        for property in [OntologyProperty.deputyOf, .assistantTo] {
            for link in links where link.key == property.rawValue && above[link.source] == nil {
                if link.source != link.target { above[link.source] = link.target }
            }
        }
        for property in [OntologyProperty.holds, .memberOf] {
            for link in links where link.key == property.rawValue && above[link.source] == nil {
                if entities[link.source].kind == .person, link.source != link.target {
                    above[link.source] = link.target
                }
            }
        }
        var homes = entities.indices.map { root(of: $0, above) }
        placeRanks(&homes)
        return homes
    }

    private func isBody(_ entity: Int) -> Bool {
        entities[entity].type.isA(.Organization) && entities[entity].kind != .country
    }

    private func root(of entity: Int, _ above: [Int?]) -> Int? {
        var current = entity
        var steps = 0
        while let next = above[current], steps <= 32 {
            current = next
            steps += 1
        }
        return isBody(current) && entities[current].kind != .media ? current : nil
    }

    /// A rank lies with the people who have it, if they all lie in one place.
    private func placeRanks(_ homes: inout [Int?]) {
        var places: [Int: Set<Int?>] = [:]
        for link in links where link.key == OntologyProperty.rank.rawValue {
            places[link.target, default: []].insert(homes[link.source])
        }
        for (rank, homesOfHolders) in places where homesOfHolders.count == 1 && homes[rank] == nil {
            if let only = homesOfHolders.first { homes[rank] = only }
        }
    }
}
