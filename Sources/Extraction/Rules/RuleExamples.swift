import ArabicText
import KnowledgeGraph

/// Tries rules on their own `+` and `-` sentences, through the whole extractor.
public struct RuleExamples {
    /// An example that does not hold.
    public struct Failure: Sendable, Equatable {
        /// The file of the rule and the line of the example.
        public var file: String
        public var line: Int
        public var rule: String
        public var message: String
    }

    private var extractor: Extractor

    public init(_ knowledge: Knowledge) { extractor = Extractor(knowledge) }

    /// What is wrong with the examples of a rule; empty if they all hold.
    public mutating func failures(of rule: Rule) -> [Failure] {
        var found: [Failure] = []
        for isPositive in [true, false] where !rule.examples.contains(where: { $0.isPositive == isPositive }) {
            found.append(
                Failure(
                    file: rule.file, line: rule.line, rule: rule.id, message: "has no \(isPositive ? "+" : "-") example"))
        }
        for example in rule.examples {
            for message in messages(example, rule.id) {
                found.append(Failure(file: rule.file, line: example.line, rule: rule.id, message: message))
            }
        }
        return found
    }

    private mutating func messages(_ example: Rule.Example, _ rule: String) -> [String] {
        let graph = extractor.graph(of: SourceText(example.text), document: DocumentRecord(name: "doc.example"))
        let fired = graph.edges.filter { edge in edge.evidence.contains { $0.rule == rule } }
        guard example.isPositive else {
            return fired.map { "must not fire, but finds: " + shown($0, graph) }
        }
        return example.expected.compactMap { wanted in
            let isThere = fired.contains { edge in
                edge.predicate.rawValue == wanted.predicate
                    && graph[edge.subject].labels.contains { $0.text == wanted.subject }
                    && names(of: edge.object, graph).contains(wanted.object)
            }
            guard !isThere else { return nil }
            let instead = fired.isEmpty ? "nothing" : fired.map { shown($0, graph) }.joined(separator: "; ")
            return "does not find \(wanted.subject) | \(wanted.predicate) | \(wanted.object), but \(instead)"
        }
    }

    /// Every name of the object of an edge.
    private func names(of value: Value, _ graph: Graph) -> [String] {
        switch value {
        case .node(let id): graph[id].labels.map(\.text)
        case .literal(let text, _): [text]
        case .concept(let name): ["isnad:" + name]
        }
    }

    private func shown(_ edge: Edge, _ graph: Graph) -> String {
        "\(graph[edge.subject].displayLabel) | \(edge.predicate.rawValue) | \(names(of: edge.object, graph).first ?? "?")"
    }
}
