import Extraction
import Foundation
import Testing

/// Each term of `Ontology/isnad.ttl` names a rule that there is.
@Suite struct SourceRuleTests {
    /// The terms that no rule finds yet.
    private let unfound: Set<String> = [
        "isnad:medium", "isnad:publishedBy", "isnad:proposedBy", "isnad:status", "schema:superEvent",
    ]

    @Test func sourceRulesAreRules() throws {
        let knowledge = try RepositoryKnowledge.shared.get()
        var known = Set(knowledge.rules.map(\.id))
        // Rules without examples of their own stand in the graphs of the example articles.
        for folder in ["workshop", "signing"] {
            let path = RepositoryKnowledge.root.appending(path: "Examples/\(folder)/article.txt")
            let graph = RepositoryKnowledge.graph(of: try String(contentsOf: path, encoding: .utf8), knowledge)
            known.formUnion(graph.edges.flatMap { $0.evidence.map(\.rule) })
            known.formUnion(graph.mentions.map(\.rule))
        }
        // An office is attested on the day of the document.
        known.insert("document-date")
        let rules = try sourceRules()
        #expect(rules.count > 110)
        for (term, rule) in rules {
            #expect(unfound.contains(term) ? rule == "none" : known.contains(rule), "\(term): \(rule)")
        }
    }

    /// Term and rule of each `isnad:sourceRule`.
    private func sourceRules() throws -> [(term: String, rule: String)] {
        var rules: [(String, String)] = []
        var term = ""
        for line in try RepositoryKnowledge.text("isnad.ttl").split(separator: "\n") {
            let words = line.split(separator: " ")
            if let first = words.first, !line.hasPrefix(" "), words.count > 1, words[1] == "a" { term = String(first) }
            if words.first == "isnad:sourceRule", words.count > 1, words[1].hasPrefix("\"") {
                rules.append((term, words[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))))
            }
        }
        return rules
    }
}
