import Foundation
import Testing

/// `isnad init`, and README's "teach it a new role in three minutes", step by step.
@Suite struct InitTests {
    @Test func whatTheFolderTeachesIsFound() throws {
        let scratch = try Folder()
        let made = try Binary.isnad(["init", "كلماتي"], in: scratch.url)
        #expect(made.code == 0, "\(made.errors)")
        let files = ["article.txt", "heads.tsv", "organizations.tsv", "own.rules", "roles.tsv", "sets.tsv"]
        let there = try FileManager.default.contentsOfDirectory(atPath: scratch.file("كلماتي").path(percentEncoded: false))
        #expect(there.sorted() == files)
        let bare = try Binary.isnad(["build", "كلماتي/article.txt", "--evidence", "none"], in: scratch.url)
        let taught = try Binary.isnad(
            ["build", "كلماتي/article.txt", "--evidence", "none", "--lexicon", "كلماتي"], in: scratch.url)
        #expect(taught.code == 0, "\(taught.errors)")
        for words in [
            "skos:prefLabel \"كبير المبصرين في وزارة المواصلات\"@ar", "skos:prefLabel \"مرقب السماء الوطني\"@ar",
            "skos:prefLabel \"سجل النجوم الموحد\"@ar", "isnad:implements",
        ] {
            #expect(taught.text.contains(words), "no \(words)")
            #expect(!bare.text.contains(words), "\(words) is there without the folder")
        }
    }

    @Test func theTutorial() throws {
        let scratch = try Folder()
        _ = try Binary.isnad(["init", "my-words"], in: scratch.url)
        let article = try scratch.write("التقت محتسبة السوق في وزارة الزراعة مها العتيبي مزارعي الوادي.", to: "article.txt")
        let ask = ["explain", article, "--node", "مها العتيبي", "--lexicon", "my-words"]
        #expect(!(try Binary.isnad(ask, in: scratch.url).text.contains("org:holds")))
        let roles = scratch.file("my-words/roles.tsv")
        var text = try String(contentsOf: roles, encoding: .utf8)
        text += "محتسب السوق\tمحتسبة السوق\tمحتسبو السوق\tother\tMarket Inspector\t\tno\n"
        try Data(text.utf8).write(to: roles)
        let taught = try Binary.isnad(ask, in: scratch.url)
        #expect(taught.text.contains("مها العتيبي — org:holds → محتسب"), "\(taught.text) \(taught.errors)")
    }

    @Test func nothingIsOverwritten() throws {
        let scratch = try Folder()
        #expect(try Binary.isnad(["init", scratch.url.path()]).code == 0)
        try Data("# mine\n".utf8).write(to: scratch.file("roles.tsv"))
        let again = try Binary.isnad(["init", scratch.url.path()])
        #expect(again.code == 0)
        #expect(again.errors.contains("roles.tsv: warning: is there already"))
        #expect(try String(contentsOf: scratch.file("roles.tsv"), encoding: .utf8) == "# mine\n")
        #expect(try Binary.isnad(["init", "/no/such/folder"]).code == 73)
        #expect(try Binary.isnad(["init"]).code == 2)
    }

    @Test func rulesAreTried() throws {
        let scratch = try Folder()
        _ = try Binary.isnad(["init", scratch.url.path()])
        let good = try Binary.isnad(["check", "--rules", "--lexicon", scratch.url.path()])
        #expect(good.code == 0)
        #expect(good.errors.contains("1 rules tried, 0 failed"), "\(good.errors)")
        let rules = scratch.file("own.rules")
        let text = try String(contentsOf: rules, encoding: .utf8)
        let line = text.components(separatedBy: "\n").firstIndex { $0.hasPrefix("+ ") }
        try Data(text.replacing("| isnad:implements |", with: "| isnad:partner |").utf8).write(to: rules)
        let bad = try Binary.isnad(["check", "--rules", "--lexicon", scratch.url.path()])
        #expect(bad.code == 65)
        #expect(bad.errors.contains("own.rules:\((try #require(line)) + 1): error: rule my-brings-about does not find"))
        #expect(try Binary.isnad(["check", "--rules", rules.path()]).code == 2)
    }

    @Test func theBuiltInRulesHold() throws {
        let result = try Binary.isnad(["check", "--rules"])
        #expect(result.code == 0)
        #expect(result.errors.contains(" rules tried, 0 failed"), "\(result.errors)")
    }
}
