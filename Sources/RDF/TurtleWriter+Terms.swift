extension TurtleWriter {
    @inline(__always)
    mutating func writeTerm(_ id: Int32, _ view: TermView, _ dataset: Dataset, _ quad: Quad) throws {
        let record = view.record(id)
        switch record.kind {
        case .iri: try writeIRI(id, record, view)
        case .blankNode: try output.append(view.arena + record.offset - 2, record.count + 2)
        case .literal, .languageLiteral: try writeLiteral(record, view)
        case .triple: try writeTriple(record, view, dataset, quad)
        case .language: break
        }
    }

    /// iri ::= IRIREF | PrefixedName (135s)
    @inline(__always)
    mutating func writeIRI(_ id: Int32, _ record: TermTable.Record, _ view: TermView) throws {
        let shape = shapes[Int(id)]
        guard shape > 1 else { return try output.append(view.arena + record.offset - 1, record.count + 2) }
        let start = Int(shape & 0xFFFF)
        try output.append(options.prefixes.entries[Int(shape >> 16) - 1].token)
        try output.append(view.arena + record.offset + start, record.count - start)
    }

    /// RDFLiteral ::= String (LANGTAG | '^^' iri)? (128s), NumericLiteral (16), BooleanLiteral (133s)
    @inline(__always)
    mutating func writeLiteral(_ record: TermTable.Record, _ view: TermView) throws {
        if record.qualifier >= 0, record.kind == .literal, plain.isPlain(record, view.bytes(record)) {
            return try output.append(view.bytes(record))
        }
        if record.classes & ByteClass.quoted.rawValue == 0 {
            try output.append(view.arena + record.offset - 1, record.count + 2)
        } else {
            try output.append(UInt8(ascii: "\""))
            try output.appendQuoted(view.bytes(record))
            try output.append(UInt8(ascii: "\""))
        }
        guard record.qualifier >= 0 else { return }
        if record.kind == .literal {
            try output.append("^^")
            try writeIRI(record.qualifier, view.record(record.qualifier), view)
        } else {
            try output.append(UInt8(ascii: "@"))
            try output.append(view.languageTag(view.record(record.qualifier), options.version))
        }
    }

    /// tripleTerm ::= '<<(' ttSubject verb ttObject ')>>' (RDF 1.2 Turtle)
    mutating func writeTriple(
        _ record: TermTable.Record, _ view: TermView, _ dataset: Dataset, _ quad: Quad
    ) throws {
        guard options.version == .v1_2 else { throw RDFError.tripleTerm(in: dataset.line(of: quad)) }
        let parts = view.tripleParts(record)
        try output.append("<<( ")
        for part in [parts.0, parts.1, parts.2] {
            try writeTerm(part.index, view, dataset, quad)
            try output.append(UInt8(ascii: " "))
        }
        try output.append(")>>")
    }
}
