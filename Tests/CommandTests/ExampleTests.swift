import Foundation
import Testing

/// The files of `Examples/` are what the tool makes today. `make example` makes them anew.
@Suite struct ExampleTests {
    static let folders: [URL] = {
        let examples = Binary.root.appending(path: "Examples")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: examples.path())) ?? []
        return names.sorted().map { examples.appending(path: $0) }.filter {
            FileManager.default.fileExists(atPath: $0.appending(path: "article.txt").path())
        }
    }()

    @Test func thereAreTwo() { #expect(Self.folders.count >= 2) }

    @Test(arguments: folders, [("ttl", "turtle"), ("rdf", "rdfxml"), ("nt", "ntriples"), ("dot", "dot")])
    func graphIsCurrent(_ folder: URL, _ format: (suffix: String, name: String)) throws {
        let made = try Binary.isnad([
            "build", folder.appending(path: "article.txt").path(), "--format", format.name,
        ])
        #expect(made.code == 0)
        let kept = try Data(contentsOf: folder.appending(path: "article." + format.suffix))
        // Both whole would fill the screen.
        let isSame = made.output == kept
        #expect(isSame, "article.\(format.suffix) is not what the tool makes; run `make example`")
    }

    /// Fonts and Graphviz's release move things and break lines elsewhere: the drawing is compared by the titles of its
    /// elements, which hold every name and sentence whole.
    @Test func drawingIsCurrent() throws {
        for folder in Self.folders {
            _ = try #require(Binary.find("dot"), "needs graphviz")
            let made = try Binary.isnad([
                "draw", "-q", folder.appending(path: "article.txt").path(), "--format", "svg",
            ])
            let kept = try String(contentsOf: folder.appending(path: "article.svg"), encoding: .utf8)
            #expect(titles(in: made.text).count > 10)
            #expect(titles(in: kept) == titles(in: made.text), "article.svg is old; run `make example`")
            let png = try Data(contentsOf: folder.appending(path: "article.png"))
            #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
    }

    private func titles(in svg: String) -> [String] {
        svg.components(separatedBy: "<title>").dropFirst()
            .compactMap { $0.components(separatedBy: "</title>").first }.sorted()
    }
}
