import Drawing
import KnowledgeGraph
import Testing

@Suite struct DOTWriterTests {
    @Test func drawsEveryEntityOnce() throws {
        let dot = DOTWriter().write(WorkshopGraph.graph)
        let entities = WorkshopGraph.graph.nodes.filter {
            ![.PostHolding, .Membership, .TreatyAction, .Statement].contains($0.type)
        }
        let canon = try Graphviz().render(dot, as: .canon)
        #expect(canon.warnings.isEmpty)
        let text = String(decoding: dot, as: UTF8.self)
        for entity in entities { #expect(text.contains("\"\(entity.name)\" [id=")) }
        #expect(text.split(separator: "\n").filter { $0.contains("\" [id=\"n") }.count == entities.count)
    }

    @Test func givesTheSameBytes() {
        #expect(DOTWriter().write(WorkshopGraph.graph) == DOTWriter().write(WorkshopGraph.graph))
    }

    @Test func saysWhatToInstall() {
        #expect(throws: Graphviz.Failure.missing(program: "dot-that-is-not-there")) {
            try Graphviz(program: "dot-that-is-not-there").render(Array("digraph {}".utf8), as: .svg)
        }
        #expect(Graphviz.Failure.missing(program: "dot").description.contains("apt install graphviz"))
    }

    @Test func reportsWhatDotRefuses() {
        #expect(throws: Graphviz.Failure.self) { try Graphviz().render(Array("digraph {".utf8), as: .svg) }
    }
}
