import KnowledgeGraph

/// What the script of a page knows: every entity and every link, those that the picture leaves out too.
struct PageData {
    let diagram: Diagram
    let words: DrawingWords
    let isEnglish: Bool

    private func word(_ key: String) -> String { isEnglish ? words[key].en : words[key].ar }

    var json: String {
        let nodes = diagram.entities.map { entity -> String in
            let labels = [entity.label] + diagram.graph[entity.id].labels.map(\.text)
            let notes = entity.notes.map { "\(word($0.key)): \($0.isWord ? word($0.value) : $0.value)" }
            return Self.object([
                ("label", Self.string(entity.label)), ("en", Self.string(entity.english ?? "")),
                ("kind", Self.string(entity.kind.rawValue)),
                ("type", Self.string(word("class:" + entity.type.rawValue))),
                ("notes", Self.string(notes.joined(separator: " · "))),
                ("names", "[" + labels.map(Self.string).joined(separator: ",") + "]"),
            ])
        }
        let links = diagram.links.map { link -> String in
            let entry = words[link.key]
            let (from, to) = entry.way == .inverse ? (link.target, link.source) : (link.source, link.target)
            let label = isEnglish ? entry.en : entry.ar
            let say = "\(diagram.entities[from].label) – \(label) – \(diagram.entities[to].label)"
            let quote = link.evidence.first?.sentence.flatMap { index in
                diagram.graph.sentences.indices.contains(Int(index))
                    ? diagram.graph.sentences[Int(index)].text : nil
            }
            return Self.object([
                ("s", String(link.source)), ("t", String(link.target)), ("say", Self.string(say)),
                ("derivation", Self.string(link.derivation.rawValue)),
                ("derived", Self.string(word("word:" + link.derivation.rawValue))),
                ("confidence", String(link.confidence)), ("percent", Self.string("\(link.confidence)%")),
                ("rule", Self.string(link.evidence.first?.rule ?? "")), ("quote", Self.string(quote ?? "")),
            ])
        }
        return Self.object([
            ("words", Self.object([("results", Self.string(word("word:results")))])),
            ("nodes", "[\n" + nodes.joined(separator: ",\n") + "\n]"),
            ("links", "[\n" + links.joined(separator: ",\n") + "\n]"),
        ])
    }

    private static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    /// A JSON string that cannot end the element around it.
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in DrawingText.cleaned(text, limit: 4000).unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "<": result += "\\u003c"
            case ">": result += "\\u003e"
            case "&": result += "\\u0026"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
