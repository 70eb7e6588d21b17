import Drawing
import Foundation
import FoundationXML
import KnowledgeGraph
import Testing

/// Names that break writers: `dot` has to take them without a word, and everything made of them has to be well-formed.
@Suite struct HostileDrawingTests {
    static let names = [
        "\"];evil[label=\"x", "\\N \\G \\E \\T", "ينتهي بشرطة \\", "<b>وزارة</b>", "&amp; &lt;script&gt;",
        "<!-- -->", "]]>",
        "</title></svg><script>alert(1)</script>", "</script><svg onload=alert(1)>", "../../etc/passwd",
        "#?&=%00",
        "\u{0}\u{1}\u{7}\u{1B}[31m\u{FFFE}\u{FFFF}", "\u{202E}مقلوب\u{2066}\u{2067}", "", " ", "\n\r\n\t",
        String(repeating: "وزارة ", count: 5000), String(repeating: "ب", count: 20_000),
        "ب" + String(repeating: "\u{64E}", count: 10_000), "'\"`${x}", "😀👨‍👩‍👧‍👦", "\u{E0041}\u{E0042}",
    ]

    static func graph() -> Graph {
        var graph = Graph()
        graph.documents = [
            DocumentRecord(
                name: "doc.00", title: names[7], date: names[0], url: "java\nscript:alert(1)",
                publisher: names[3],
                text: names.joined(separator: "\n"))
        ]
        for (index, name) in names.enumerated() {
            graph.sentences.append(SentenceRecord(document: 0, range: 0..<5, text: name))
            graph.nodes.append(
                Node(
                    name: index == 3 ? "a\"b\\" : "org.xx.\(index)", type: OntologyClass.allCases[index % 9],
                    labels: [NodeLabel(name), NodeLabel(name, language: "en")]))
            graph.edges.append(
                Edge(
                    subject: NodeID(index), predicate: .dateText, object: .literal(name, .string),
                    evidence: []))
            graph.edges.append(
                Edge(
                    subject: NodeID(index), predicate: .memberOf,
                    object: .node(NodeID((index * 7 + 1) % names.count)),
                    evidence: [
                        Evidence(
                            document: 0, sentence: Int32(index), range: 0..<900_000, rule: name,
                            confidence: 255,
                            derivation: .inferred)
                    ]))
            graph.mentions.append(
                MentionRecord(
                    document: 0, node: NodeID(index), range: 3..<700, text: name, form: .full, rule: name))
        }
        return graph
    }

    private func isWellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

    @Test(arguments: DrawingOptions.LabelLanguage.allCases) func dotTakesThemWithoutAWord(
        labels: DrawingOptions.LabelLanguage
    ) throws {
        var options = DrawingOptions()
        (options.labels, options.title, options.arabicFont) = (labels, Self.names[0], "\"><evil")
        let dot = DOTWriter(options: options).write(Self.graph())
        let made = try Graphviz().render(dot, as: .canon)
        #expect(made.warnings.isEmpty, "\(made.warnings)")
        let entities = Diagram(Self.graph()).entities.count
        let drawn = String(decoding: made.bytes, as: UTF8.self).split(separator: "\n").filter {
            $0.contains("id=n") || $0.contains("id=\"n")
        }
        #expect(drawn.count == entities)
    }

    @Test func picturesAndPagesAreInert() throws {
        let diagram = Diagram(Self.graph())
        let renderer = DiagramRenderer()
        let svg = try renderer.render(diagram, as: .svg)
        #expect(svg.warnings.isEmpty, "\(svg.warnings)")
        #expect(isWellFormed(svg.bytes))
        let text = String(decoding: svg.bytes, as: UTF8.self)
        #expect(!text.contains("<script") && !text.contains("javascript:") && !text.contains("href"))
        let page = String(decoding: try renderer.render(diagram, as: .html).bytes, as: UTF8.self)
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(!page.contains("<svg onload") && !page.contains("javascript:"))
    }

    @Test func networkFilesAreWellFormed() {
        #expect(isWellFormed(GraphMLWriter().write(Self.graph())))
        #expect(isWellFormed(GEXFWriter().write(Self.graph())))
    }

    @Test func noCellIsAFormula() throws {
        var graph = Graph()
        for name in ["=HYPERLINK(\"x\")", "+1", "-1", "@x", "a,\"b\""] {
            graph.nodes.append(Node(name: "t\(graph.nodes.count)", type: .Topic, labels: [NodeLabel(name)]))
        }
        let text = String(decoding: CSVWriter().write(graph).nodes, as: UTF8.self)
        let rows = text.split(separator: "\r\n").dropFirst()
        #expect(rows.first?.hasPrefix("t0,\"'=HYPERLINK(\"\"x\"\")\",") == true)
        #expect(rows.dropFirst().prefix(3).allSatisfy { $0.dropFirst(3).hasPrefix("'") })
        #expect(rows.last?.hasPrefix("t4,\"a,\"\"b\"\"\",") == true)
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "java\nscript:x", "javascript&#58;alert(1)",
        "javascript&colon;x",
        "JaVaScRiPt:x", " javascript:x", "http:javascript", "vbscript:x", "file:///etc/passwd",
    ])
    func onlySafeLinksAreDrawn(url: String) {
        var graph = WorkshopGraph.graph
        graph.documents[0].url = url
        let dot = String(decoding: DOTWriter().write(graph), as: UTF8.self)
        #expect(!dot.contains("href="))
    }

    @Test func aSafeLinkIsKept() throws {
        var graph = WorkshopGraph.graph
        graph.documents[0].url = "https://example.org/أخبار?a=1&b=\"2\""
        let svg = try DiagramRenderer().render(Diagram(graph), as: .svg)
        #expect(svg.warnings.isEmpty)
        #expect(String(decoding: svg.bytes, as: UTF8.self).contains("href=\"https://example.org/%D8%A3"))
    }
}
