import KnowledgeGraph

/// Writes a graph as entities of FollowTheMoney, one JSON object a line: the format of OpenAleph and OpenSanctions.
///
/// Persons, bodies, positions and events with their names; who holds which position (`Occupancy`) and belongs to which
/// body (`Membership`), with the sentence that says it and the article it stands in as proof. What FollowTheMoney has no
/// schema for stays out: treaties, laws, strategies, statements, topics, groups.
public struct FollowTheMoneyWriter: Sendable {
    public init() {}

    public func write(_ graph: Graph) -> [UInt8] {
        var bytes: [UInt8] = []
        for entity in Entities(graph).all {
            bytes += entity.json.text.utf8
            bytes.append(0x0A)
        }
        return bytes
    }
}

/// The entities of a graph: articles, things, then what joins them.
private struct Entities {
    private let graph: Graph
    private var out: [[(predicate: OntologyProperty, object: Value)]]
    private var documentsOfNode: [[Int32]]
    /// Things that something which is written points to.
    private var joined: Set<NodeID> = []
    /// The days on which texts attest that a person holds a post.
    private var attested: [[NodeID]: [String]] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        out = Array(repeating: [], count: graph.nodes.count)
        documentsOfNode = Array(repeating: [], count: graph.nodes.count)
        for edge in graph.edges {
            out[Int(edge.subject.index)].append((edge.predicate, edge.object))
            guard Self.joining.contains(edge.predicate), case .node(let object) = edge.object else { continue }
            joined.insert(object)
            if edge.predicate == .memberOf { joined.insert(edge.subject) }
        }
        for mention in graph.mentions where !documentsOfNode[Int(mention.node.index)].contains(mention.document) {
            documentsOfNode[Int(mention.node.index)].append(mention.document)
        }
        for index in graph.nodes.indices where graph.nodes[index].type == .PostHolding {
            let holding = NodeID(index)
            for person in nodes(of: holding, .member) {
                for post in nodes(of: holding, .post) {
                    attested[[person, post], default: []] += literals(of: holding, .attestedOn)
                }
            }
        }
    }

    private static let joining: Set<OntologyProperty> = [
        .postIn, .memberOf, .organizer, .partner, .patron, .participant, .audience, .representedBy, .subOrganizationOf,
    ]

    var all: [FollowTheMoneyEntity] {
        var found = graph.documents.map(article)
        for index in graph.nodes.indices {
            let node = NodeID(index)
            let type = graph[node].type
            guard FollowTheMoneySchema.name(of: type) != nil, type != .Country || joined.contains(node) else { continue }
            found.append(thing(node))
        }
        for edge in graph.edges {
            if let link = link(edge) { found.append(link) }
        }
        return found
    }

    // MARK: Things

    private func article(_ document: DocumentRecord) -> FollowTheMoneyEntity {
        var entity = FollowTheMoneyEntity(id(document), "Article")
        entity.add("title", document.title)
        entity.add("publishedAt", document.date)
        entity.add("sourceUrl", document.url)
        entity.add("publisher", document.publisher)
        entity.add("language", "ara")
        return entity
    }

    private func id(_ document: DocumentRecord) -> String { FollowTheMoneyEntity.id(document.name) }
    private func id(_ node: NodeID) -> String { FollowTheMoneyEntity.id(graph[node].name) }

    private func thing(_ id: NodeID) -> FollowTheMoneyEntity {
        let node = graph[id]
        var entity = FollowTheMoneyEntity(self.id(id), FollowTheMoneySchema.name(of: node.type) ?? "Thing")
        let preferred = node.labels.filter(\.isPreferred)
        entity.add("name", preferred.isEmpty ? [node.displayLabel] : preferred.map(\.text))
        for label in node.labels where !label.isPreferred {
            // One word is too little to tell a person, or a body, by.
            entity.add(label.text.utf8.contains(0x20) ? "alias" : "weakAlias", label.text)
        }
        entity.add("proof", documentsOfNode[Int(id.index)].map { self.id(graph.documents[Int($0)]) })
        entity.add("country", countries(of: id))
        switch node.type {
        case .Person:
            entity.add("position", labels(of: id, .holds))
            entity.add("title", labels(of: id, .rank))
        case .Post: entity.add("organization", ids(of: id, .postIn) { FollowTheMoneySchema.isOrganization($0) })
        case let type where type.isA(.Event): addEvent(id, to: &entity)
        case .Country: entity.add("jurisdiction", countries(of: id))
        default:
            entity.add("classification", node.type.rawValue)
            entity.add("parent", ids(of: id, .subOrganizationOf) { FollowTheMoneySchema.isLegalEntity($0) })
        }
        return entity
    }

    private func addEvent(_ id: NodeID, to entity: inout FollowTheMoneyEntity) {
        entity.add("organizer", ids(of: id, .organizer) { FollowTheMoneySchema.isLegalEntity($0) })
        for property in [OntologyProperty.partner, .patron, .participant, .audience, .representedBy] {
            entity.add("involved", ids(of: id, property) { FollowTheMoneySchema.isLegalEntity($0) })
        }
        entity.add("location", labels(of: id, .location))
        for (property, name) in [(OntologyProperty.startDate, "startDate"), (.endDate, "endDate")] {
            // A day without a year is no date there.
            for day in literals(of: id, property) { entity.add(day.utf8.first == 0x2D ? "notes" : name, day) }
        }
        entity.add("notes", literals(of: id, .dateText))
    }

    /// ISO codes of a State, of the State of a body, or of that of the body that a post is in.
    private func countries(of id: NodeID) -> [String] {
        let node = graph[id]
        if node.type == .Country {
            let code = node.name.utf8.drop { $0 != 0x2E }.dropFirst()
            return code.count == 2 ? [String(Substring(code))] : []
        }
        return nodes(of: id, node.type == .Post ? .postIn : .ofCountry).flatMap { other in
            graph[other].type == .Country || node.type == .Post ? countries(of: other) : []
        }
    }

    // MARK: Links

    private func link(_ edge: Edge) -> FollowTheMoneyEntity? {
        guard case .node(let object) = edge.object else { return nil }
        let (from, to) = (graph[edge.subject].type, graph[object].type)
        var entity: FollowTheMoneyEntity
        switch edge.predicate {
        case .holds where from == .Person && to == .Post:
            entity = FollowTheMoneyEntity(name("occupancy", edge.subject, object), "Occupancy")
            entity.add("holder", id(edge.subject))
            entity.add("post", id(object))
            entity.add("date", attested[[edge.subject, object]] ?? [])
        case .memberOf where FollowTheMoneySchema.isLegalEntity(from) && FollowTheMoneySchema.isOrganization(to),
            .chairs where FollowTheMoneySchema.isLegalEntity(from) && FollowTheMoneySchema.isOrganization(to):
            let isChair = edge.predicate == .chairs
            entity = FollowTheMoneyEntity(name(isChair ? "chair" : "membership", edge.subject, object), "Membership")
            entity.add("member", id(edge.subject))
            entity.add("organization", id(object))
            if isChair { entity.add("role", "رئيس", "chair") }
        default: return nil
        }
        for evidence in edge.evidence {
            if let sentence = evidence.sentence { entity.add("summary", graph.sentences[Int(sentence)].text) }
            if evidence.derivation != .background {
                entity.add("proof", id(graph.documents[Int(evidence.document)]))
            }
            let confidence = Int(evidence.confidence)
            let share = confidence >= 100 ? "1" : "0." + (confidence < 10 ? "0" : "") + String(confidence)
            entity.add("description", "\(evidence.derivation.rawValue), rule \(evidence.rule), confidence \(share)")
        }
        return entity
    }

    private func name(_ kind: String, _ a: NodeID, _ b: NodeID) -> String {
        // Always hashed: two names and a space.
        FollowTheMoneyEntity.id(kind + "." + graph[a].name + " " + graph[b].name)
    }

    // MARK: What edges lead to

    private func nodes(of id: NodeID, _ property: OntologyProperty) -> [NodeID] {
        out[Int(id.index)].compactMap { entry in
            if entry.predicate == property, case .node(let object) = entry.object { object } else { nil }
        }
    }

    private func ids(of id: NodeID, _ property: OntologyProperty, _ fits: (OntologyClass) -> Bool) -> [String] {
        nodes(of: id, property).filter { fits(graph[$0].type) }.map { self.id($0) }
    }

    private func labels(of id: NodeID, _ property: OntologyProperty) -> [String] {
        nodes(of: id, property).map { graph[$0].displayLabel }
    }

    private func literals(of id: NodeID, _ property: OntologyProperty) -> [String] {
        out[Int(id.index)].compactMap { entry in
            if entry.predicate == property, case .literal(let text, _) = entry.object { text } else { nil }
        }
    }
}
