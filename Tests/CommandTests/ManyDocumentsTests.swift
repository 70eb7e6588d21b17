import Foundation
import Testing

/// Many documents at a time: the same bytes for any number of threads, streamed or together.
@Suite struct ManyDocumentsTests {
    /// Two hundred records out of the examples, every tenth one broken.
    private func news(_ folder: Folder, broken: Bool = false) throws -> String {
        let articles = try ["workshop", "signing"].map {
            try String(contentsOf: Binary.root.appending(path: "Examples/\($0)/article.txt"), encoding: .utf8)
        }
        var lines: [String] = []
        for number in 0..<200 {
            let text = articles[number % 2] + "\nوحضر اللقاء مدير الإدارة رقم \(number).\n"
            let record = try JSONSerialization.data(withJSONObject: ["id": "n\(number)", "title": "خبر \(number)", "text": text])
            lines.append(broken && number % 10 == 3 ? "{\"text\": " : String(decoding: record, as: UTF8.self))
        }
        return try folder.write(lines.joined(separator: "\n") + "\n", to: "news.ndjson")
    }

    private func sorted(_ data: Data) -> Set<Substring> {
        Set(String(decoding: data, as: UTF8.self).split(separator: "\n"))
    }

    @Test(arguments: [
        ["--format", "turtle"], ["--format", "nquads", "--graphs"], ["--format", "nquads", "--stream"],
        ["--format", "ntriples", "--stream", "--evidence", "full"], ["--format", "trig", "--graphs"],
    ])
    func sameBytesForAnyNumberOfThreads(_ options: [String]) throws {
        let folder = try Folder()
        let path = try news(folder)
        let one = try Binary.isnad(["build", path, "-j", "1"] + options)
        #expect(one.code == 0)
        #expect(one.output.count > 100_000)
        for jobs in ["2", "7"] {
            let many = try Binary.isnad(["build", path, "-j", jobs] + options)
            #expect(many.code == 0)
            #expect(many.output == one.output, "-j \(jobs)")
            #expect(many.errors == one.errors)
        }
    }

    @Test func streamedGraphsAreThoseWrittenTogether() throws {
        let folder = try Folder()
        let path = try news(folder)
        let together = try Binary.isnad(["build", path, "--format", "nquads", "--graphs"])
        let streamed = try Binary.isnad(["build", path, "--format", "nquads", "--graphs", "--stream"])
        #expect(together.output.count > 100_000)
        #expect(sorted(together.output) == sorted(streamed.output))
    }

    @Test func oneBadDocumentStopsNothing() throws {
        let folder = try Folder()
        let path = try news(folder, broken: true)
        let output = folder.file("all.nq").path()
        let result = try Binary.isnad(["build", path, "--stream", "-o", output, "-j", "3"])
        #expect(result.code == 1)
        #expect(result.errors.contains("180 documents read, 20 failed"), "\(result.errors.suffix(200))")
        let lines = try String(contentsOfFile: output, encoding: .utf8)
        #expect(lines.contains("خبر 199") && !lines.contains("\"خبر 13\""))
    }

    @Test func streamRefusals() throws {
        let folder = try Folder()
        let path = try news(folder)
        let turtle = try Binary.isnad(["build", path, "--stream"])
        #expect(turtle.code == 2)
        #expect(turtle.errors.contains("--stream writes ntriples and nquads"))
        #expect(try Binary.isnad(["build", path, "-j", "0"]).code == 2)
        // An input is no output, although it is known only after the output was opened.
        let link = folder.file("news.nq")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(filePath: path))
        let before = try Data(contentsOf: URL(filePath: path))
        let over = try Binary.isnad(["build", path, "--stream", "-o", link.path()])
        #expect(over.code == 73)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(folder.names == ["news.ndjson", "news.nq"])
    }
}
