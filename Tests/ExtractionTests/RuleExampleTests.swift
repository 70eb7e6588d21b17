import Extraction
import KnowledgeGraph
import Testing

/// Every rule of `Ontology/rules` against its own examples, through the whole extractor.
@Suite struct RuleExampleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var place: String
        var example: Rule.Example
        var testDescription: String { "\(place) \(rule) \(example.isPositive ? "+" : "-") \(example.text)" }
    }

    static var rules: [Rule] { (try? RepositoryKnowledge.shared.get().rules) ?? [] }

    static var cases: [Case] {
        rules.flatMap { rule in
            rule.examples.map { Case(rule: rule.id, place: "\(rule.file):\($0.line)", example: $0) }
        }
    }

    @Test func rulesLoad() throws {
        #expect(try RepositoryKnowledge.shared.get().rules.count >= 30)
        #expect(Self.cases.count >= 2 * Self.rules.count)
    }

    @Test func everyRuleHasBothKindsOfExamples() {
        for rule in Self.rules {
            let place = "\(rule.file):\(rule.line): rule \(rule.id)"
            #expect(rule.examples.contains { $0.isPositive }, "\(place) has no + example")
            #expect(rule.examples.contains { !$0.isPositive }, "\(place) has no - example")
        }
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

    @Test(arguments: cases) func example(_ item: Case) throws {
        let graph = try RepositoryKnowledge.graph(of: item.example.text)
        guard item.example.isPositive else {
            let fired = graph.edges.filter { edge in edge.evidence.contains { $0.rule == item.rule } }
            #expect(fired.isEmpty, "the rule must not fire, but:\n\(graph.shownEdges)")
            return
        }
        for wanted in item.example.expected {
            let found = graph.edges.contains { edge in
                edge.predicate.rawValue == wanted.predicate
                    && graph[edge.subject].labels.contains { $0.text == wanted.subject }
                    && graph.labels(of: edge.object).contains(wanted.object)
                    && edge.evidence.contains { $0.rule == item.rule }
            }
            #expect(
                found,
                "no \(wanted.subject) | \(wanted.predicate) | \(wanted.object) by \(item.rule); found:\n\(graph.shownEdges)"
            )
        }
    }
}
