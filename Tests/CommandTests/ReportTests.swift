import Foundation
import Testing

/// `stats`, `explain` and messages, for people and for programs.
@Suite struct ReportTests {
    let article = Binary.root.appending(path: "Examples/workshop/article.txt").path()
    let graph = Binary.root.appending(path: "Examples/workshop/article.ttl").path()

    private func object(_ data: some DataProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
    }

    private func lines(_ text: String) -> [Data] { text.split(separator: "\n").map { Data($0.utf8) } }

    @Test func statsOfAGraphAreThoseOfItsArticle() throws {
        let made = try Binary.isnad(["stats", article, "--format", "json"])
        let kept = try Binary.isnad(["stats", graph, "--format", "json"])
        #expect(made.code == 0 && kept.code == 0, "\(made.errors) \(kept.errors)")
        let (one, two) = (try object(made.output), try object(kept.output))
        #expect(one["classes"] as? [String: Int] == two["classes"] as? [String: Int])
        #expect((one["properties"] as? [String: Int])?["org:holds"] == 3)
        #expect(one["documents"] as? Int == 1)
    }

    @Test func homonymsAreCounted() throws {
        let folder = try Folder()
        let text = "قال وزير العدل سعد المهيني إن العمل مستمر."
        let names = try ["1.txt", "2.txt"].map { try folder.write(text + " " + $0, to: $0) }
        let result = try Binary.isnad(["stats"] + names)
        #expect(result.text.contains("things that share a name with another"))
        #expect(result.text.contains("      2    سعد المهيني (Person)"), "\(result.text)")
    }

    @Test func explainForPrograms() throws {
        let node = try Binary.isnad(["explain", article, "--node", "سعد المهيني", "--format", "json"])
        #expect(node.code == 0)
        let thing = try object(try #require(lines(node.text).first))
        #expect(thing["class"] as? String == "Person")
        let mentions = try #require(thing["mentions"] as? [[String: Any]])
        #expect(mentions.allSatisfy { $0["line"] is Int && $0["column"] is Int && $0["rule"] is [String: Any] })
        let edges = try Binary.isnad(["explain", article, "--edge", "* org:holds *", "--format", "json"])
        for line in lines(edges.text) {
            let edge = try object(line)
            #expect(edge["property"] as? String == "org:holds")
            let evidence = try #require((edge["evidence"] as? [[String: Any]])?.first)
            let words = try #require(evidence["words"] as? String)
            #expect((evidence["sentence"] as? String)?.contains(words) == true)
            #expect((evidence["confidence"] as? Double).map { (0...1).contains($0) } == true)
        }
        #expect(lines(edges.text).count == 3)
        #expect(lines(try Binary.isnad(["explain", article, "--format", "json"]).text).count > 40)
    }

    @Test func headingsAreBoldWhereWanted() throws {
        let ask = ["explain", article, "--node", "سعد المهيني"]
        #expect(try Binary.isnad(ask + ["--color", "always"]).text.hasPrefix("\u{1B}[1mسعد المهيني\u{1B}[0m"))
        #expect(try Binary.isnad(ask).text.hasPrefix("سعد المهيني"))
    }

    @Test func messagesForPrograms() throws {
        let missing = try Binary.isnad(["build", "/no/such", article, "--log-format", "json", "-o", "/dev/null", "--format", "nt"])
        #expect(missing.code == 1)
        let messages = try lines(missing.errors).map { try object($0) }
        #expect(messages.first?["level"] as? String == "error")
        #expect(messages.first?["file"] as? String == "/no/such")
        let ending = try Binary.isnad(["build", article, "-o", "/no/such/graph.ttl", "--log-format=json"])
        #expect(ending.code == 73)
        let last = try object(try #require(lines(ending.errors).last))
        #expect(last["message"] is String && last["hint"] is String)
        let folder = try Folder()
        _ = try folder.write("وزير\n", to: "honorifics.tsv")
        let words = try Binary.isnad(["build", article, "--lexicon", folder.url.path(), "--log-format", "json"])
        #expect(words.code == 65)
        #expect(try object(try #require(lines(words.errors).last))["line"] as? Int == 1)
    }

    /// The example of the library, which every build of the tests builds.
    @Test func theLibrary() throws {
        let program = Binary.path.deletingLastPathComponent().appending(path: "ArticleGraph")
        let result = try Binary.run(program, [])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.text.hasPrefix("سعد المهيني — وزير العدل "), "\(result.text)")
        #expect(result.text.contains("<http://www.w3.org/ns/org#holds> <https://w3id.org/isnad/id/post."))
    }
}
