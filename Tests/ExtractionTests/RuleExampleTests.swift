import Extraction
import Testing

/// Every rule of `Ontology/rules` against its own examples, through the whole extractor.
@Suite struct RuleExampleTests {
    static var rules: [Rule] { (try? RepositoryKnowledge.shared.get().rules) ?? [] }

    @Test func rulesLoad() throws {
        let rules = try RepositoryKnowledge.shared.get().rules
        #expect(rules.count >= 30)
        #expect(rules.reduce(0) { $0 + $1.examples.count } >= 2 * rules.count)
    }

    @Test func idsAreUniqueAndKebabCase() {
        var seen: Set<String> = []
        for rule in Self.rules {
            #expect(seen.insert(rule.id).inserted, "two rules are called \(rule.id)")
            #expect(
                rule.id.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                }
                    && rule.id.first != "-" && rule.id.last != "-", "\(rule.id) is not in kebab case")
        }
    }

    @Test(arguments: rules.map(\.id)) func examples(_ id: String) throws {
        let knowledge = try RepositoryKnowledge.shared.get()
        var examples = RuleExamples(knowledge)
        for rule in knowledge.rules where rule.id == id {
            for failure in examples.failures(of: rule) {
                Issue.record("\(failure.file):\(failure.line): rule \(failure.rule) \(failure.message)")
            }
        }
    }

    /// What must not hold is found out, each with its line.
    @Test func failuresAreFound() throws {
        let text = """
            rule test-organizer
            when $organize.verb ~3 host:organization ~3 event:event@*
            edge event schema:organizer host 80
            + نظمت وزارة العدل ندوة علمية. | ندوة علمية | schema:organizer | وزارة التربية
            - نظمت وزارة العدل ندوة علمية.
            rule test-bare
            when $organize.verb ~3 host:organization ~3 event:event@*
            edge event schema:organizer host 80
            + نظمت وزارة العدل ندوة علمية. | ندوة علمية | schema:organizer | وزارة العدل
            """
        let knowledge = try Knowledge(files: RepositoryKnowledge.files() + [("test.rules", text)])
        var examples = RuleExamples(knowledge)
        let failures = knowledge.rules.filter { $0.file == "test.rules" }.flatMap { examples.failures(of: $0) }
        #expect(failures.map(\.line) == [4, 5, 6], "\(failures)")
        #expect(failures.map(\.rule) == ["test-organizer", "test-organizer", "test-bare"])
        #expect(failures.last?.message.contains("no - example") == true)
    }
}
