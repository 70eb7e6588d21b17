import KnowledgeGraph
import Testing

/// What is added twice is there once, whatever order it comes in.
@Suite struct GraphUnionTests {
    /// Sentences of two documents, not in the order of their places, as a file gives them.
    private func graph(_ places: [Int32], confidence: UInt8) -> Graph {
        var graph = Graph()
        graph.documents = [DocumentRecord(name: "doc.a"), DocumentRecord(name: "doc.b")]
        graph.nodes = [Node(name: "person.xx.a", type: .Person, labels: []), Node(name: "post.xx.b", type: .Post, labels: [])]
        for (index, place) in places.enumerated() {
            let document = Int32(index % 2)
            graph.sentences.append(SentenceRecord(document: document, range: place..<place + 5, text: "نص \(place)"))
            graph.mentions.append(
                MentionRecord(document: document, node: NodeID(0), range: place..<place + 2, text: "نص", form: .full, rule: "r"))
        }
        let evidence = places.indices.map { index in
            Evidence(
                document: Int32(index % 2), sentence: Int32(index), range: places[index]..<places[index] + 5, rule: "r",
                confidence: confidence, derivation: .read)
        }
        graph.edges = [Edge(subject: NodeID(0), predicate: .holds, object: .node(NodeID(1)), evidence: evidence)]
        return graph
    }

    @Test func theSameGraphThreeTimesIsTheGraph() {
        let one = graph([90, 40, 10, 70, 50, 20], confidence: 80)
        var union = GraphUnion()
        for _ in 0..<3 { union.add(one) }
        #expect(union.graph.sentences == one.sentences)
        #expect(union.graph.mentions == one.mentions)
        #expect(union.graph.edges.count == 1 && union.graph.edges[0].evidence == one.edges[0].evidence)
    }

    @Test func whatIsNewOfAKnownDocumentIsAddedOnce() {
        var union = GraphUnion()
        union.add(graph([10, 20], confidence: 80))
        for _ in 0..<2 { union.add(graph([10, 20, 30, 40], confidence: 90)) }
        #expect(Set(union.graph.sentences.map(\.range.lowerBound)) == [10, 20, 30, 40] && union.graph.sentences.count == 4)
        let confidences = union.graph.edges[0].evidence.map(\.confidence)
        #expect(confidences == [90, 90, 90, 90, 80, 80], "the best first")
    }

    @Test func sectionsOfOneDocumentStandOneBehindTheOther() {
        var union = GraphUnion()
        union.add(section: graph([10, 20], confidence: 80))
        union.add(section: graph([30, 40], confidence: 90))
        #expect(union.graph.documents.count == 2 && union.graph.sentences.count == 4 && union.graph.mentions.count == 4)
        #expect(union.graph.edges[0].evidence.map(\.confidence) == [90, 90, 80, 80])
        #expect(union.graph.edges[0].evidence.map { $0.sentence ?? -1 } == [2, 3, 0, 1])
    }
}
