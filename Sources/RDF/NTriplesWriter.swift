/// Writes N-Triples and N-Quads (RDF 1.1, and 1.2 on request) as the statements come, in constant memory and
/// without an allocation a statement. Every line is in the canonical layout: one space between terms and
/// before the full stop.
public struct NTriplesWriter: ~Copyable {
    private var output: OutputBuffer
    private let writesGraphs: Bool
    private let options: WriterOptions

    /// N-Quads with `writesGraphs`, else N-Triples.
    public init(_ sink: any ByteSink, writesGraphs: Bool = false, options: WriterOptions = WriterOptions()) {
        output = OutputBuffer(sink)
        self.writesGraphs = writesGraphs
        self.options = options
    }

    /// Writes all statements in their order. May be called again and again, with other tables too.
    public mutating func write(_ dataset: Dataset) throws {
        try dataset.terms.withView { view in
            try dataset.quads.withUnsafeBufferPointer { quads in
                for quad in quads { try write(quad, view, dataset) }
            }
        }
    }

    /// Hands the last bytes to the sink.
    public mutating func finish() throws { try output.flush() }

    /// triple ::= subject predicate object '.' (N-Triples 1.1, production 2; N-Quads 1.1, production 2)
    @inline(__always)
    private mutating func write(_ quad: Quad, _ view: TermView, _ dataset: Dataset) throws {
        try writeTerm(view.record(quad.subject), view, dataset, quad)
        try output.append(UInt8(ascii: " "))
        try writeTerm(view.record(quad.predicate), view, dataset, quad)
        try output.append(UInt8(ascii: " "))
        try writeTerm(view.record(quad.object), view, dataset, quad)
        if quad.graphIndex >= 0 {
            if writesGraphs {
                try output.append(UInt8(ascii: " "))
                try writeTerm(view.record(quad.graphIndex), view, dataset, quad)
            } else if !options.dropsGraphNames {
                throw RDFError(
                    .notRepresentable, "N-Triples has no named graphs; N-Quads has",
                    statement: dataset.line(of: quad))
            }
        }
        try output.append(" .\n")
    }

    @inline(__always)
    private mutating func writeTerm(
        _ record: TermTable.Record, _ view: TermView, _ dataset: Dataset, _ quad: Quad
    ) throws {
        switch record.kind {
        case .iri: try output.append(view.arena + record.offset - 1, record.count + 2)
        case .blankNode: try output.append(view.arena + record.offset - 2, record.count + 2)
        case .literal, .languageLiteral: try writeLiteral(record, view)
        case .triple: try writeTriple(record, view, dataset, quad)
        case .language: break
        }
    }

    /// literal ::= STRING_LITERAL_QUOTE ('^^' IRIREF | LANGTAG)? (N-Triples 1.1, production 6)
    @inline(__always)
    private mutating func writeLiteral(_ record: TermTable.Record, _ view: TermView) throws {
        if record.classes & ByteClass.quoted.rawValue == 0 {
            try output.append(view.arena + record.offset - 1, record.count + 2)
        } else {
            try output.append(UInt8(ascii: "\""))
            try output.appendQuoted(view.bytes(record))
            try output.append(UInt8(ascii: "\""))
        }
        guard record.qualifier >= 0 else { return }
        let qualifier = view.record(record.qualifier)
        if record.kind == .literal {
            try output.append("^^")
            try output.append(view.arena + qualifier.offset - 1, qualifier.count + 2)
        } else {
            try output.append(UInt8(ascii: "@"))
            try output.append(view.languageTag(qualifier, options.version))
        }
    }

    /// tripleTerm ::= '<<(' subject predicate object ')>>' (RDF 1.2 N-Triples)
    private mutating func writeTriple(
        _ record: TermTable.Record, _ view: TermView, _ dataset: Dataset, _ quad: Quad
    ) throws {
        guard options.version == .v1_2 else { throw RDFError.tripleTerm(in: dataset.line(of: quad)) }
        let parts = dataset.terms.tripleParts(record)
        try output.append("<<( ")
        for part in [parts.0, parts.1, parts.2] {
            try writeTerm(view.record(part), view, dataset, quad)
            try output.append(UInt8(ascii: " "))
        }
        try output.append(")>>")
    }
}

extension RDFError {
    static func tripleTerm(in statement: String) -> RDFError {
        RDFError(.notRepresentable, "RDF 1.1 has no triple terms; RDF 1.2 has", statement: statement)
    }
}

extension TermView {
    /// The tag of a language literal; RDF 1.1 has no base direction, so `--ltr` and `--rtl` are left out
    /// there.
    @inline(__always)
    func languageTag(_ record: TermTable.Record, _ version: RDFVersion) -> UnsafeBufferPointer<UInt8> {
        let tag = bytes(record)
        guard version == .v1_1, tag.count > 5, tag[tag.count - 5] == UInt8(ascii: "-"),
            tag[tag.count - 4] == UInt8(ascii: "-")
        else { return tag }
        return UnsafeBufferPointer(rebasing: tag[..<(tag.count - 5)])
    }
}
