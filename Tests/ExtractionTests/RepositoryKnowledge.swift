import ArabicText
import Extraction
import Foundation
import KnowledgeGraph

/// The files of `Ontology/` as they stand in the repository, and what is extracted with them.
enum RepositoryKnowledge {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let ontology = root.appending(path: "Ontology")

    /// Relative paths below `Ontology/`, sorted by bytes, hidden ones left out.
    static var names: [String] {
        let walk = FileManager.default.enumerator(
            at: ontology, includingPropertiesForKeys: [.isRegularFileKey])
        var names: [String] = []
        while let next = walk?.nextObject() as? URL {
            guard (try? next.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true else {
                continue
            }
            let name = String(next.path().dropFirst(ontology.path().count)).drop { $0 == "/" }
            if !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                names.append(String(name))
            }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: ontology.appending(path: name), encoding: .utf8)
    }

    /// Words, names and rules.
    static func files() throws -> [(name: String, text: String)] {
        try names.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".rules") }.map { ($0, try text($0)) }
    }

    /// Loaded once for all tests.
    static let shared = Result { try Knowledge(files: files()) }

    static func graph(of text: String, _ knowledge: Knowledge) -> Graph {
        var extractor = Extractor(knowledge)
        return extractor.graph(of: SourceText(text), document: DocumentRecord(name: "doc.test"))
    }

    static func graph(of text: String) throws -> Graph { graph(of: text, try shared.get()) }
}

extension Graph {
    /// All names of an edge's object.
    func labels(of value: Value) -> [String] {
        switch value {
        case .node(let id): self[id].labels.map(\.text)
        case .literal(let text, _): [text]
        case .concept(let name): ["isnad:" + name]
        }
    }

    /// Edges as `subject | property | object (rule)`, for messages.
    var shownEdges: String {
        edges.map { edge in
            let rules = edge.evidence.map(\.rule).joined(separator: ", ")
            return "\(self[edge.subject].displayLabel) | \(edge.predicate.rawValue) | "
                + "\(labels(of: edge.object).first ?? "?") (\(rules))"
        }.joined(separator: "\n")
    }
}
