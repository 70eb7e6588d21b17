import CSerd

/// Reads Turtle, TriG, N-Triples and N-Quads (RDF 1.1) through serd in its strict mode. Stops at the first
/// error and tells file, line and column.
public struct StatementReader: Sendable {
    private let syntax: SerdSyntax
    private let base: String?
    private let file: String?

    /// Against `base` relative IRIs are resolved; `file` is the name for messages.
    /// Throws `.notRepresentable` for syntaxes that serd does not read.
    public init(_ syntax: Syntax, base: String? = nil, file: String? = nil) throws {
        switch syntax {
        case .turtle: self.syntax = SERD_TURTLE
        case .trig: self.syntax = SERD_TRIG
        case .ntriples: self.syntax = SERD_NTRIPLES
        case .nquads: self.syntax = SERD_NQUADS
        case .rdfxml, .jsonld:
            throw RDFError(.notRepresentable, "cannot read \(syntax.names[0])", file: file)
        }
        (self.base, self.file) = (base, file)
    }

    /// Adds all statements of `source` to `dataset` and its prefixes to `prefixes`.
    public func read(_ source: any ByteSource, into dataset: inout Dataset, prefixes: inout PrefixTable)
        throws
    {
        let sink = try SerdSink(file: file)
        swap(&sink.dataset, &dataset)
        defer { swap(&sink.dataset, &dataset) }
        try read(source, sink)
        for entry in sink.prefixes.entries { try prefixes.add(entry.prefix, entry.namespace) }
    }

    /// Hands the statements to `body` some thousand at a time and forgets them after it: constant memory for
    /// the line-based syntaxes. The ids of one batch mean nothing in the next.
    public func readBatches(
        _ source: any ByteSource, of size: Int = 1 << 13, _ body: (Dataset) throws -> Void
    ) throws {
        try withoutActuallyEscaping(body) { body in
            let sink = try SerdSink(file: file)
            sink.batch = (size, body)
            defer { sink.batch = nil }
            try read(source, sink)
            if !sink.dataset.quads.isEmpty { try body(sink.dataset) }
        }
    }

    private func read(_ source: any ByteSource, _ sink: SerdSink) throws {
        let stream = SerdStream(source, byteByByte: syntax == SERD_TURTLE || syntax == SERD_TRIG)
        if let base { try sink.setBase(base) }
        if stream.pageSize == 1 { sink.stream = stream }
        defer { sink.stream = nil }
        let handle = Unmanaged.passUnretained(sink).toOpaque()
        guard
            let reader = serd_reader_new(
                syntax, handle, nil, SerdSink.baseCallback, SerdSink.prefixCallback,
                SerdSink.statementCallback, nil)
        else { throw RDFError(.inputOutput, "cannot start a reader", file: file) }
        defer { serd_reader_free(reader) }
        serd_reader_set_strict(reader, true)
        serd_reader_set_error_sink(reader, SerdSink.errorCallback, handle)
        try withExtendedLifetime((sink, stream)) {
            let status = serd_reader_read_source(
                reader, SerdStream.readCallback, SerdStream.errorCallback,
                Unmanaged.passUnretained(stream).toOpaque(), nil, stream.pageSize)
            if let error = stream.error { throw error }
            if let error = sink.error { throw placed(error, stream) }
            guard status == SERD_SUCCESS || status == SERD_FAILURE else {
                throw RDFError(.syntax, String(cString: serd_strerror(status)), file: file)
            }
        }
    }

    /// An error that serd has no place for gets the place that was read last: the end of its statement.
    private func placed(_ error: any Error, _ stream: SerdStream) -> any Error {
        guard var error = error as? RDFError, error.line == nil, error.isOfInput, stream.pageSize == 1 else {
            return error
        }
        (error.line, error.column) = (stream.line, stream.column)
        return error
    }
}
