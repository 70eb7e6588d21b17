import ArabicText
import Crypto
import Extraction
import KnowledgeGraph
import OntologyData

extension Knowledge {
    /// The words, names and rules of `Ontology/`, as they were when the library was built.
    ///
    /// - Parameter own: files of your own that are added, as a `roles.tsv`: `isnad init` writes some to begin with.
    /// - Throws: `KnowledgeError` for the first line that cannot be read.
    public static func builtIn(adding own: [(name: String, text: String)] = []) throws -> Knowledge {
        let files = OntologyData.names.compactMap { name in
            name.hasSuffix(".tsv") || name.hasSuffix(".rules") ? OntologyData.text(of: name).map { (name, $0) } : nil
        }
        return try Knowledge(files: files + own)
    }
}

extension Extractor {
    /// An extractor with the built-in knowledge.
    ///
    /// ```swift
    /// var extractor = try Extractor()
    /// let graph = extractor.graph(of: "قال وزير العدل سعد المهيني إن العمل مستمر.")
    /// ```
    ///
    /// Loading takes some hundredths of a second: make one and keep it. Extractors of several threads may share one
    /// `Knowledge`.
    public init() throws { self.init(try Knowledge.builtIn()) }

    /// The graph of an Arabic text.
    ///
    /// - Parameters:
    ///   - text: an article, without markup.
    ///   - title: its headline.
    ///   - date: the day on which it appeared, `YYYY-MM-DD`; days as «أمس» are counted from it.
    ///   - url: where it stands.
    public mutating func graph(
        of text: String, title: String? = nil, date: String? = nil, url: String? = nil
    ) -> Graph {
        var hash = SHA256()
        hash.update(data: Array(text.utf8))
        var digest: [UInt8] = []
        for byte in hash.finalize() {
            for digit in [byte >> 4, byte & 15] { digest.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
        let sha256 = String(decoding: digest, as: UTF8.self)
        return graph(
            of: SourceText(text),
            document: DocumentRecord(
                name: "doc." + sha256.prefix(16), title: title, date: date, url: url, sha256: sha256))
    }
}
