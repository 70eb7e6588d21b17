import Foundation
import Testing

/// Options, help, exit code 2.
@Suite struct UsageTests {
    let article = Binary.root.appending(path: "Examples/workshop/article.txt").path()

    @Test func version() throws {
        let result = try Binary.isnad(["--version"])
        #expect(result.code == 0)
        #expect(result.text.hasPrefix("isnad "))
        #expect(result.errors.isEmpty)
    }

    @Test(arguments: [[], ["build"], ["explain"], ["stats"]]) func helpHasArabicExamples(_ command: [String])
        throws
    {
        let result = try Binary.isnad(command + ["--help"])
        #expect(result.code == 0)
        #expect(result.errors.isEmpty)
        #expect(result.text.contains("EXAMPLES"))
        #expect(result.text.contains("خبر.txt"))
        #expect(!result.text.contains("--ontology"))
    }

    @Test func noSubcommandShowsHelp() throws {
        #expect(try Binary.isnad([]).text.contains("SUBCOMMANDS"))
    }

    @Test(arguments: [
        (["build", "--evidense", "full"], "--evidence"),
        (["build", "--evidence", "some"], "facts"),
        (["build", "--format", "turtel"], "turtle"),
        (["build", "--date", "2024-02-30"], "2024-02-30"),
        (["build", "--date", "yesterday"], "yesterday"),
        (["build", "--base", "https://example.org/x"], "--base"),
        (["build", "--base", "no iri/"], "--base"),
        (["build", "--min-confidence", "2"], "--min-confidence"),
        (["build", "--max-bytes", "0"], "--max-bytes"),
        (["build", "-q", "-v"], "exclude"),
        (["build", "-o", "graph.what"], "--format"),
        (["built"], "built"),
        (["explain", "--edge", "أ ب ت"], "PROPERTY"),
    ])
    func wrongUsage(_ arguments: [String], _ part: String) throws {
        let result = try Binary.isnad(arguments)
        #expect(result.code == 2, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(part), "\(result.errors)")
    }

    @Test func colours() throws {
        #expect(try Binary.isnad(["build", "/no", "--color", "always"]).errors.contains("\u{1B}[1;31merror"))
        #expect(!(try Binary.isnad(["build", "/no"]).errors.contains("\u{1B}")))
    }

    @Test func completionScripts() throws {
        for shell in ["bash", "zsh", "fish"] {
            let result = try Binary.isnad(["--generate-completion-script", shell])
            #expect(result.code == 0)
            #expect(result.text.contains("isnad"))
        }
    }

    @Test func ownWords() throws {
        let folder = try Folder()
        _ = try folder.write(
            "كبير المبصرين\tكبيرة المبصرين\tكبار المبصرين\tadvisor\t\t\tno\n", to: "roles.tsv")
        let text = Data("قال كبير المبصرين في وزارة العدل سعد المهيني إن العمل مستمر.".utf8)
        let words = ["build", "--evidence", "none", "--lexicon", folder.url.path()]
        #expect(try Binary.isnad(words, input: text).text.contains("كبير المبصرين"))
        _ = try folder.write("وزير\n", to: "honorifics.tsv")
        let bad = try Binary.isnad(words, input: text)
        #expect(bad.code == 65)
        #expect(bad.errors.contains("honorifics.tsv:1: error: "))
        #expect(try Binary.isnad(["build", "--lexicon", "/no/such"], input: text).code == 66)
    }

    @Test func explain() throws {
        let node = try Binary.isnad(["explain", article, "--node", "المهينى".replacing("ى", with: "ي")])
        #expect(node.code == 0)
        #expect(node.text.contains("سعد المهيني  [Person]"))
        #expect(node.text.contains("rule "))
        #expect(node.text.contains("article.txt:"))
        let edge = try Binary.isnad(["explain", article, "--edge", "* isnad:speaker *"])
        #expect(edge.code == 0)
        #expect(edge.text.contains("isnad:speaker → "))
        #expect(edge.text.contains("confidence 0."))
        let none = try Binary.isnad(["explain", article, "--node", "لا أحد بهذا الاسم"])
        #expect(none.code == 65)
        #expect(none.errors.contains("nothing in the graph"))
    }

    @Test func stats() throws {
        let result = try Binary.isnad(["stats", article])
        #expect(result.code == 0)
        #expect(result.text.contains("things by class"))
        #expect(result.text.contains("Person"))
        #expect(result.text.contains("isnad:speaker"))
    }
}
