import Foundation
import Testing

/// Outputs: several in one run, whole or not at all, the same bytes every time, the same triples in every syntax.
@Suite struct OutputTests {
    let article = Binary.root.appending(path: "Examples/workshop/article.txt").path()

    @Test func severalOutputsInOneRun() throws {
        let folder = try Folder()
        let names = ["a.ttl", "a.rdf", "a.nt", "a.nq", "a.trig", "a.jsonld", "a.dot"]
        let result = try Binary.isnad(["build", article] + names.flatMap { ["-o", folder.file($0).path()] })
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(folder.names == names.sorted())
        for (name, format) in [
            ("a.ttl", "turtle"), ("a.rdf", "rdfxml"), ("a.nt", "ntriples"), ("a.dot", "dot"),
        ] {
            let alone = try Binary.isnad(["build", article, "--format", format])
            #expect(try Data(contentsOf: folder.file(name)) == alone.output, "\(name)")
        }
    }

    @Test(arguments: ["turtle", "rdfxml", "ntriples", "nquads", "trig", "jsonld", "dot"])
    func twoRunsGiveTheSameBytes(_ format: String) throws {
        let first = try Binary.isnad(["build", article, "--format", format, "--evidence", "full"])
        let second = try Binary.isnad(
            ["build", article, "--format", format, "--evidence", "full"],
            environment: ["LC_ALL": "C", "TZ": "Asia/Kathmandu", "HOME": "/nonexistent"],
            in: URL(filePath: "/"))
        #expect(!first.output.isEmpty)
        #expect(first.output == second.output)
    }

    @Test func networkFiles() throws {
        let folder = try Folder()
        let lint = try #require(Binary.find("xmllint"), "needs libxml2-utils")
        let outputs = ["a.graphml", "a.gexf", "a.csv"].flatMap { ["-o", folder.file($0).path()] }
        #expect(try Binary.isnad(["build", article] + outputs).code == 0)
        #expect(folder.names == ["a.edges.csv", "a.gexf", "a.graphml", "a.nodes.csv"])
        for name in ["a.graphml", "a.gexf"] {
            #expect(try Binary.run(lint, ["--noout", "--nonet", folder.file(name).path()]).code == 0)
        }
        #expect(try String(contentsOf: folder.file("a.nodes.csv"), encoding: .utf8).contains("سعد المهيني"))
        let piped = try Binary.isnad(["build", article, "--format", "csv"])
        #expect(piped.code == 73)
        #expect(piped.output.isEmpty)
    }

    /// rapper and pyoxigraph know nothing of Isnad.
    @Test(arguments: ["none", "facts", "full"]) func syntaxesHoldTheSameTriples(_ evidence: String) throws {
        let folder = try Folder()
        let names = ["a.ttl", "a.rdf", "a.nt"]
        let built = try Binary.isnad(
            ["build", article, "--evidence", evidence] + names.flatMap { ["-o", folder.file($0).path()] })
        #expect(built.code == 0)
        let script = Binary.root.appending(path: "Tests/CommandTests/same_triples.py").path()
        let result = try Binary.run(Binary.python, [script] + names.map { folder.file($0).path() })
        #expect(result.code == 0, "\(result.text)\(result.errors)")
        #expect(result.text.contains("the same"))
    }

    @Test func dotIsDrawnWithoutAWarning() throws {
        let dot = try #require(Binary.find("dot"), "needs graphviz")
        let drawing = try Binary.isnad(["build", article, "--format", "dot"])
        let result = try Binary.run(dot, ["-Tsvg"], input: drawing.output)
        #expect(result.code == 0)
        #expect(result.errors.isEmpty, "\(result.errors)")
        #expect(result.text.contains("سعد المهيني"))
    }

    @Test func unwritableOutputs() throws {
        let folder = try Folder()
        let missing = try Binary.isnad(["build", article, "-o", folder.file("no/such/a.ttl").path()])
        #expect(missing.code == 73)
        #expect(missing.errors.contains("hint: "))
        let copy = folder.file("copy.ttl")
        try FileManager.default.copyItem(atPath: article, toPath: copy.path())
        let over = try Binary.isnad(["build", copy.path(), "-o", copy.path()])
        #expect(over.code == 73)
        #expect(over.errors.contains("is also an input"))
        #expect(try Data(contentsOf: copy) == Data(contentsOf: URL(filePath: article)))
        // One output that cannot be made leaves the others unmade.
        let both = try Binary.isnad(
            [
                "build", article, "-o", folder.file("good.ttl").path(), "-o",
                folder.file("no/such/a.nt").path(),
            ])
        #expect(both.code == 73)
        #expect(folder.names == ["copy.ttl"])
    }

    @Test func fullDevice() throws {
        let result = try Binary.isnad(["build", article, "-o", "/dev/full", "--format", "turtle"])
        #expect(result.code == 74)
        #expect(result.errors.contains("/dev/full: error: cannot write"))
    }

    @Test func aReaderThatGoesEndsItQuietly() throws {
        let shell = try #require(Binary.find("bash"))
        let line = "set -o pipefail; '\(Binary.path.path())' build '\(article)' --evidence full | head -1"
        let result = try Binary.run(shell, ["-c", line])
        #expect(result.errors.isEmpty)
        #expect(result.text.hasPrefix("@prefix"))
        let closed = try Binary.run(shell, ["-c", "'\(Binary.path.path())' build '\(article)' >&-"])
        #expect(closed.code == 74)
    }

    @Test func evidenceInThreeSizes() throws {
        func lines(_ evidence: String) throws -> Int {
            try Binary.isnad(["build", article, "--format", "ntriples", "--evidence", evidence]).text
                .split(separator: "\n").count
        }
        let (none, facts, full) = (try lines("none"), try lines("facts"), try lines("full"))
        #expect(0 < none && none < facts && facts < full)
    }

    @Test func confidence() throws {
        func edges(_ threshold: String) throws -> Int {
            try Binary.isnad(["build", article, "--format", "ntriples", "--min-confidence", threshold]).text
                .split(separator: "\n").count { $0.contains("/ontology#confidence>") }
        }
        let (all, most, none) = (try edges("0"), try edges("0.85"), try edges("1"))
        #expect(all > most && most > 0)
        #expect(none < most)
    }

    @Test func baseAndNamedGraphs() throws {
        let result = try Binary.isnad(
            [
                "build", article, "--format", "nquads", "--graphs", "--base", "https://example.org/kg/",
                "--date", "2024-02-20",
            ])
        #expect(result.text.contains("<https://example.org/kg/graph."))
        #expect(!result.text.contains("w3id.org/isnad/id/"))
        #expect(result.text.contains("\"2024-02-20\"^^"))
    }

    @Test func unionOfDocumentsDoesNotDependOnRepetition() throws {
        let once = try Binary.isnad(["build", article])
        let twice = try Binary.isnad(["build", article, article])
        #expect(once.output == twice.output)
    }
}
