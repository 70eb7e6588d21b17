import Extraction
import JSONText
import KnowledgeGraph

/// Explanations for programs.
extension Explanation {
    /// A node, what it is called, where it is mentioned, and the edges that leave it or come to it.
    func json(_ id: NodeID) -> JSONValue {
        let node = graph[id]
        let mentions = graph.mentions.filter { $0.node == id }
        let edges = graph.edges.filter { $0.subject == id || $0.object == .node(id) }
        return .object([
            ("node", .string(node.name)), ("class", .string(node.type.rawValue)),
            (
                "labels",
                .array(
                    node.labels.map { label in
                        .object([
                            ("text", .string(label.text)), ("language", .string(label.language)),
                            ("preferred", .bool(label.isPreferred)),
                        ])
                    })
            ),
            (
                "mentions",
                .array(
                    mentions.map { mention in
                        .object(
                            place(mention.range) + [
                                ("text", .string(mention.text)), ("form", .string(mention.form.rawValue)),
                                ("rule", rule(mention.rule)),
                            ])
                    })
            ),
            ("edges", .array(edges.map { json($0) })),
        ])
    }

    /// An edge and each piece of its evidence.
    func json(_ edge: Edge) -> JSONValue {
        .object([
            ("subject", .string(graph[edge.subject].name)), ("subjectLabel", .string(graph[edge.subject].displayLabel)),
            ("property", .string(edge.predicate.rawValue)), ("object", object(edge.object)),
            ("evidence", .array(edge.evidence.map(json))),
        ])
    }

    private func json(_ evidence: Evidence) -> JSONValue {
        let confidence = Int(min(evidence.confidence, 100))
        var members: [(String, JSONValue?)] = [
            ("derivation", .string(evidence.derivation.rawValue)),
            ("confidence", .decimal(confidence == 100 ? "1" : "0." + (confidence < 10 ? "0" : "") + String(confidence))),
            ("rule", rule(evidence.rule)),
        ]
        if let range = evidence.range {
            members += place(range).map { ($0.0, $0.1) }
            members.append(("words", .string(lines.text(range))))
        }
        members.append(("sentence", evidence.sentence.map { .string(graph.sentences[Int($0)].text) }))
        return .object(leavingOut: members)
    }

    private func object(_ value: Value) -> JSONValue {
        switch value {
        case .node(let id): .object([("node", .string(graph[id].name)), ("label", .string(graph[id].displayLabel))])
        case .literal(let text, let type): .object([("value", .string(text)), ("type", .string(type.rawValue))])
        case .concept(let name): .object([("concept", .string("isnad:" + name))])
        }
    }

    /// File, line and column, both from 1, the column in code points.
    private func place(_ range: Range<Int32>) -> [(String, JSONValue)] {
        let (line, column) = lines.place(of: Int(range.lowerBound))
        return [("file", .string(document.name)), ("line", .number(line)), ("column", .number(column))]
    }

    /// The id of a rule, with the place where it is written, if it is data.
    private func rule(_ id: String) -> JSONValue {
        .object(leavingOut: [
            ("id", .string(id)), ("file", rules[id].map { .string($0.file) }), ("line", rules[id].map { .number($0.line) }),
        ])
    }
}
