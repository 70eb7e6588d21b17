import CSerd

/// The statements of a Turtle file, read by serd alone, so that the tests do not lean on our own reader.
struct TurtleFile {
    struct Statement {
        var subject: String
        var predicate: String
        var object: String
        var language: String
        var isLiteral: Bool
    }

    struct Unreadable: Error { var path: String }

    private(set) var statements: [Statement] = []
    private var bySubject: [String: [Int]] = [:]

    init(path: String) throws {
        guard let environment = serd_env_new(nil) else { throw Unreadable(path: path) }
        defer { serd_env_free(environment) }
        let state = ReaderState(environment)
        try withExtendedLifetime(state) {
            let handle = Unmanaged.passUnretained(state).toOpaque()
            guard
                let reader = serd_reader_new(
                    SERD_TURTLE, handle, nil, { handle, uri in ReaderState.of(handle).base(uri) },
                    { handle, name, uri in ReaderState.of(handle).prefix(name, uri) },
                    { handle, _, _, subject, predicate, object, _, language in
                        ReaderState.of(handle).statement(subject, predicate, object, language)
                    }, { _, _ in SERD_SUCCESS })
            else { throw Unreadable(path: path) }
            defer { serd_reader_free(reader) }
            guard serd_reader_read_file(reader, path) == SERD_SUCCESS else { throw Unreadable(path: path) }
        }
        statements = state.statements
        for (index, statement) in statements.enumerated() {
            bySubject[statement.subject, default: []].append(index)
        }
    }

    func objects(_ subject: String, _ predicate: String) -> [Statement] {
        bySubject[subject, default: []].map { statements[$0] }.filter { $0.predicate == predicate }
    }

    /// The subjects of `rdf:type` statements with this class.
    func instances(of type: String) -> [String] {
        statements.filter { $0.predicate == rdf + "type" && $0.object == type }.map(\.subject)
    }

    /// The members of an `rdf:List`.
    func list(_ head: String) -> [String] {
        var members: [String] = []
        var node = head
        while node != rdf + "nil", let first = objects(node, rdf + "first").first {
            members.append(first.object)
            guard let rest = objects(node, rdf + "rest").first else { break }
            node = rest.object
        }
        return members
    }
}

let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

private final class ReaderState {
    let environment: OpaquePointer
    var statements: [TurtleFile.Statement] = []

    init(_ environment: OpaquePointer) { self.environment = environment }

    static func of(_ handle: UnsafeMutableRawPointer?) -> ReaderState {
        Unmanaged<ReaderState>.fromOpaque(handle.unsafelyUnwrapped).takeUnretainedValue()
    }

    func base(_ uri: UnsafePointer<SerdNode>?) -> SerdStatus { serd_env_set_base_uri(environment, uri) }

    func prefix(_ name: UnsafePointer<SerdNode>?, _ uri: UnsafePointer<SerdNode>?) -> SerdStatus {
        guard let name, let uri else { return SERD_ERR_BAD_ARG }
        return serd_env_set_prefix(environment, name, uri)
    }

    func statement(
        _ subject: UnsafePointer<SerdNode>?, _ predicate: UnsafePointer<SerdNode>?,
        _ object: UnsafePointer<SerdNode>?,
        _ language: UnsafePointer<SerdNode>?
    ) -> SerdStatus {
        guard let subject, let predicate, let object else { return SERD_ERR_BAD_ARG }
        statements.append(
            TurtleFile.Statement(
                subject: text(subject), predicate: text(predicate), object: text(object),
                language: language.map(text) ?? "", isLiteral: object.pointee.type == SERD_LITERAL))
        return SERD_SUCCESS
    }

    private func text(_ node: UnsafePointer<SerdNode>) -> String {
        var expanded = serd_env_expand_node(environment, node)
        defer { serd_node_free(&expanded) }
        if let bytes = expanded.buf { return String(cString: bytes) }
        guard let bytes = node.pointee.buf else { return "" }
        let plain = String(cString: bytes)
        return node.pointee.type == SERD_BLANK ? "_:" + plain : plain
    }
}
