import ArabicText
import Extraction
import KnowledgeGraph
import Testing

/// Texts that are longer than a section.
@Suite struct SectionTests {
    private func check(_ graph: Graph, against text: String) {
        let scalars = Array(text.unicodeScalars)
        for mention in graph.mentions {
            let range = Int(mention.range.lowerBound)..<Int(mention.range.upperBound)
            #expect(String(String.UnicodeScalarView(scalars[range])) == mention.text)
        }
        for sentence in graph.sentences {
            let range = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
            #expect(String(String.UnicodeScalarView(scalars[range])) == sentence.text)
        }
    }

    @Test func offsetsCountInTheWholeText() throws {
        let sentence = "استقبل وزير العدل سالم الراشد السفير النرويجي أولاف هانسن في العاصمة.\n"
        let text = String(repeating: sentence, count: 900)
        let graph = try RepositoryKnowledge.graph(of: text)
        #expect(graph.sentences.count == 900)
        check(graph, against: text)
        // The same names are the same things in every section.
        let one = try RepositoryKnowledge.graph(of: sentence)
        #expect(Set(graph.nodes.map(\.name)) == Set(one.nodes.map(\.name)))
        let key = { (edge: Edge) in EdgeKey(subject: edge.subject, predicate: edge.predicate, object: edge.object) }
        #expect(Set(graph.edges.map(key)).count == graph.edges.count)
        for edge in graph.edges {
            #expect(edge.evidence.map(\.confidence) == edge.evidence.map(\.confidence).sorted(by: >), "the best evidence first")
            #expect(Set(edge.evidence).count == edge.evidence.count)
        }
    }

    @Test(arguments: [" ووزير العدل", "(", "وزير", "س", "🙂", " د. سالم"])
    func nothingIsLostWhereNoSentenceEnds(part: String) throws {
        let text = String(repeating: part, count: 70_000 / part.utf8.count) + " قال وزير العدل سالم الراشد إن العمل بدأ."
        let graph = try RepositoryKnowledge.graph(of: text)
        check(graph, against: text)
        #expect(graph.nodes.contains { $0.type == .Person && $0.displayLabel.contains("الراشد") })
    }
}
