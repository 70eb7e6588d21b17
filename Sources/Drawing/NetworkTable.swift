import KnowledgeGraph

/// A graph as network tools and spreadsheets take it: one row an entity, one row a link. The n-ary nodes are links, as
/// in the pictures, but for what is reported, which stays a node with its text.
struct NetworkTable {
    static let nodeColumns = ["id", "label", "label_en", "class", "kind", "notes", "iri"]
    static let edgeColumns = [
        "source", "target", "property", "label", "label_en", "derivation", "confidence", "rule", "count",
        "sentence",
        "document",
    ]

    let nodes: [[String]]
    /// The first two columns are ids of nodes.
    let edges: [[String]]
    /// The confidence of each edge, in hundredths.
    let weights: [UInt8]

    init(_ graph: Graph, words: DrawingWords, base: String = Namespace.id) {
        let diagram = Diagram(graph, words: words, statements: true)
        nodes = diagram.entities.map { entity in
            let notes = entity.notes.map { note in
                "\(words[note.key].en): \(note.isWord ? words[note.value].en : note.value)"
            }
            return [
                entity.name, Self.plain(entity.label), Self.plain(entity.english ?? ""), entity.type.rawValue,
                entity.kind.rawValue, Self.plain(notes.joined(separator: "; ")), base + entity.name,
            ]
        }
        edges = diagram.links.map { link in
            let entry = words[link.key]
            let best = link.evidence.first
            let sentence = best?.sentence.flatMap { index in
                graph.sentences.indices.contains(Int(index)) ? graph.sentences[Int(index)].text : nil
            }
            let document = best.flatMap { evidence in
                graph.documents.indices.contains(Int(evidence.document))
                    ? graph.documents[Int(evidence.document)].name : nil
            }
            return [
                diagram.entities[link.source].name, diagram.entities[link.target].name, link.key,
                ([entry.ar] + link.qualifiers.map { words[$0].ar }).joined(separator: "، "),
                ([entry.en] + link.qualifiers.map { words[$0].en }).joined(separator: ", "),
                link.derivation.rawValue, Self.decimal(link.confidence), best?.rule ?? "", String(link.count),
                Self.plain(sentence ?? ""), document ?? "",
            ]
        }
        weights = diagram.links.map(\.confidence)
    }

    private static func plain(_ text: String) -> String { DrawingText.cleaned(text, limit: 10_000) }

    /// Hundredths as a decimal: 0.9, 0.85, 1.
    static func decimal(_ hundredths: UInt8) -> String {
        let value = Int(min(hundredths, 100))
        if value == 100 { return "1" }
        let digits = value < 10 ? "0\(value)" : String(value)
        return "0." + (value % 10 == 0 ? String(value / 10) : digits)
    }
}
