/// Terms, each held once: an arena of bytes, a record a term, and a hash over both. Ids count up from 0 in
/// the order of first appearance, so that nothing of the hash reaches the output.
///
/// The arena holds the delimiters of N-Triples around each text (`<iri>`, `"text"`, `_:label`, `@tag`), so
/// that the writers copy a clean term in one go.
public struct TermTable: Sendable {
    /// 16 bytes: offset of the text (48 bits), classes of its bytes (8), kind (8), length, datatype or
    /// language.
    struct Record {
        var packed: UInt64
        var length: UInt32
        var qualifier: Int32

        init(offset: Int, length: Int, kind: TermKind, classes: UInt8, qualifier: Int32) {
            packed = UInt64(offset) << 16 | UInt64(classes) << 8 | UInt64(kind.rawValue)
            self.length = UInt32(truncatingIfNeeded: length)
            self.qualifier = qualifier
        }

        @inline(__always) var offset: Int { Int(packed >> 16) }
        @inline(__always) var count: Int { Int(length) }
        @inline(__always) var kind: TermKind { TermKind(rawValue: UInt8(truncatingIfNeeded: packed)) ?? .iri }
        @inline(__always) var classes: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }
    }

    var arena: [UInt8] = []
    var records: [Record] = []
    private var hashes: [UInt32] = []
    private var slots: [Int32] = Array(repeating: -1, count: 256)
    private var scratch = TermText()
    private var freshLabels = 0

    public init() { arena.reserveCapacity(16 << 10) }

    /// The number of terms; every id is below it.
    public var count: Int { records.count }

    // MARK: Making terms

    /// The IRI `text`. Characters that an IRI cannot hold (space, controls, `< > " { } | ^ \` and the
    /// backtick) are percent-encoded here, once; a `%` stays as it is.
    public mutating func iri(_ text: String) -> TermID {
        iri { $0.append(text) }
    }

    /// The IRI that `compose` puts together.
    public mutating func iri(_ compose: (inout TermText) -> Void) -> TermID {
        composed(compose) { table, bytes in table.internIRI(bytes) }
    }

    public mutating func iri(bytes: UnsafeBufferPointer<UInt8>) -> TermID { internIRI(bytes) }

    /// A literal; without a datatype an `xsd:string`.
    public mutating func literal(_ text: String, datatype: TermID? = nil) -> TermID {
        literal(datatype: datatype) { $0.append(text) }
    }

    public mutating func literal(_ text: String, language: LanguageTag) -> TermID {
        composed({ $0.append(text) }) { table, bytes in
            table.intern(.languageLiteral, bytes, qualifier: language.id.index)
        }
    }

    public mutating func literal(datatype: TermID? = nil, _ compose: (inout TermText) -> Void) -> TermID {
        composed(compose) { table, bytes in table.literal(bytes: bytes, datatype: datatype) }
    }

    public mutating func literal(bytes: UnsafeBufferPointer<UInt8>, datatype: TermID?) -> TermID {
        guard let datatype, !isString(datatype) else { return intern(.literal, bytes, qualifier: -1) }
        return intern(.literal, bytes, qualifier: datatype.index)
    }

    public mutating func literal(bytes: UnsafeBufferPointer<UInt8>, language: LanguageTag) -> TermID {
        intern(.languageLiteral, bytes, qualifier: language.id.index)
    }

    /// A language tag (`LANGTAG`, Turtle 1.1, production 144s) with the base direction of RDF 1.2 (`--ltr`,
    /// `--rtl`). Its case is kept.
    public mutating func language(_ tag: String) throws -> LanguageTag {
        guard GrammarCheck.isLanguageTag(tag.utf8) else {
            throw RDFError(.invalidTerm, "not a language tag: \(tag)")
        }
        return LanguageTag(id: composed({ $0.append(tag) }) { $0.intern(.language, $1, qualifier: -1) })
    }

    /// A blank node with the label `label` (`BLANK_NODE_LABEL`, N-Triples 1.1, production 141s, without
    /// `_:`).
    public mutating func blankNode(_ label: String) throws -> TermID {
        guard GrammarCheck.isBlankNodeLabel(label) else {
            throw RDFError(.invalidTerm, "not a blank node label: \(label)")
        }
        return composed({ $0.append(label) }) { $0.intern(.blankNode, $1, qualifier: -1) }
    }

    /// Bytes that a parser has checked already.
    mutating func language(checked tag: UnsafeBufferPointer<UInt8>) -> LanguageTag {
        LanguageTag(id: intern(.language, tag, qualifier: -1))
    }

    mutating func blankNode(checked label: UnsafeBufferPointer<UInt8>) -> TermID {
        intern(.blankNode, label, qualifier: -1)
    }

    /// A blank node whose label no other blank node of the table has.
    public mutating func freshBlankNode() -> TermID {
        while true {
            let before = count
            let number = freshLabels
            freshLabels += 1
            let id = composed({
                $0.append("b" as StaticString)
                $0.append(decimal: number)
            }) { $0.intern(.blankNode, $1, qualifier: -1) }
            if count > before { return id }
        }
    }

    /// RDF 1.2: the triple as a term.
    public mutating func triple(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> TermID {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3) { ids in
            ids.initializeElement(at: 0, to: subject.index)
            ids.initializeElement(at: 1, to: predicate.index)
            ids.initializeElement(at: 2, to: object.index)
            return ids.withMemoryRebound(to: UInt8.self) { bytes in
                intern(.triple, UnsafeBufferPointer(bytes), qualifier: -1)
            }
        }
    }

    /// Forgets all terms and keeps the memory.
    public mutating func removeAll() {
        arena.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        for i in slots.indices { slots[i] = -1 }
        freshLabels = 0
    }

    // MARK: Interning

    private mutating func composed(
        _ compose: (inout TermText) -> Void,
        _ intern: (inout TermTable, UnsafeBufferPointer<UInt8>) -> TermID
    ) -> TermID {
        var text = TermText(bytes: [])
        swap(&text, &scratch)
        text.clear()
        compose(&text)
        let id = text.bytes.withUnsafeBufferPointer { intern(&self, $0) }
        swap(&text, &scratch)
        return id
    }

    private mutating func internIRI(_ bytes: UnsafeBufferPointer<UInt8>) -> TermID {
        guard ByteClass.union(of: bytes) & ByteClass.notIRI.rawValue != 0 else {
            return intern(.iri, bytes, qualifier: -1)
        }
        var encoded: [UInt8] = []
        for byte in bytes {
            if ByteClass.table[Int(byte)] & ByteClass.notIRI.rawValue == 0 {
                encoded.append(byte)
            } else {
                encoded += [
                    UInt8(ascii: "%"), upperHexDigits[Int(byte >> 4)], upperHexDigits[Int(byte & 15)],
                ]
            }
        }
        return encoded.withUnsafeBufferPointer { intern(.iri, $0, qualifier: -1) }
    }

    private mutating func intern(
        _ kind: TermKind, _ bytes: UnsafeBufferPointer<UInt8>, qualifier: Int32
    ) -> TermID {
        let hash = Self.hash(bytes, seed: UInt64(kind.rawValue) << 32 ^ UInt64(UInt32(bitPattern: qualifier)))
        let short = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if hashes[candidate] == short, matches(records[candidate], kind, bytes, qualifier) {
                return TermID(index: Int32(truncatingIfNeeded: candidate))
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let id = Int32(truncatingIfNeeded: records.count)
        slots[slot] = id
        hashes.append(short)
        append(kind, bytes, qualifier)
        if records.count * 2 > slots.count { grow() }
        return TermID(index: id)
    }

    /// The id of the IRI `text`, if the table has it.
    public func find(iri text: String) -> TermID? {
        var text = text
        return text.withUTF8 { bytes in
            let hash = Self.hash(bytes, seed: UInt64(UInt32(bitPattern: -1)))
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 {
                let candidate = slots[slot]
                if matches(records[Int(candidate)], .iri, bytes, -1) { return TermID(index: candidate) }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    private mutating func append(_ kind: TermKind, _ bytes: UnsafeBufferPointer<UInt8>, _ qualifier: Int32) {
        switch kind {
        case .iri: arena.append(UInt8(ascii: "<"))
        case .blankNode: arena.append(contentsOf: [UInt8(ascii: "_"), UInt8(ascii: ":")])
        case .literal, .languageLiteral: arena.append(UInt8(ascii: "\""))
        case .language: arena.append(UInt8(ascii: "@"))
        case .triple: break
        }
        let classes = kind == .triple ? 0 : ByteClass.exact(bytes)
        records.append(
            Record(
                offset: arena.count, length: bytes.count, kind: kind, classes: classes, qualifier: qualifier))
        arena.append(contentsOf: bytes)
        switch kind {
        case .iri: arena.append(UInt8(ascii: ">"))
        case .literal, .languageLiteral: arena.append(UInt8(ascii: "\""))
        case .blankNode, .language, .triple: break
        }
    }

    private func matches(
        _ record: Record, _ kind: TermKind, _ bytes: UnsafeBufferPointer<UInt8>, _ qualifier: Int32
    ) -> Bool {
        guard record.kind == kind, record.count == bytes.count, record.qualifier == qualifier else {
            return false
        }
        return arena.withUnsafeBufferPointer { arena in
            equalBytes(
                UnsafeBufferPointer(rebasing: arena[record.offset..<record.offset + record.count]), bytes)
        }
    }

    private mutating func grow() {
        let size = slots.count * 4
        var wider = [Int32](repeating: -1, count: size)
        for index in records.indices {
            let record = records[index]
            let hash = arena.withUnsafeBufferPointer { arena in
                Self.hash(
                    UnsafeBufferPointer(rebasing: arena[record.offset..<record.offset + record.count]),
                    seed: UInt64(record.kind.rawValue) << 32 ^ UInt64(UInt32(bitPattern: record.qualifier)))
            }
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while wider[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            wider[slot] = Int32(truncatingIfNeeded: index)
        }
        slots = wider
    }
}
