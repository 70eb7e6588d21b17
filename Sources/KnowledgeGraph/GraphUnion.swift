/// The union of graphs: nodes with one name are one node, edges that say the same are one edge with the evidence of both.
///
/// Of several preferred labels in a language the one with most hamzas and maddas stays preferred, ties go to the first
/// by code points; the others become alternative labels.
public struct GraphUnion: Sendable {
    public private(set) var graph = Graph()
    private var nodes: [String: NodeID] = [:]
    private var edges: [EdgeKey: Int] = [:]
    private var documents: [String: Int32] = [:]

    public init() {}

    /// Adds all of `other`; what is there already stays one.
    public mutating func add(_ other: Graph) {
        if graph.documents.isEmpty, graph.nodes.isEmpty { graph.nodes.reserveCapacity(other.nodes.count) }
        // A document that is there already has been read to the same graph: its sentences and mentions are there, too.
        let isKnown = other.documents.map { documents[$0.name] != nil }
        let documentMap = other.documents.map { add($0) }
        let nodeMap = other.nodes.map { add($0, documentMap) }
        var sentenceMap = [Int32](repeating: 0, count: other.sentences.count)
        for (index, sentence) in other.sentences.enumerated() {
            var moved = sentence
            moved.document = documentMap[Int(sentence.document)]
            if isKnown[Int(sentence.document)], let known = graph.sentences.firstIndex(of: moved) {
                sentenceMap[index] = Int32(truncatingIfNeeded: known)
                continue
            }
            sentenceMap[index] = Int32(truncatingIfNeeded: graph.sentences.count)
            graph.sentences.append(moved)
        }
        for mention in other.mentions {
            var moved = mention
            moved.document = documentMap[Int(mention.document)]
            moved.node = nodeMap[Int(mention.node.index)]
            if isKnown[Int(mention.document)], graph.mentions.contains(moved) { continue }
            graph.mentions.append(moved)
        }
        for edge in other.edges { add(edge, nodeMap, documentMap, sentenceMap) }
    }

    private mutating func add(_ document: DocumentRecord) -> Int32 {
        if let known = documents[document.name] { return known }
        let index = Int32(truncatingIfNeeded: graph.documents.count)
        graph.documents.append(document)
        documents[document.name] = index
        return index
    }

    private mutating func add(_ node: Node, _ documentMap: [Int32]) -> NodeID {
        var moved = node
        moved.document = node.document.map { documentMap[Int($0)] }
        guard let known = nodes[node.name] else {
            let id = NodeID(graph.nodes.count)
            graph.nodes.append(moved)
            nodes[node.name] = id
            return id
        }
        for label in node.labels { Self.add(label, to: &graph.nodes[Int(known.index)].labels) }
        return known
    }

    private static func add(_ label: NodeLabel, to labels: inout [NodeLabel]) {
        var label = label
        let same: (NodeLabel) -> Bool = { $0.language == label.language && $0.text.utf8.elementsEqual(label.text.utf8) }
        if label.isPreferred,
            let rival = labels.firstIndex(where: { $0.isPreferred && $0.language == label.language })
        {
            if same(labels[rival]) { return }
            if PreferredSpelling.precedes(label.text, labels[rival].text) {
                labels[rival].isPreferred = false
                labels.removeAll { !$0.isPreferred && same($0) }
                labels.insert(label, at: min(rival, labels.count))
                return
            }
            label.isPreferred = false
        }
        if !labels.contains(where: same) { labels.append(label) }
    }

    private mutating func add(
        _ edge: Edge, _ nodeMap: [NodeID], _ documentMap: [Int32], _ sentenceMap: [Int32]
    ) {
        var moved = edge
        moved.subject = nodeMap[Int(edge.subject.index)]
        if case .node(let id) = edge.object { moved.object = .node(nodeMap[Int(id.index)]) }
        for index in moved.evidence.indices {
            moved.evidence[index].document = documentMap[Int(moved.evidence[index].document)]
            moved.evidence[index].sentence = moved.evidence[index].sentence.map { sentenceMap[Int($0)] }
        }
        let key = EdgeKey(subject: moved.subject, predicate: moved.predicate, object: moved.object)
        guard let known = edges[key] else {
            edges[key] = graph.edges.count
            graph.edges.append(moved)
            return
        }
        // Evidence is kept best first; of equals, the first document's.
        for evidence in moved.evidence where !graph.edges[known].evidence.contains(evidence) {
            let place =
                graph.edges[known].evidence.firstIndex { $0.confidence < evidence.confidence }
                ?? graph.edges[known].evidence.count
            graph.edges[known].evidence.insert(evidence, at: place)
        }
    }
}
