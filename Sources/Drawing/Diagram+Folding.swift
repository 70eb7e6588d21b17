import KnowledgeGraph

extension Diagram {
    /// Whether nodes of this class are drawn as links.
    static func isFolded(_ type: OntologyClass) -> Bool {
        switch type {
        case .PostHolding, .Membership, .TreatyAction, .OfficeChange, .Statement: true
        default: false
        }
    }

    /// - Parameters:
    ///   - words: tell which properties are drawn, and which stand beside their node.
    ///   - statements: whether reported words stay things of their own.
    public init(_ graph: Graph, words: DrawingWords = .builtIn, statements: Bool = false) {
        var folding = Folding(graph, words: words, statements: statements)
        folding.run()
        self = folding.diagram
        totalEntities = entities.count
    }
}

/// Turns nodes that only tie others together into links.
private struct Folding {
    private struct Key: Hashable {
        let source: Int
        let target: Int
        let key: String
    }

    let graph: Graph
    let words: DrawingWords
    let statements: Bool
    var diagram: Diagram
    private var place: [Int?]
    private var links: [Key: Int] = [:]
    /// The edges of each folded node.
    private var ties: [Int: [Edge]] = [:]
    /// Links that another says better.
    private var dropped: Set<Key> = []
    /// The entities that are said to be a post in some body.
    private var placedPosts: Set<Int> = []

    init(_ graph: Graph, words: DrawingWords, statements: Bool) {
        (self.graph, self.words, self.statements) = (graph, words, statements)
        diagram = Diagram(of: graph)
        place = [Int?](repeating: nil, count: graph.nodes.count)
    }

    mutating func run() {
        for (index, node) in graph.nodes.enumerated() where !isFolded(node.type) {
            place[index] = diagram.entities.count
            diagram.entities.append(
                .init(
                    id: NodeID(index), name: node.name, type: node.type, label: node.displayLabel,
                    english: node.englishLabel))
        }
        for edge in graph.edges {
            guard graph.nodes.indices.contains(Int(edge.subject.index)) else { continue }
            let subject = Int(edge.subject.index)
            if isFolded(graph.nodes[subject].type) {
                ties[subject, default: []].append(edge)
            } else {
                add(edge, subject: subject)
            }
        }
        dropGeneral()
        placedPosts = Set(diagram.links.filter { $0.key == OntologyProperty.postIn.rawValue }.map(\.source))
        for (node, edges) in ties.sorted(by: { $0.key < $1.key }) { fold(graph.nodes[node].type, edges) }
        diagram.links.removeAll { dropped.contains(Key(source: $0.source, target: $0.target, key: $0.key)) }
    }

    private func isFolded(_ type: OntologyClass) -> Bool {
        Diagram.isFolded(type) && !(statements && type == .Statement)
    }

    private mutating func add(_ edge: Edge, subject: Int) {
        guard let source = place[subject] else { return }
        switch edge.object {
        case .node(let object):
            link(source, object, edge.predicate.rawValue, edge.evidence)
        case .literal(let text, _):
            guard words[edge.predicate].way == .note || graph.nodes[subject].type == .Statement else {
                return
            }
            note(.init(key: edge.predicate.rawValue, value: text), on: source)
        case .concept(let name):
            guard words[edge.predicate].way == .note else { return }
            note(.init(key: edge.predicate.rawValue, value: name, isWord: true), on: source)
        }
    }

    private mutating func note(_ note: Diagram.Note, on entity: Int) {
        if !diagram.entities[entity].notes.contains(note) { diagram.entities[entity].notes.append(note) }
    }

    private mutating func link(
        _ source: Int, _ object: NodeID, _ key: String, _ evidence: [Evidence], qualifiers: [String] = []
    ) {
        guard let target = place(of: object) else { return }
        let id = Key(source: source, target: target, key: key)
        if let known = links[id] {
            // A shortcut and its n-ary node are one thing said once.
            if words[key].way == .hidden || key == "link:speaks-of" { diagram.links[known].count += 1 }
            for one in evidence where !diagram.links[known].evidence.contains(one) {
                diagram.links[known].evidence.append(one)
            }
            for one in qualifiers where !diagram.links[known].qualifiers.contains(one) {
                diagram.links[known].qualifiers.append(one)
            }
        } else {
            links[id] = diagram.links.count
            diagram.links.append(
                .init(source: source, target: target, key: key, qualifiers: qualifiers, evidence: evidence))
        }
    }

    /// Takes away what a property below it says better: «based on» beside «supplements».
    private mutating func dropGeneral() {
        for link in diagram.links {
            if let general = OntologyProperty(rawValue: link.key)?.parent {
                dropped.insert(Key(source: link.source, target: link.target, key: general.rawValue))
            }
        }
    }

    private mutating func fold(_ type: OntologyClass, _ edges: [Edge]) {
        switch type {
        case .PostHolding: hold(edges)
        case .Membership: join(edges)
        case .TreatyAction: act(edges)
        case .OfficeChange: change(edges)
        default: speak(edges)
        }
    }

    /// The objects of a property, with the evidence of the edge.
    private func objects(_ edges: [Edge], _ property: OntologyProperty) -> [(
        id: NodeID, evidence: [Evidence]
    )] {
        edges.compactMap { edge in
            guard edge.predicate == property, case .node(let id) = edge.object else { return nil }
            return (id, edge.evidence)
        }
    }

    private func kind(_ edges: [Edge]) -> String? {
        for edge in edges where edge.predicate == .kind {
            if case .concept(let name) = edge.object { return name }
        }
        return nil
    }

    /// Every pair of a thing here and a thing there.
    private mutating func tie(
        _ sources: [(id: NodeID, evidence: [Evidence])], _ targets: [(id: NodeID, evidence: [Evidence])],
        _ key: String, qualifiers: [String] = []
    ) {
        for source in sources {
            guard let place = place(of: source.id) else { continue }
            for target in targets {
                let evidence = target.evidence.isEmpty ? source.evidence : target.evidence
                link(place, target.id, key, evidence, qualifiers: qualifiers)
            }
        }
    }

    private mutating func hold(_ edges: [Edge]) {
        let qualifiers = kind(edges).map { [$0] } ?? []
        let posts = objects(edges, .post)
        tie(objects(edges, .member), posts, OntologyProperty.holds.rawValue, qualifiers: qualifiers)
        // The body of an office follows from the post, where the post says it.
        for post in posts {
            guard let source = place(of: post.id), !placedPosts.contains(source) else { continue }
            tie([post], objects(edges, .organization), OntologyProperty.postIn.rawValue)
        }
    }

    private mutating func join(_ edges: [Edge]) {
        let qualifiers = kind(edges).map { [$0] } ?? []
        tie(
            objects(edges, .member), objects(edges, .organization), OntologyProperty.memberOf.rawValue,
            qualifiers: qualifiers)
    }

    private mutating func act(_ edges: [Edge]) {
        let parties = objects(edges, .treatyParty)
        let treaties = objects(edges, .treaty)
        tie(parties, treaties, kind(edges) ?? OntologyProperty.treatyParty.rawValue)
        let basis = objects(edges, .legalBasis) + objects(edges, .basedOn)
        tie(basis, treaties.isEmpty ? parties : treaties, OntologyProperty.legalBasis.rawValue)
        // The shortcut says less than the action.
        for treaty in treaties {
            for party in parties {
                guard let source = place(of: treaty.id), let target = place(of: party.id) else { continue }
                dropped.insert(
                    Key(source: source, target: target, key: OntologyProperty.contractingParty.rawValue))
            }
        }
    }

    private mutating func change(_ edges: [Edge]) {
        let persons = objects(edges, .person)
        let key = kind(edges) ?? "link:office"
        let posts = objects(edges, .post)
        tie(persons, posts.isEmpty ? objects(edges, .organization) : posts, key)
        tie(objects(edges, .by), persons, OntologyProperty.appoints.rawValue, qualifiers: [])
        tie(objects(edges, .legalBasis), persons, OntologyProperty.legalBasis.rawValue)
    }

    private mutating func speak(_ edges: [Edge]) {
        let speakers = objects(edges, .speaker)
        for property in [OntologyProperty.addressedTo, .publishedBy, .medium, .madeDuring] {
            tie(speakers, objects(edges, property), property.rawValue)
        }
        tie(speakers, objects(edges, .about), "link:speaks-of")
    }

    private func place(of id: NodeID) -> Int? {
        graph.nodes.indices.contains(Int(id.index)) ? place[Int(id.index)] : nil
    }
}
