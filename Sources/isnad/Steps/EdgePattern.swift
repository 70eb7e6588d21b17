import ArabicText
import ArgumentParser
import KnowledgeGraph

/// What `--edge "S P O"` asks for.
struct EdgePattern {
    /// nil: any.
    let subject: String?
    let predicate: OntologyProperty?
    let object: String?

    /// - Throws: `ValidationError` if no property stands in the middle.
    init(_ text: String) throws {
        let words = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
        let middle = words.indices.first { index in
            index > 0 && index + 1 < words.count && OntologyProperty(rawValue: words[index]) != nil
        }
        if let middle {
            predicate = OntologyProperty(rawValue: words[middle])
            subject = Self.part(words[..<middle])
            object = Self.part(words[(middle + 1)...])
        } else if words.count == 3, words[1] == "*" {
            (predicate, subject, object) = (nil, Self.part(words[..<1]), Self.part(words[2...]))
        } else {
            let near = words.first { $0.utf8.contains(UInt8(ascii: ":")) }
            throw ValidationError(
                "--edge is \"SUBJECT PROPERTY OBJECT\" with a property as org:holds"
                    + (near.map { "; no property is called '\($0)'" } ?? ""))
        }
    }

    private static func part(_ words: ArraySlice<String>) -> String? {
        words.elementsEqual(["*"]) ? nil : words.joined(separator: " ")
    }
}

/// Finds a text in labels, whatever its hamzas, diacritics and tatweel.
struct LabelPattern {
    private let folded: [UInt8]

    init(_ text: String) { folded = Folding.fold(text) }

    func matches(_ label: String) -> Bool {
        let bytes = Folding.fold(label)
        guard !folded.isEmpty, bytes.count >= folded.count else { return folded.isEmpty }
        return (0...(bytes.count - folded.count)).contains { bytes[$0...].starts(with: folded) }
    }
}
