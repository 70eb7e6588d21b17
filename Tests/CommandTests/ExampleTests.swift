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
        #expect(
            made.output == kept, "article.\(format.suffix) is not what the tool makes; run `make example`")
    }

    /// Fonts and Graphviz's release move things a little: the drawing is compared by what is written in it.
    @Test(arguments: folders) func drawingIsCurrent(_ folder: URL) throws {
        let dot = try #require(Binary.find("dot"), "needs graphviz")
        let made = try Binary.run(dot, ["-Tsvg", folder.appending(path: "article.dot").path()])
        let kept = try String(contentsOf: folder.appending(path: "article.svg"), encoding: .utf8)
        #expect(!texts(in: made.text).isEmpty)
        #expect(texts(in: kept) == texts(in: made.text), "article.svg is old; run `make example`")
        let png = try Data(contentsOf: folder.appending(path: "article.png"))
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    /// What stands in `<text>` elements, sorted.
    private func texts(in svg: String) -> [String] {
        svg.components(separatedBy: "<text ").dropFirst().compactMap { part in
            guard let start = part.firstIndex(of: ">"), let end = part.range(of: "</text>") else {
                return nil
            }
            return String(part[part.index(after: start)..<end.lowerBound])
        }.sorted()
    }
}
