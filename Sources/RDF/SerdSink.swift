import CSerd

/// Takes what serd reads: interns terms, collects statements and prefixes, and keeps the first error.
final class SerdSink {
    var dataset = Dataset()
    private(set) var prefixes = PrefixTable()
    private(set) var error: (any Error)?
    /// How many statements are handed on at once, and to whom; without it all are kept.
    var batch: (size: Int, body: (Dataset) throws -> Void)?
    /// What is read, where it is read byte by byte.
    var stream: SerdStream?
    /// Where the stack was at the first statement.
    private var stackBase: UInt = 0
    private let file: String?
    private let environment: OpaquePointer

    init(file: String?) throws {
        guard let environment = serd_env_new(nil) else {
            throw RDFError(.inputOutput, "cannot start a reader", file: file)
        }
        (self.file, self.environment) = (file, environment)
    }

    deinit { serd_env_free(environment) }

    func setBase(_ base: String) throws {
        let status = base.withCString { text -> SerdStatus in
            text.withMemoryRebound(to: UInt8.self, capacity: base.utf8.count + 1) { bytes in
                var node = serd_node_from_string(SERD_URI, bytes)
                return withUnsafePointer(to: &node) { serd_env_set_base_uri(environment, $0) }
            }
        }
        guard status == SERD_SUCCESS else {
            throw RDFError(.invalidTerm, "not a base IRI: \(base)", file: file)
        }
    }

    private static func this(_ handle: UnsafeMutableRawPointer?) -> SerdSink? {
        handle.map { Unmanaged<SerdSink>.fromOpaque($0).takeUnretainedValue() }
    }

    static let baseCallback: SerdBaseSink = { handle, uri in
        guard let this = this(handle) else { return SERD_ERR_INTERNAL }
        return serd_env_set_base_uri(this.environment, uri)
    }

    static let prefixCallback: SerdPrefixSink = { handle, name, uri in
        guard let this = this(handle) else { return SERD_ERR_INTERNAL }
        let status = serd_env_set_prefix(this.environment, name, uri)
        this.notePrefix(String(decoding: this.bytes(name.pointee), as: UTF8.self))
        return status
    }

    static let statementCallback: SerdStatementSink = {
        handle, _, graph, subject, predicate, object, datatype, tag in
        guard let this = this(handle) else { return SERD_ERR_INTERNAL }
        do {
            try this.checkDepth()
            let subject = try this.resource(subject.pointee)
            let predicate = try this.resource(predicate.pointee)
            let object = try this.object(object.pointee, datatype, tag)
            let graph = try graph.flatMap {
                $0.pointee.type == SERD_NOTHING ? nil : try this.resource($0.pointee)
            }
            this.dataset.add(subject, predicate, object, graph: graph)
            if let batch = this.batch, this.dataset.quads.count >= batch.size {
                try batch.body(this.dataset)
                this.dataset.removeAll()
            }
            return SERD_SUCCESS
        } catch {
            if this.error == nil { this.error = error }
            return SERD_ERR_UNKNOWN
        }
    }

    static let errorCallback: SerdErrorSink = { handle, error in
        guard let this = this(handle) else { return SERD_SUCCESS }
        let (line, column) = (Int(error.pointee.line), Int(error.pointee.col))
        if this.error == nil {
            let message = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
                let length = serd_error_message(error, buffer.baseAddress, buffer.count)
                let used = max(0, min(Int(length), buffer.count - 1))
                return String(decoding: buffer[..<used].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
            let trimmed = message.last == "\n" ? String(message.dropLast()) : message
            this.error = RDFError(.syntax, trimmed, file: this.file)
        }
        if var place = this.error as? RDFError, place.line == nil, line > 0 {
            (place.line, place.column) = (line, column)
            this.error = place
        }
        return SERD_SUCCESS
    }

    /// Keeps the namespace of `prefix` as serd has it, which is resolved against the base.
    private func notePrefix(_ prefix: String) {
        (prefix + ":").withCString { text in
            text.withMemoryRebound(to: UInt8.self, capacity: prefix.utf8.count + 2) { bytes in
                var curie = serd_node_from_string(SERD_CURIE, bytes)
                var namespace = serd_env_expand_node(environment, &curie)
                defer { serd_node_free(&namespace) }
                guard namespace.type == SERD_URI else { return }
                try? prefixes.add(prefix, String(decoding: self.bytes(namespace), as: UTF8.self))
            }
        }
    }

    /// serd descends into `[` and `(` on the stack, without a limit; 256 KiB of it are some hundred levels.
    private func checkDepth() throws {
        var here: UInt8 = 0
        let address = withUnsafePointer(to: &here) { UInt(bitPattern: $0) }
        if stackBase == 0 { stackBase = address }
        if stackBase > address, stackBase - address > 256 << 10 {
            throw RDFError(.syntax, "brackets are nested too deeply", file: file)
        }
    }

    // MARK: Terms

    private func bytes(_ node: SerdNode) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: node.buf, count: node.n_bytes)
    }

    /// serd lets surrogates and overlong forms through, raw as well as escaped (`\uD800`).
    private func valid(_ node: SerdNode) throws -> UnsafeBufferPointer<UInt8> {
        let bytes = bytes(node)
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            throw RDFError(
                .syntax, "not a Unicode text: \(String(decoding: bytes, as: UTF8.self))", file: file)
        }
        return bytes
    }

    private func resource(_ node: SerdNode) throws -> TermID {
        switch node.type {
        case SERD_URI: return try iri(node)
        case SERD_CURIE: return try prefixedName(node)
        default: return dataset.terms.blankNode(checked: try valid(node))
        }
    }

    /// An absolute IRI as it is; a relative reference resolved against the base.
    private func iri(_ node: SerdNode) throws -> TermID {
        if serd_uri_string_has_scheme(node.buf) { return dataset.terms.iri(bytes: try valid(node)) }
        _ = try valid(node)
        var node = node
        var resolved = serd_env_expand_node(environment, &node)
        defer { serd_node_free(&resolved) }
        guard resolved.type == SERD_URI, serd_uri_string_has_scheme(resolved.buf) else {
            let text = String(decoding: bytes(node), as: UTF8.self)
            throw RDFError(.syntax, "relative IRI without a base: <\(text)>", file: file)
        }
        guard let path = bytes(node).first, path != UInt8(ascii: "#"), path != UInt8(ascii: "?"),
            let shorter = DotSegments.removed(from: bytes(resolved))
        else { return dataset.terms.iri(bytes: bytes(resolved)) }
        return shorter.withUnsafeBufferPointer { dataset.terms.iri(bytes: $0) }
    }

    private func prefixedName(_ node: SerdNode) throws -> TermID {
        _ = try valid(node)
        var node = node
        var namespace = SerdChunk()
        var local = SerdChunk()
        guard serd_env_expand(environment, &node, &namespace, &local) == SERD_SUCCESS else {
            let text = String(decoding: bytes(node), as: UTF8.self)
            throw RDFError(.syntax, "undeclared prefix: \(text)", file: file)
        }
        return dataset.terms.iri {
            $0.append(bytes: UnsafeBufferPointer(start: namespace.buf, count: namespace.len))
            $0.append(bytes: UnsafeBufferPointer(start: local.buf, count: local.len))
        }
    }

    private func object(
        _ node: SerdNode, _ datatype: UnsafePointer<SerdNode>?, _ tag: UnsafePointer<SerdNode>?
    ) throws -> TermID {
        guard node.type == SERD_LITERAL else { return try resource(node) }
        if let tag, tag.pointee.type != SERD_NOTHING {
            let language = dataset.terms.language(checked: bytes(tag.pointee))
            return try dataset.terms.literal(bytes: valid(node), language: language)
        }
        guard let datatype, datatype.pointee.type != SERD_NOTHING else {
            if let stream, stream.isAfterNumberAndStop, isInteger(bytes(node)) {
                return try dataset.terms.literal(
                    bytes: valid(node), datatype: dataset.terms.iri(RDFVocabulary.integer))
            }
            return try dataset.terms.literal(bytes: valid(node), datatype: nil)
        }
        return try dataset.terms.literal(bytes: valid(node), datatype: resource(datatype.pointee))
    }

    /// serd 0.30 forgets the datatype of an integer that the full stop of its statement follows at once
    /// (`123.`).
    private func isInteger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
        let digits = text.dropFirst(isSigned ? 1 : 0)
        return !digits.isEmpty && digits.allSatisfy { GrammarCheck.isDigit($0) }
    }
}
