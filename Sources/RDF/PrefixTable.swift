/// Prefixes and the namespaces that they stand for, in the order of their declaration.
public struct PrefixTable: Sendable {
    public struct Entry: Sendable {
        public let prefix: String
        public let namespace: String
        let namespaceBytes: [UInt8]
        /// `prefix:`
        let token: [UInt8]
    }

    public private(set) var entries: [Entry] = []

    public init() {}

    /// Pairs that are not valid are left out.
    public init(_ pairs: [(prefix: String, iri: String)]) {
        for pair in pairs { try? add(pair.prefix, pair.iri) }
    }

    /// Declares `prefix` (`PN_PREFIX`, Turtle 1.1, production 167s, or empty) for `namespace`; a prefix that
    /// is there already gets the new namespace, as in Turtle.
    public mutating func add(_ prefix: String, _ namespace: String) throws {
        let bytes = Array(namespace.utf8)
        guard GrammarCheck.isPrefix(prefix) else { throw RDFError(.invalidTerm, "not a prefix: \(prefix)") }
        guard !bytes.isEmpty, bytes.count < 1 << 15,
            bytes.allSatisfy({ ByteClass.table[Int($0)] & ByteClass.notIRI.rawValue == 0 })
        else { throw RDFError(.invalidTerm, "not a namespace IRI: \(namespace)") }
        entries.removeAll { $0.prefix.utf8.elementsEqual(prefix.utf8) }
        entries.append(
            Entry(
                prefix: prefix, namespace: namespace, namespaceBytes: bytes,
                token: Array(prefix.utf8) + [UInt8(ascii: ":")]))
    }

    /// The entry whose namespace leaves the shortest plainly safe local part of `iri`, and that part's start.
    ///
    /// Plainly safe (`PN_LOCAL` without escapes): letters, digits, `_ - .` and U+0380…07FF; first neither a
    /// digit nor `-` nor `.`; last not `.`; no `..`; not empty.
    func split(_ iri: UnsafeBufferPointer<UInt8>) -> (entry: Int, localStart: Int)? {
        var start = iri.count
        var dot = true
        while start > 0 {
            let byte = iri[start - 1]
            if ByteClass.table[Int(byte)] & ByteClass.notLocal.rawValue != 0 { break }
            let isDot = byte == UInt8(ascii: ".")
            if isDot && dot { break }
            dot = isDot
            start -= 1
        }
        guard start < iri.count else { return nil }
        var best: (entry: Int, localStart: Int)?
        for (index, entry) in entries.enumerated() {
            let length = entry.namespaceBytes.count
            guard length >= start, length < iri.count, length > best?.localStart ?? -1, canBegin(iri[length])
            else {
                continue
            }
            let isPrefix = entry.namespaceBytes.withUnsafeBufferPointer {
                equalBytes($0, UnsafeBufferPointer(rebasing: iri[..<length]))
            }
            if isPrefix { best = (index, length) }
        }
        return best
    }

    /// A letter, `_`, or the first byte of a letter beyond ASCII.
    @inline(__always)
    private func canBegin(_ byte: UInt8) -> Bool {
        GrammarCheck.isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0xC0
    }
}
