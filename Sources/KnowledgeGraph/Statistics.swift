/// Counts of a graph.
public struct Statistics: Sendable {
    public struct Count: Sendable, Equatable {
        public var name: String
        public var count: Int
    }

    public let documents: Int
    public let sentences: Int
    public let mentions: Int
    /// Nodes by their own class, most frequent first, ties in the order of the ontology.
    public let classes: [Count]
    /// Edges by property, likewise.
    public let properties: [Count]
    /// Edges by the derivation of their best evidence; `attribute` for those that carry none.
    public let derivations: [Count]
    /// Edges by the rule of their best evidence, most frequent first, ties by name.
    public let rules: [Count]

    /// Names that several things of one kind bear, with how many: persons, bodies and posts; most first.
    public let homonyms: [Count]

    public init(of graph: Graph) {
        (documents, sentences, mentions) = (graph.documents.count, graph.sentences.count, graph.mentions.count)
        var byClass: [OntologyClass: Int] = [:]
        for node in graph.nodes { byClass[node.type, default: 0] += 1 }
        var byProperty: [OntologyProperty: Int] = [:]
        var byDerivation: [String: Int] = [:]
        var byRule: [String: Int] = [:]
        for edge in graph.edges {
            byProperty[edge.predicate, default: 0] += 1
            byDerivation[edge.evidence.first?.derivation.rawValue ?? "attribute", default: 0] += 1
            if let rule = edge.evidence.first?.rule { byRule[rule, default: 0] += 1 }
        }
        classes = Self.sorted(OntologyClass.allCases.map { ($0.rawValue, byClass[$0] ?? 0) })
        properties = Self.sorted(OntologyProperty.allCases.map { ($0.rawValue, byProperty[$0] ?? 0) })
        derivations = Self.sorted(
            (Evidence.Derivation.allCases.map(\.rawValue) + ["attribute"]).map { ($0, byDerivation[$0] ?? 0) })
        offices = OfficeHistory.all(in: graph)
        homonyms = Self.homonyms(graph)
        rules = Self.sorted(byRule.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private static func homonyms(_ graph: Graph) -> [Count] {
        var bearers: [String: Int] = [:]
        for node in graph.nodes where [.Person, .Organization, .Post].contains(node.type.kind) {
            bearers["\(node.displayLabel) (\(node.type.kind.rawValue))", default: 0] += 1
        }
        return sorted(bearers.filter { $0.value > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private static func sorted(_ counts: [(String, Int)]) -> [Count] {
        counts.enumerated().filter { $0.element.1 > 0 }
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
            .map { Count(name: $0.element.0, count: $0.element.1) }
    }

    /// Offices with those who held them, where the texts have a day.
    public let offices: [OfficeHistory]

    /// A table for a terminal.
    public var text: String {
        var lines = ["\(documents) documents, \(sentences) sentences, \(mentions) mentions"]
        for (title, counts) in [
            ("things by class", classes), ("edges by property", properties), ("edges by derivation", derivations),
            ("edges by rule", rules),
            ("things that share a name with another", homonyms),
        ] where !counts.isEmpty {
            let total = counts.reduce(0) { $0 + $1.count }
            lines.append("")
            lines.append(Self.row(total, title))
            lines += counts.map { Self.row($0.count, "  " + $0.name) }
        }
        if !offices.isEmpty { lines += ["", Self.row(offices.count, "offices and who is attested in them")] }
        for office in offices {
            lines.append(Self.row(office.terms.count, "  " + office.label))
            lines += office.terms.map { "           \($0.days)  \($0.label)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ count: Int, _ name: String) -> String {
        let digits = String(count)
        return String(repeating: " ", count: max(0, 7 - digits.utf8.count)) + digits + "  " + name
    }
}
