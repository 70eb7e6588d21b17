import KnowledgeGraph

/// What a graph says of a node in a few words, for somebody who has to tell it from another: offices, State, a sentence.
struct NodeProfiles {
    private let graph: Graph
    /// Places of the edges of each node, as subject.
    private var edges: [NodeID: [Int]] = [:]
    private var mentions: [NodeID: Int] = [:]

    init(_ graph: Graph) {
        self.graph = graph
        for (index, edge) in graph.edges.enumerated() { edges[edge.subject, default: []].append(index) }
        for (index, mention) in graph.mentions.enumerated() where mentions[mention.node] == nil {
            mentions[mention.node] = index
        }
    }

    func text(of node: NodeID) -> String {
        var parts: [String] = []
        var sentence: Int32?
        for index in edges[node, default: []] {
            let edge = graph.edges[index]
            if sentence == nil { sentence = edge.evidence.first?.sentence }
            switch (edge.predicate, edge.object) {
            case (.holds, .node(let other)), (.memberOf, .node(let other)), (.ofCountry, .node(let other)),
                (.subOrganizationOf, .node(let other)):
                let label = graph[other].displayLabel
                if !parts.contains(label), parts.count < 4 { parts.append(label) }
            default: break
            }
        }
        if sentence == nil, let mention = mentions[node].map({ graph.mentions[$0] }) {
            sentence = graph.sentences.firstIndex {
                $0.document == mention.document && $0.range.contains(mention.range.lowerBound)
            }.map { Int32(truncatingIfNeeded: $0) }
        }
        if let sentence { parts.append("«" + graph.sentences[Int(sentence)].text + "»") }
        return parts.joined(separator: "؛ ")
    }
}
