import Drawing
import Foundation
import FoundationXML
import KnowledgeGraph
import Testing

@Suite struct PictureTests {
    /// Every line of Arabic that `dot` renders stands in isolates, whatever is in it.
    @Test func everyArabicLineIsIsolated() throws {
        let svg = try Graphviz().render(DOTWriter().write(WorkshopGraph.graph), as: .svg)
        #expect(svg.warnings.isEmpty)
        let text = String(decoding: svg.bytes, as: UTF8.self)
        var lines = 0
        for piece in text.components(separatedBy: "<text ").dropFirst() {
            let content = piece.components(separatedBy: ">")[1].components(separatedBy: "<")[0]
            guard content.unicodeScalars.contains(where: { (0x621...0x64A).contains($0.value) }) else {
                continue
            }
            lines += 1
            #expect(content.unicodeScalars.first == "\u{2067}" && content.unicodeScalars.last == "\u{2069}")
        }
        #expect(lines > 100)
    }

    @Test func noLineIsWiderThanItsLimit() {
        let dot = String(decoding: DOTWriter().write(WorkshopGraph.graph), as: UTF8.self)
        for piece in dot.components(separatedBy: "<b>\u{2067}").dropFirst() {
            let line = piece.components(separatedBy: "\u{2069}")[0]
            #expect(line.unicodeScalars.count <= 71)
        }
    }

    @Test func theWebPictureHasDirectionsAndTitles() throws {
        let svg = try DiagramRenderer().render(Diagram(WorkshopGraph.graph), as: .svg)
        #expect(XMLParser(data: Data(svg.bytes)).parse())
        let text = String(decoding: svg.bytes, as: UTF8.self)
        for piece in text.components(separatedBy: "<text ").dropFirst() {
            #expect(piece.prefix { $0 != ">" }.contains("direction=\""))
        }
        for kind in ["class=\"node ", "class=\"edge "] {
            for piece in text.components(separatedBy: kind).dropFirst() where !piece.hasPrefix("legend") {
                #expect(piece.prefix(200).contains("<title>"))
            }
        }
    }

    @Test(arguments: [DiagramRenderer.Format.png, .pdf]) func printsToo(format: DiagramRenderer.Format) throws
    {
        let made = try DiagramRenderer().render(Diagram(WorkshopGraph.graph), as: format)
        #expect(made.bytes.starts(with: format == .png ? [0x89, 0x50, 0x4E, 0x47] : Array("%PDF".utf8)))
        #expect(made.warnings.isEmpty)
    }

    @Test func theSameGraphGivesTheSamePage() throws {
        let diagram = Diagram(WorkshopGraph.graph)
        #expect(
            try DiagramRenderer().render(diagram, as: .html).bytes
                == DiagramRenderer().render(diagram, as: .html).bytes)
    }

    /// A picture of sixty entities is no larger than a page of A4, held across, shows at 4.5 points and more.
    @Test func sixtyEntitiesStayReadableOnA4() throws {
        let svg = try Graphviz().render(DOTWriter().write(WorkshopGraph.graph), as: .svg)
        let text = String(decoding: svg.bytes, as: UTF8.self)
        let box = try #require(text.components(separatedBy: "viewBox=\"").dropFirst().first).prefix {
            $0 != "\""
        }
        let numbers = box.split(separator: " ").compactMap { Double($0) }
        // 277 by 190 mm between margins of a centimetre.
        let scale = min(785 / numbers[2], 538 / numbers[3])
        #expect(scale * 17 >= 4.5, "\(scale * 17)")
    }
}
