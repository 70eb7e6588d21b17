import KnowledgeGraph
import OntologyData

/// The words that pictures use, in Arabic and English, and the way that each sort of link is drawn:
/// `Ontology/drawing/labels.tsv`.
public struct DrawingWords: Sendable {
    /// A word in both languages.
    public struct Entry: Sendable, Equatable {
        public var ar: String
        public var en: String
        public var way: Way
    }

    public enum Way: String, Sendable {
        /// From subject to object.
        case forward
        /// From object to subject: who acts comes before what is acted on.
        case inverse
        /// Written beside the node.
        case note
        /// Never drawn by itself.
        case hidden
    }

    /// What is wrong with a table of words.
    public struct Malformed: Error, Sendable, Equatable {
        /// From 1.
        public var line: Int
        public var message: String
    }

    private var entries: [String: Entry] = [:]

    /// - Parameter table: lines of key, Arabic, English and way, between tabs; `#` opens a comment.
    public init(table: String) throws(Malformed) {
        var number = 0
        for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4 else { throw Malformed(line: number, message: "not four fields") }
            guard let way = Way(rawValue: fields[3]) else {
                throw Malformed(line: number, message: "unknown way \(fields[3])")
            }
            guard !fields[0].isEmpty, !fields[1].isEmpty, !fields[2].isEmpty else {
                throw Malformed(line: number, message: "an empty field")
            }
            guard entries.updateValue(Entry(ar: fields[1], en: fields[2], way: way), forKey: fields[0]) == nil
            else {
                throw Malformed(line: number, message: "\(fields[0]) a second time")
            }
        }
    }

    private init() {}

    /// The table that the binary was built with; a test reads it, so that it cannot be malformed.
    public static let builtIn: DrawingWords = {
        guard let text = OntologyData.text(of: "drawing/labels.tsv"),
            let words = try? DrawingWords(table: text)
        else { return DrawingWords() }
        return words
    }()

    /// The entry for a key; an unknown key names itself.
    public subscript(key: String) -> Entry { entries[key] ?? Entry(ar: key, en: key, way: .forward) }

    public subscript(property: OntologyProperty) -> Entry { self[property.rawValue] }

    public subscript(type: OntologyClass) -> Entry { self["class:" + type.rawValue] }

    public func contains(_ key: String) -> Bool { entries[key] != nil }

    public var keys: [String] { entries.keys.sorted() }
}

extension DrawingWords.Entry {
    /// With `%1`, `%2` … filled in.
    func filled(_ values: Int...) -> (ar: String, en: String) {
        var (ar, en) = (ar, en)
        for (index, value) in values.enumerated() {
            ar = ar.replacing("%\(index + 1)", with: String(value))
            en = en.replacing("%\(index + 1)", with: String(value))
        }
        return (ar, en)
    }
}
