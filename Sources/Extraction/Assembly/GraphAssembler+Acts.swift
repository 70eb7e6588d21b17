import KnowledgeGraph

/// The nodes behind edges that say too little: memberships, treaty actions, changes of office.
extension GraphAssembler {
    /// The body of a post, if the text gives it one: a State is none.
    func body(of post: NodeID) -> NodeID? {
        var best: (node: NodeID, confidence: UInt8)?
        for edge in graph.edges where edge.subject == post && edge.predicate == .postIn {
            guard case .node(let body) = edge.object, graph[body].type.isA(.Organization), graph[body].type != .Country else { continue }
            let confidence = edge.evidence.first?.confidence ?? 0
            if best.map({ confidence > $0.confidence }) ?? true { best = (body, confidence) }
        }
        return best?.node
    }

    /// Every org:memberOf with its Membership.
    mutating func addMemberships(_ facts: [Fact]) {
        var done: Set<String> = []
        for fact in facts where fact.predicate == .memberOf {
            guard case .entity(let object) = fact.object, let member = nodeOf[fact.subject], let body = nodeOf[object],
                member != body, fact.predicate.accepts(subject: graph[member].type, object: graph[body].type)
            else { continue }
            let name = "membership." + graph[member].name + "." + graph[body].name
            guard done.insert(name).inserted else { continue }
            let label = graph[member].displayLabel + ": " + graph[body].displayLabel
            let id = node(Node(name: name, type: .Membership, labels: [NodeLabel(label)]))
            let proof = evidence(fact.tokens, fact.rule, fact.confidence, fact.derivation)
            edge(id, .member, .node(member), proof)
            edge(id, .organization, .node(body), proof)
            attest(id, proof)
        }
    }

    /// Treaty actions and changes of office.
    mutating func addActs(_ acts: [ActFinder.Act]) {
        var done: Set<String> = []
        for act in acts {
            let ends: [(predicate: OntologyProperty, node: NodeID)] = act.ends.compactMap { end in
                nodeOf[end.entity].map { (end.predicate, $0) }
            }
            guard ends.count == act.ends.count || ends.count >= 2, let first = ends.first else { continue }
            let name = (["act", act.kind] + ends.map { graph[$0.node].name }).joined(separator: ".")
            guard done.insert(name).inserted else { continue }
            let label = ends.prefix(2).map { graph[$0.node].displayLabel }.joined(separator: ": ")
            let id = node(Node(name: name, type: act.type, labels: [NodeLabel(label)]))
            let proof = evidence(act.tokens, act.rule, act.confidence, .read)
            edge(id, first.predicate, .node(first.node), proof)
            for end in ends.dropFirst() where end.predicate.accepts(subject: act.type, object: graph[end.node].type) {
                edge(id, end.predicate, .node(end.node), proof)
            }
            edge(id, .kind, .concept("kind-" + act.kind), proof)
        }
    }
}
