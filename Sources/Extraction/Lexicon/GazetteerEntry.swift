import KnowledgeGraph

/// A known thing: a State, a place, an organisation, an instrument.
///
/// Its names are read from the row of the file only when somebody asks: a document needs some dozens of the thousands.
struct GazetteerEntry: Sendable {
    /// Where a cell is in the file, in bytes.
    struct Span: Sendable {
        fileprivate var start: Int32 = 0
        fileprivate var end: Int32 = 0
    }

    private let file: String
    let type: OntologyClass
    /// A name that is also a common word: needs support from its context.
    var isWeak = false
    /// What stands before the key in the file to make the key of the thing.
    private let keyPrefix: StaticString
    private let keySpan: Span
    private let nameSpan: Span
    var englishSpan = Span()
    var countrySpan = Span()
    var parentSpan = Span()
    var topicsSpan = Span()
    var supplementsSpan = Span()

    init(
        in file: TabularFile, type: OntologyClass, keyPrefix: StaticString = "", key: TabularFile.Cell,
        name: TabularFile.Cell
    ) {
        (self.file, self.type, self.keyPrefix) = (file.text, type, keyPrefix)
        (keySpan, nameSpan) = (Span(key, in: file), Span(name, in: file))
    }

    var key: String {
        var bytes: [UInt8] = []
        appendKey(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The full Arabic name.
    var name: String { text(nameSpan) }
    var english: String { text(englishSpan) }
    /// ISO 3166-1 alpha-2 in capital letters, empty if none.
    var country: String { text(countrySpan) }
    /// The key of what it belongs to, empty if none.
    var parent: String { text(parentSpan) }
    var topics: [String] {
        text(topicsSpan).utf8.split(separator: UInt8(ascii: "|")).map { String($0) ?? "" }.filter { $0 != "-" }
    }
    /// For an instrument: the key of what it supplements.
    var supplements: String { text(supplementsSpan) }

    /// The key in UTF-8; the code of a State in small letters.
    func appendKey(to bytes: inout [UInt8]) {
        keyPrefix.withUTF8Buffer { bytes.append(contentsOf: $0) }
        let isCode = type == .Country
        for byte in slice(keySpan) { bytes.append(isCode && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    }

    private func text(_ span: Span) -> String { String(decoding: slice(span), as: UTF8.self) }

    private func slice(_ span: Span) -> Substring.UTF8View {
        let bytes = file.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: Int(span.start))
        return bytes[start..<bytes.index(start, offsetBy: Int(span.end - span.start))]
    }
}

extension GazetteerEntry.Span {
    init(_ cell: TabularFile.Cell, in file: TabularFile) {
        guard !cell.isEmpty, let cellStart = cell.bytes.baseAddress, let fileStart = file.bytes.baseAddress else { return }
        start = Int32(truncatingIfNeeded: cellStart - fileStart)
        end = start + Int32(truncatingIfNeeded: cell.bytes.count)
    }
}
