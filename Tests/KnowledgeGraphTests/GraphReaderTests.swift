import KnowledgeGraph
import RDF
import Testing

/// What is written and read back says the same.
@Suite struct GraphReaderTests {
    private func graph() -> Graph {
        var graph = Graph()
        graph.documents = [
            DocumentRecord(
                name: "doc.0123456789abcdef", title: "عنوان", date: "2024-02-20",
                url: "https://example.org/1",
                publisher: "صحيفة", language: "ar-KW", sha256: "00")
        ]
        graph.sentences = [SentenceRecord(document: 0, range: 0..<20, text: "وزير العدل خالد علي")]
        graph.nodes = [
            Node(
                name: "person.xx.a", type: .Person,
                labels: [NodeLabel("خالد علي"), NodeLabel("خالد", isPreferred: false)]),
            Node(
                name: "post.xx.b", type: .Post,
                labels: [NodeLabel("وزير العدل"), NodeLabel("Minister", language: "en")]),
            Node(name: "org.xx.c", type: .NewsAgency, labels: [NodeLabel("وكالة")]),
            Node(name: "protocol.xx.d", type: .Protocol, labels: [NodeLabel("بروتوكول")]),
            Node(name: "treaty.xx.e", type: .Convention, labels: [NodeLabel("اتفاقية")]),
            Node(name: "act.xx.f", type: .TreatyAction, labels: []),
        ]
        let read = Evidence(
            document: 0, sentence: 0, range: 0..<20, rule: "by-hand", confidence: 85, derivation: .inferred)
        graph.edges = [
            Edge(subject: NodeID(0), predicate: .holds, object: .node(NodeID(1)), evidence: [read]),
            Edge(subject: NodeID(3), predicate: .supplements, object: .node(NodeID(4)), evidence: [read]),
            Edge(subject: NodeID(4), predicate: .year, object: .literal("2006", .gYear), evidence: []),
            Edge(subject: NodeID(5), predicate: .kind, object: .concept("kind-accession"), evidence: []),
        ]
        graph.mentions = [
            MentionRecord(
                document: 0, node: NodeID(0), range: 11..<19, text: "خالد علي", form: .full, rule: "name")
        ]
        return graph
    }

    @Test func readsBackWhatWasWritten() throws {
        var options = TripleOptions(software: "test")
        options.evidence = .full
        let written = graph()
        let back = GraphReader().graph(of: try GraphTriples(options).dataset(of: written))
        #expect(back.documents == written.documents)
        #expect(back.nodes == written.nodes)
        #expect(back.sentences == written.sentences)
        #expect(back.mentions == written.mentions)
        #expect(back.edges.count == written.edges.count)
        for (a, b) in zip(back.edges, written.edges) {
            #expect(a.subject == b.subject && a.predicate == b.predicate && a.object == b.object)
            #expect(a.evidence == b.evidence)
        }
    }

    @Test func theBareGraphHasNoEvidence() throws {
        var options = TripleOptions(software: "test")
        options.evidence = .none
        let back = GraphReader().graph(of: try GraphTriples(options).dataset(of: graph()))
        #expect(back.nodes.map(\.name) == graph().nodes.map(\.name))
        #expect(back.edges.allSatisfy { $0.evidence.isEmpty })
    }
}
