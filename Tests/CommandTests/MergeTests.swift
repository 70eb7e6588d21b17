import Foundation
import Testing

/// `isnad merge` and `isnad diff`, on graphs that `isnad build` made.
@Suite struct MergeTests {
    private let articles = ["workshop", "signing"].map { Binary.root.appending(path: "Examples/\($0)/article.txt").path() }

    private func build(_ paths: [String], _ name: String, _ folder: Folder, _ options: [String] = []) throws -> String {
        let path = folder.file(name).path()
        let result = try Binary.isnad(["build"] + paths + ["-o", path] + options)
        try #require(result.code == 0, "\(result.errors)")
        return path
    }

    private func lines(_ data: Data) -> [Substring] { String(decoding: data, as: UTF8.self).split(separator: "\n") }

    @Test(arguments: ["none", "facts", "full"]) func unionOfPartsIsTheWhole(_ evidence: String) throws {
        let folder = try Folder()
        let options = ["--evidence", evidence]
        let parts = try articles.enumerated().map { try build([$0.element], "\($0.offset).nt", folder, options) }
        let whole = try build(articles, "all.nt", folder, options)
        let merged = try Binary.isnad(["merge"] + parts + ["--format", "ntriples"])
        #expect(merged.code == 0, "\(merged.errors)")
        #expect(Set(lines(merged.output)) == Set(lines(try Data(contentsOf: URL(filePath: whole)))))
        // Idempotent, and the order of the parts is no matter.
        let once = try folder.write(merged.text, to: "once.nt")
        #expect(try Binary.isnad(["merge", once, once, "--format", "ntriples"]).output == merged.output)
        #expect(try Binary.isnad(["merge"] + parts.reversed() + ["--format", "ntriples"]).output == merged.output)
    }

    @Test func streamedLinesBecomeTheGraph() throws {
        let folder = try Folder()
        let streamed = try build(articles + articles, "s.nt", folder, ["--stream"])
        let whole = try build(articles, "all.nt", folder)
        let merged = try Binary.isnad(["merge", streamed, "--format", "ntriples"])
        #expect(Set(lines(merged.output)) == Set(lines(try Data(contentsOf: URL(filePath: whole)))))
    }

    @Test func decisions() throws {
        let folder = try Folder()
        let texts = [
            "قال وزير العدل الكويتي سالم بن ناصر الراجحي إن الوزارة تعمل على تطوير الخدمات.\n",
            "أكد وزير العدل الكويتي سالم ناصر الراجحي أن الوزارة تعمل على تطوير الخدمات.\n",
        ]
        let paths = try texts.enumerated().map { try folder.write($0.element, to: "\($0.offset).txt") }
        let graph = try build(paths, "a.ttl", folder)
        let review = folder.file("review.tsv")
        let first = try Binary.isnad(["merge", graph, "--candidates", review.path()])
        #expect(first.code == 0, "\(first.errors)")
        #expect(!first.text.contains("owl:sameAs"))
        let text = try String(contentsOf: review, encoding: .utf8)
        try #require(text.contains("?\tspelling\t"), "\(text)")
        try text.replacing("?\tspelling", with: "same\tspelling").write(to: review, atomically: true, encoding: .utf8)
        let second = try Binary.isnad(["merge", graph, "--decisions", review.path()])
        #expect(second.code == 0, "\(second.errors)")
        #expect(second.text.contains("owl:sameAs"))
        try "perhaps\tspelling\ta\tb\n".write(to: review, atomically: true, encoding: .utf8)
        let bad = try Binary.isnad(["merge", graph, "--decisions", review.path()])
        #expect(bad.code == 65)
        #expect(bad.errors.contains("review.tsv:1: error: a decision is same, different or ?"), "\(bad.errors)")
    }

    @Test func differences() throws {
        let folder = try Folder()
        let old = try folder.write("قال وزير العدل الكويتي سالم ناصر الراجحي إن العمل جار.\n", to: "old.txt")
        let new = try folder.write("قال وزير العدل الكويتي فهد علي المطيري إن العمل جار.\n", to: "new.txt")
        let none = try Binary.isnad(["diff", old, old, "--exit-code"])
        #expect(none.code == 0 && none.output.isEmpty)
        let some = try Binary.isnad(["diff", old, new, "--exit-code"])
        #expect(some.code == 1)
        #expect(some.text.contains("+ Person\tفهد علي المطيري") && some.text.contains("- Person\tسالم ناصر الراجحي"), "\(some.text)")
        #expect(some.text.contains("+ org:holds\tفهد علي المطيري\tوزير العدل"), "\(some.text)")
        let graph = try build([old], "old.rdf", folder)
        #expect(try Binary.isnad(["diff", graph, old]).output.isEmpty)
        #expect(try Binary.isnad(["diff", old]).code == 2)
    }

    @Test func notAGraph() throws {
        let result = try Binary.isnad(["merge", articles[0]])
        #expect(result.code == 65)
        #expect(result.errors.contains("hint: isnad build makes graphs of documents"), "\(result.errors)")
    }
}
