extension TermTable {
    public func kind(of id: TermID) -> TermKind { records[Int(id.index)].kind }

    /// The term with its text.
    public subscript(id: TermID) -> Term {
        let record = records[Int(id.index)]
        switch record.kind {
        case .iri, .language: return .iri(string(record))
        case .blankNode: return .blankNode(string(record))
        case .literal:
            return .literal(
                string(record),
                datatype: record.qualifier < 0 ? nil : string(records[Int(record.qualifier)]))
        case .languageLiteral:
            return .languageLiteral(string(record), language: string(records[Int(record.qualifier)]))
        case .triple:
            let parts = tripleParts(record)
            return .triple(self[parts.0], self[parts.1], self[parts.2])
        }
    }

    /// The IRI, label or lexical form of a term.
    public func text(of id: TermID) -> String { string(records[Int(id.index)]) }

    func string(_ record: Record) -> String {
        String(decoding: arena[record.offset..<record.offset + record.count], as: UTF8.self)
    }

    func tripleParts(_ record: Record) -> (TermID, TermID, TermID) {
        withView { $0.tripleParts(record) }
    }

    func isString(_ datatype: TermID) -> Bool { hasText(datatype, RDFVocabulary.string) }

    /// Whether the text of `id` is `text`, byte by byte.
    func hasText(_ id: TermID, _ text: String) -> Bool {
        let record = records[Int(id.index)]
        guard record.count == text.utf8.count else { return false }
        return arena[record.offset..<record.offset + record.count].elementsEqual(text.utf8)
    }
}

/// The memory of a `TermTable` for the time of one call: what the writers' inner loops read.
struct TermView {
    let arena: UnsafePointer<UInt8>
    let records: UnsafePointer<TermTable.Record>
    let count: Int

    /// Of a table without terms: nothing may be read from it.
    static var empty: TermView {
        TermView(
            arena: UnsafePointer(bitPattern: 64).unsafelyUnwrapped,
            records: UnsafePointer(bitPattern: 64).unsafelyUnwrapped, count: 0)
    }

    @inline(__always) func record(_ id: TermID) -> TermTable.Record { records[Int(id.index)] }
    @inline(__always) func record(_ index: Int32) -> TermTable.Record { records[Int(index)] }

    /// The text of a term, without its delimiters.
    @inline(__always) func bytes(_ record: TermTable.Record) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: arena + record.offset, count: record.count)
    }

    /// Subject, predicate and object of a triple term.
    func tripleParts(_ record: TermTable.Record) -> (TermID, TermID, TermID) {
        let ids = UnsafeRawPointer(arena + record.offset)
        func part(_ index: Int) -> TermID {
            TermID(index: ids.loadUnaligned(fromByteOffset: index * 4, as: Int32.self))
        }
        return (part(0), part(1), part(2))
    }
}

extension TermTable {
    func withView<Result>(_ body: (TermView) throws -> Result) rethrows -> Result {
        try arena.withUnsafeBufferPointer { arena in
            try records.withUnsafeBufferPointer { records in
                guard let bytes = arena.baseAddress, let first = records.baseAddress else {
                    return try body(TermView.empty)
                }
                return try body(TermView(arena: bytes, records: first, count: records.count))
            }
        }
    }
}
