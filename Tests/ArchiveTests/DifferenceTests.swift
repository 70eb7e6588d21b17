import Archive
import KnowledgeGraph
import Testing

/// What is new and what is gone.
@Suite struct DifferenceTests {
    private func graph(_ holder: String, post: String) -> Graph {
        var graph = Graph()
        graph.documents = [DocumentRecord(name: "doc.0")]
        graph.sentences = [SentenceRecord(document: 0, range: 0..<4, text: "جملة")]
        graph.nodes = [
            Node(name: "person." + holder, type: .Person, labels: [NodeLabel(holder)]),
            Node(name: "post." + post, type: .Post, labels: [NodeLabel(post)]),
        ]
        let evidence = Evidence(document: 0, sentence: 0, range: nil, rule: "r", confidence: 90, derivation: .read)
        graph.edges = [Edge(subject: NodeID(0), predicate: .holds, object: .node(NodeID(1)), evidence: [evidence])]
        return graph
    }

    @Test func sameGraphs() { #expect(GraphDifference(from: graph("س", post: "و"), to: graph("س", post: "و")).isEmpty) }

    @Test func newHolder() {
        let difference = GraphDifference(from: graph("سالم", post: "وزير"), to: graph("ناصر", post: "وزير"))
        #expect(difference.newThings.map(\.label) == ["ناصر"])
        #expect(difference.goneThings.map(\.label) == ["سالم"])
        #expect(difference.newEdges.map(\.subjectLabel) == ["ناصر"])
        #expect(difference.newEdges.map(\.sentence) == ["جملة"])
        #expect(difference.goneEdges.map(\.objectLabel) == ["وزير"])
    }
}
