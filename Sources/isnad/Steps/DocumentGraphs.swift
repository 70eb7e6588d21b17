import ArabicText
import Crypto
import Extraction
import KnowledgeGraph
import Reading

/// Makes the graph of a document.
struct DocumentGraphs {
    private var extractor: Extractor
    private let date: String?

    init(_ knowledge: Knowledge, date: DocumentDate?) {
        extractor = Extractor(knowledge)
        self.date = date?.text
    }

    mutating func graph(of document: Document) -> Graph {
        let digest = document.source.bytes.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return Self.hex(hash.finalize())
        }
        return extractor.graph(
            of: document.source,
            document: DocumentRecord(
                name: "doc." + digest.prefix(16), title: document.title, date: document.date ?? date,
                url: document.url,
                publisher: document.publisher, language: document.language, sha256: digest))
    }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
