import Foundation
import Testing

/// `isnad draw`.
@Suite struct DrawTests {
    let article = Binary.root.appending(path: "Examples/workshop/article.txt").path()

    @Test func severalFormatsInOneRun() throws {
        let folder = try Folder()
        let outputs = ["a.svg", "a.png", "a.pdf", "a.html", "a.dot"]
        let result = try Binary.isnad(
            ["draw", article] + outputs.flatMap { ["-o", folder.file($0).path()] })
        #expect(result.code == 0, "\(result.errors)")
        #expect(folder.names == outputs.sorted())
        let svg = try String(contentsOf: folder.file("a.svg"), encoding: .utf8)
        #expect(svg.contains("سعد المهيني") && svg.contains("direction=\"rtl\""))
    }

    @Test(arguments: ["ttl", "nq", "rdf"]) func aGraphFileShowsTheSameThings(_ suffix: String) throws {
        let folder = try Folder()
        let graph = folder.file("graph." + suffix).path()
        #expect(try Binary.isnad(["build", article, "-o", graph, "--evidence", "full"]).code == 0)
        func things(_ input: String) throws -> Set<String> {
            let result = try Binary.isnad(["draw", input, "--format", "dot"])
            #expect(result.code == 0, "\(result.errors)")
            return Set(
                result.text.split(separator: "\n").filter { $0.contains("[id=\"n") }.map { line in
                    String(line.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" })
                })
        }
        let ofDocument = try things(article)
        #expect(ofDocument.count > 10)
        #expect(try things(graph) == ofDocument)
    }

    @Test func aMissingDotSaysWhatToInstall() throws {
        let folder = try Folder()
        let result = try Binary.isnad(
            ["draw", article, "-o", folder.file("a.svg").path()], environment: ["PATH": folder.url.path()])
        #expect(result.code == 73)
        #expect(result.errors.contains("apt install graphviz"))
        #expect(folder.names.isEmpty)
    }

    @Test func anUnknownFocusIsWrongUsage() throws {
        let result = try Binary.isnad(["draw", article, "--focus", "وزارة السعادة"])
        #expect(result.code == 2)
        #expect(result.errors.contains("وزارة السعادة"))
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        ["--top-k", "0"], ["--hops", "-1"], ["--types", "Nonsense"], ["--rankdir", "XY"], ["-o", "a.xyz"],
        ["--min-confidence", "2"],
    ]) func wrongOptions(_ options: [String]) throws {
        #expect(try Binary.isnad(["draw", article] + options).code == 2)
    }

    @Test func anEmptyDocumentIsAnEmptyPicture() throws {
        let result = try Binary.isnad(["draw"], input: Data())
        #expect(result.code == 0)
        #expect(result.errors.contains("nothing to draw"))
        #expect(result.text.contains("</svg>"))
    }
}
