import Extraction
import IsnadKit
import KnowledgeGraph
import RDF

/// Who holds which office in a text, and the graph of it as N-Triples.
@main
struct ArticleGraph {
    static func main() throws {
        var extractor = try Extractor()
        let graph = extractor.graph(
            of: "قال وزير العدل سعد المهيني أمس إن اللجنة الوطنية تعمل.", date: "2024-02-13")

        for edge in graph.edges where edge.predicate == .holds {
            guard case .node(let post) = edge.object, let best = edge.evidence.first else { continue }
            print(graph[edge.subject].displayLabel, "—", graph[post].displayLabel, best.rule, best.confidence)
        }

        let sink = MemorySink()
        let triples = try GraphTriples(TripleOptions(software: "article-graph")).dataset(of: graph)
        try Syntax.ntriples.write(triples, to: sink)
        print(sink.text)
    }
}
