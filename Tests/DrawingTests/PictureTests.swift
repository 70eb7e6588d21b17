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

    /// Names of a picture of sixty entities on a page of A4, between margins of a centimetre, held as it fits best.
    @Test func sixtyEntitiesStayReadableOnA4() throws {
        let diagram = Diagram(WorkshopGraph.graph)
        let picture = PictureBoxes(try DiagramRenderer().render(diagram, as: .svg).bytes)
        let (width, height) = (picture.width, picture.height)
        let scale = max(min(785 / width, 538 / height), min(538 / width, 785 / height))
        #expect((40...60).contains(diagram.entities.count))
        #expect(scale * 17 >= 6.5, "\(scale * 17) points for \(diagram.entities.count) entities")
    }

    /// Whichever way the ranks run, the legend and what is linked to nothing find room of their own.
    @Test(arguments: DrawingOptions.RankDirection.allCases)
    func nothingLiesOverAnythingElse(direction: DrawingOptions.RankDirection) throws {
        var options = DrawingOptions()
        options.rankDirection = direction
        let diagram = Diagram(WorkshopGraph.graph)
        let picture = PictureBoxes(
            try DiagramRenderer(options: options).render(diagram, as: .svg).bytes)
        let kinds = Set(diagram.entities.map(\.kind))
        #expect(picture.entities.count == diagram.entities.count)
        #expect(picture.legend.count == kinds.count)
        let boxes = picture.entities + picture.legend
        for (index, box) in boxes.enumerated() {
            #expect(picture.area.contains(box))
            for other in boxes[(index + 1)...] {
                #expect(!box.insetBy(dx: 0.5, dy: 0.5).intersects(other), "\(box) \(other)")
            }
        }
    }
}
