extension Graph {
    /// The graph without edges whose best evidence is below `threshold` (hundredths), and without the holdings,
    /// memberships, treaty actions and statements that thereby lost an end: they are nothing but their edges.
    ///
    /// Attributes, which carry no evidence, stay with their nodes.
    public func keepingConfidence(_ threshold: UInt8) -> Graph {
        guard threshold > 0 else { return self }
        var (kept, lost) = ([Edge](), Set<NodeID>())
        for edge in edges {
            if let best = edge.evidence.first, best.confidence < threshold {
                if self[edge.subject].type.isRelation { lost.insert(edge.subject) }
            } else {
                kept.append(edge)
            }
        }
        kept.removeAll { lost.contains($0.subject) }
        var ids = [NodeID?](repeating: nil, count: nodes.count)
        var graph = Graph()
        (graph.documents, graph.sentences) = (documents, sentences)
        for (index, node) in nodes.enumerated() where !lost.contains(NodeID(index)) {
            ids[index] = NodeID(graph.nodes.count)
            graph.nodes.append(node)
        }
        for var edge in kept {
            guard let subject = ids[Int(edge.subject.index)] else { continue }
            edge.subject = subject
            if case .node(let object) = edge.object {
                guard let moved = ids[Int(object.index)] else { continue }
                edge.object = .node(moved)
            }
            graph.edges.append(edge)
        }
        for var mention in mentions {
            guard let node = ids[Int(mention.node.index)] else { continue }
            mention.node = node
            graph.mentions.append(mention)
        }
        return graph
    }
}

extension OntologyClass {
    /// Whether things of this class stand for a relation between others and have no name of their own.
    public var isRelation: Bool {
        switch self {
        case .PostHolding, .Membership, .OfficeChange, .TreatyAction, .Statement: true
        default: false
        }
    }
}
