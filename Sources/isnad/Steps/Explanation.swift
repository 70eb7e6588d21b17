import ArabicText
import Extraction
import Files
import KnowledgeGraph
import Reading

/// The tree of rules, spans and merges behind the nodes and edges of a document's graph.
struct Explanation {
    let graph: Graph
    let lines: LineMap
    let document: Document
    let rules: [String: Rule]
    private let format: FindingFormat
    /// What goes around the name of a thing on a terminal.
    private let heading: (start: String, end: String)

    init(
        _ graph: Graph, document: Document, rules: [Rule], format: FindingFormat, heading: (start: String, end: String)
    ) {
        (self.format, self.heading) = (format, heading)
        (self.graph, self.document) = (graph, document)
        lines = LineMap(document.source.bytes)
        self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The nodes with `text` in a label, or with it as local name.
    func nodes(_ text: String) -> [String] {
        let pattern = LabelPattern(text)
        return graph.nodes.indices.filter { index in
            let node = graph.nodes[index]
            return node.name == text || node.labels.contains { pattern.matches($0.text) }
        }.map { told(NodeID($0)) }
    }

    private func told(_ id: NodeID) -> String { format == .json ? json(id).text : describe(id) }

    /// The edges that a pattern asks for.
    func edges(_ pattern: EdgePattern) -> [String] {
        graph.edges.filter { edge in
            if let predicate = pattern.predicate, edge.predicate != predicate { return false }
            return matches(pattern.subject, .node(edge.subject)) && matches(pattern.object, edge.object)
        }.map { format == .json ? json($0).text : describe($0) }
    }

    func everything() -> [String] { graph.nodes.indices.map { told(NodeID($0)) } }

    private func matches(_ text: String?, _ value: Value) -> Bool {
        guard let text else { return true }
        let pattern = LabelPattern(text)
        guard case .node(let id) = value else { return pattern.matches(shown(value)) }
        return graph[id].name == text || graph[id].labels.contains { pattern.matches($0.text) }
    }

    // MARK: Text

    /// A node, what it is called, where it is mentioned, and its edges.
    private func describe(_ id: NodeID) -> String {
        let node = graph[id]
        var text = heading.start + node.displayLabel.escapedForTerminal + heading.end + "  [\(node.type.rawValue)]  \(node.name)\n"
        let others = node.labels.filter { $0.text != node.displayLabel }
        if !others.isEmpty {
            text +=
                "  also: "
                + others.map { "\($0.text.escapedForTerminal) (\($0.language))" }.joined(separator: ", ")
            text += "\n"
        }
        let mentions = graph.mentions.filter { $0.node == id }
        if !mentions.isEmpty { text += "  mentions, merged into it:\n" }
        for mention in mentions {
            text +=
                "    \(place(mention.range)) «\(mention.text.escapedForTerminal)» \(mention.form.rawValue)"
            text += ", rule \(named(mention.rule))\n"
        }
        for edge in graph.edges where edge.subject == id { text += "  " + indented(describe(edge)) }
        for edge in graph.edges where edge.object == .node(id) { text += "  ← " + indented(describe(edge)) }
        return text
    }

    private func indented(_ text: String) -> String {
        var result = ""
        for byte in text.utf8.split(separator: 0x0A) {
            result += (result.isEmpty ? "" : "  ") + String(Substring(byte)) + "\n"
        }
        return result
    }

    /// An edge and each piece of its evidence.
    private func describe(_ edge: Edge) -> String {
        var text = "\(graph[edge.subject].displayLabel.escapedForTerminal) — \(edge.predicate.rawValue) → "
        text += shown(edge.object).escapedForTerminal + "\n"
        for evidence in edge.evidence {
            text += "    \(evidence.derivation.rawValue), confidence \(Double(evidence.confidence) / 100)"
            text += ", rule \(named(evidence.rule))\n"
            if let range = evidence.range {
                text += "      \(place(range)) «\(lines.text(range).escapedForTerminal)»\n"
            }
            if let sentence = evidence.sentence {
                text += "      in: \(graph.sentences[Int(sentence)].text.escapedForTerminal)\n"
            }
        }
        return text
    }

    private func shown(_ value: Value) -> String {
        switch value {
        case .node(let id): graph[id].displayLabel
        case .literal(let text, _): "\"\(text)\""
        case .concept(let name): "isnad:" + name
        }
    }

    /// `file:line:column`, both from 1, the column in code points.
    private func place(_ range: Range<Int32>) -> String {
        let (line, column) = lines.place(of: Int(range.lowerBound))
        return "\(document.name):\(line):\(column)"
    }

    /// The rule with the place where it is written, if it is data.
    private func named(_ id: String) -> String {
        rules[id].map { "\(id) (\($0.file):\($0.line))" } ?? id
    }
}
