import Foundation
import Testing

/// What `isnad ask` and `isnad load` do without a store; Tests/Stores has the rest.
@Suite struct AskLoadTests {
    let article = Binary.root.appending(path: "Examples/workshop/article.txt").path()

    /// The programs of the test environment, oxigraph among them.
    let programs = [
        "PATH": Binary.python.deletingLastPathComponent().path() + ":"
            + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    ]

    @Test func questionsAreListed() throws {
        let result = try Binary.isnad(["ask"])
        #expect(result.code == 0)
        let lines = result.text.split(separator: "\n")
        #expect(lines.filter { !$0.hasPrefix(" ") }.count == 13)
        #expect(result.text.contains("    من يشغل أي منصب في أي جهة"))
    }

    @Test(arguments: ["1", "01", "posts", "01-posts"]) func questionsHaveNames(_ name: String) throws {
        let result = try Binary.isnad(["ask", name, article, "-q"], environment: programs)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.text.contains("سعد المهيني"))
    }

    @Test func tableIsAligned() throws {
        let folder = try Folder()
        let query = try folder.write(
            """
            SELECT ?a ?b WHERE { VALUES (?a ?b) { ("مُحَمَّد" 1) ("العدل" 2) ("日本" 3) ("\\u001B[31m" 4) } } ORDER BY ?b
            """, to: "q.rq")
        let graph = try folder.write("<a:a> <a:b> <a:c> .\n", to: "g.nt")
        let result = try Binary.isnad(["ask", query, graph], environment: programs)
        #expect(
            result.text == """
                a       b
                ──────  ─
                مُحَمَّد    1
                العدل   2
                日本    3
                \\e[31m  4

                """, "\(result.text)")
        #expect(result.errors == "4 rows\n")
        let json = try Binary.isnad(["ask", query, graph, "--format", "json"], environment: programs)
        let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
        #expect(object.keys.sorted() == ["head", "results"])
        let comma = try folder.write("SELECT ?a WHERE { BIND(\"x,\\\"y\\\"\\nz\" AS ?a) }", to: "c.rq")
        #expect(try Binary.isnad(["ask", comma, graph, "-q"], environment: programs).text.hasSuffix("\nx,\"y\"\\nz\n"))
    }

    @Test func badQuestions() throws {
        let folder = try Folder()
        let none = try folder.write("SELEC ?a", to: "q.rq")
        let bad = try Binary.isnad(["ask", none, article], environment: programs)
        #expect(bad.code == 65)
        #expect(bad.errors.contains("error: oxigraph: error at 1:"), "\(bad.errors)")
        #expect(try Binary.isnad(["ask", "nothing", article]).code == 2)
        #expect(try Binary.isnad(["ask", "/no/such.rq", article]).code == 66)
        #expect(try Binary.isnad(["ask", "1", "/no/such.ttl"], environment: programs).code == 66)
        let without = try Binary.isnad(["ask", "1", article], environment: ["PATH": "/nowhere"])
        #expect(without.code == 73)
        #expect(without.errors.contains("the program oxigraph is not installed\n  hint: pipx install oxigraph"))
    }

    @Test func loadNeedsAnAddress() throws {
        #expect(try Binary.isnad(["load", "localhost/store", article]).code == 2)
        #expect(try Binary.isnad(["load", "http://a:b@localhost/store", article]).code == 2)
        #expect(try Binary.isnad(["load", "http://localhost/store", article, "--graph", "no iri"]).code == 2)
        let without = try Binary.isnad(["load", "http://localhost/store", article], environment: ["PATH": "/nowhere"])
        #expect(without.code == 73)
        #expect(without.errors.contains("the program curl is not installed"))
    }
}
