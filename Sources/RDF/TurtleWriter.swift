/// Writes Turtle and TriG: only the prefixes that are used, one block a subject, `a` first, one line an edge,
/// one line a label. Statements of one graph and subject should stand together (`Dataset.sort`); where they
/// do not, the block begins anew and the output still says the same.
public struct TurtleWriter: ~Copyable {
    private var output: OutputBuffer
    private let writesGraphs: Bool
    private let options: WriterOptions
    /// For each term: 0 not yet known, 1 the full IRI, else (prefix + 1) << 16 | start of the local part.
    private var shapes: [UInt32] = []
    private var used: [Bool]
    private var plain = PlainDatatypes()

    /// TriG with `writesGraphs`, else Turtle.
    public init(_ sink: any ByteSink, writesGraphs: Bool = false, options: WriterOptions = WriterOptions()) {
        output = OutputBuffer(sink)
        self.writesGraphs = writesGraphs
        self.options = options
        used = Array(repeating: false, count: options.prefixes.entries.count)
    }

    /// Writes a whole document of the statements in their order.
    public mutating func write(_ dataset: Dataset) throws {
        shapes = Array(repeating: 0, count: dataset.terms.count)
        plain = PlainDatatypes(dataset.terms)
        try dataset.terms.withView { view in
            try dataset.quads.withUnsafeBufferPointer { quads in
                for quad in quads { markUsed(quad, view) }
                try writePrefixes()
                try writeBlocks(quads, view, dataset)
            }
        }
        try output.flush()
    }

    // MARK: Prefixes

    private mutating func markUsed(_ quad: Quad, _ view: TermView) {
        mark(quad.subject.index, view)
        if quad.predicate != plain.type { mark(quad.predicate.index, view) }
        mark(quad.object.index, view)
        if quad.graphIndex >= 0 { mark(quad.graphIndex, view) }
    }

    @inline(__always)
    private mutating func mark(_ id: Int32, _ view: TermView) {
        if shapes[Int(id)] == 0 { shape(id, view) }
    }

    private mutating func shape(_ id: Int32, _ view: TermView) {
        let record = view.record(id)
        shapes[Int(id)] = 1
        switch record.kind {
        case .iri:
            guard let split = options.prefixes.split(view.bytes(record)) else { return }
            used[split.entry] = true
            shapes[Int(id)] = UInt32(split.entry + 1) << 16 | UInt32(split.localStart)
        case .literal:
            if record.qualifier >= 0, !plain.isPlain(record, view.bytes(record)) {
                mark(record.qualifier, view)
            }
        case .triple:
            let parts = view.tripleParts(record)
            for part in [parts.0, parts.1, parts.2] { mark(part.index, view) }
        case .blankNode, .languageLiteral, .language: break
        }
    }

    /// prefixID ::= '@prefix' PNAME_NS IRIREF '.' (Turtle 1.1, production 4)
    private mutating func writePrefixes() throws {
        for (index, entry) in options.prefixes.entries.enumerated() where used[index] {
            try output.append("@prefix ")
            try output.append(entry.token)
            try output.append(" <")
            try output.append(entry.namespaceBytes)
            try output.append("> .\n")
        }
    }

    // MARK: Blocks

    /// triples ::= subject predicateObjectList (6); predicateObjectList ::= verb objectList (';' (verb
    /// objectList)?)* (7); objectList ::= object (',' object)* (8); in TriG triplesBlock and wrappedGraph
    /// (TriG 1.1, 5g and 6).
    private mutating func writeBlocks(
        _ quads: UnsafeBufferPointer<Quad>, _ view: TermView, _ dataset: Dataset
    ) throws {
        var last = Quad(TermID(index: -1), TermID(index: -1), TermID(index: -1))
        var isOpen = false
        var needsGap = used.contains(true)
        for quad in quads {
            if quad.graphIndex != last.graphIndex {
                if isOpen { try output.append(" .\n") }
                isOpen = false
                try changeGraph(from: last.graphIndex, to: quad, view, dataset)
            }
            if isOpen, quad.subject == last.subject {
                if quad.predicate == last.predicate {
                    if quad.predicate == plain.type {
                        try output.append(" , ")
                    } else {
                        try output.append(" ,\n        ")
                    }
                } else {
                    try output.append(" ;\n    ")
                    try writeVerb(quad.predicate, view, dataset, quad)
                }
            } else {
                try output.append(isOpen ? " .\n\n" : needsGap ? "\n" : "")
                needsGap = true
                try writeTerm(quad.subject.index, view, dataset, quad)
                try output.append(UInt8(ascii: " "))
                try writeVerb(quad.predicate, view, dataset, quad)
                isOpen = true
            }
            try writeTerm(quad.object.index, view, dataset, quad)
            last = quad
        }
        if isOpen { try output.append(" .\n") }
        if last.graphIndex >= 0, writesGraphs { try output.append("}\n") }
    }

    private mutating func changeGraph(
        from last: Int32, to quad: Quad, _ view: TermView, _ dataset: Dataset
    ) throws {
        guard writesGraphs else {
            if options.dropsGraphNames { return }
            throw RDFError(
                .notRepresentable, "Turtle has no named graphs; TriG has", statement: dataset.line(of: quad))
        }
        if last >= 0 { try output.append("}\n") }
        guard quad.graphIndex >= 0 else { return }
        if last >= 0 || used.contains(true) { try output.append(UInt8(ascii: "\n")) }
        try writeTerm(quad.graphIndex, view, dataset, quad)
        try output.append(" {\n")
    }

    /// verb ::= predicate | 'a' (9)
    @inline(__always)
    private mutating func writeVerb(_ id: TermID, _ view: TermView, _ dataset: Dataset, _ quad: Quad) throws {
        if id == plain.type {
            try output.append("a ")
        } else {
            try writeTerm(id.index, view, dataset, quad)
            try output.append(UInt8(ascii: " "))
        }
    }

    @inline(__always)
    private mutating func writeTerm(_ id: Int32, _ view: TermView, _ dataset: Dataset, _ quad: Quad) throws {
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
    private mutating func writeIRI(_ id: Int32, _ record: TermTable.Record, _ view: TermView) throws {
        let shape = shapes[Int(id)]
        guard shape > 1 else { return try output.append(view.arena + record.offset - 1, record.count + 2) }
        let start = Int(shape & 0xFFFF)
        try output.append(options.prefixes.entries[Int(shape >> 16) - 1].token)
        try output.append(view.arena + record.offset + start, record.count - start)
    }

    /// RDFLiteral ::= String (LANGTAG | '^^' iri)? (128s), NumericLiteral (16), BooleanLiteral (133s)
    @inline(__always)
    private mutating func writeLiteral(_ record: TermTable.Record, _ view: TermView) throws {
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
    private mutating func writeTriple(
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
