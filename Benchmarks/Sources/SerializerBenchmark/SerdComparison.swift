import CSerd
import Glibc
import RDF

/// serd's writer on the same statements, its nodes made beforehand.
final class SerdComparison {
    private struct Statement {
        var subject: SerdNode
        var predicate: SerdNode
        var object: SerdNode
        var datatype: SerdNode
        var language: SerdNode
    }

    private var statements: [Statement] = []
    private var memory: [UnsafeMutablePointer<CChar>] = []
    private let environment: OpaquePointer?
    private let null: Int32

    init(_ dataset: Dataset, _ prefixes: PrefixTable) {
        environment = serd_env_new(nil)
        null = open("/dev/null", O_WRONLY)
        var nodes: [String: SerdNode] = [:]
        func node(_ type: SerdType, _ text: String) -> SerdNode {
            if let known = nodes["\(type.rawValue)\(text)"] { return known }
            guard let copy = strdup(text) else { return SerdNode() }
            memory.append(copy)
            let made = copy.withMemoryRebound(to: UInt8.self, capacity: text.utf8.count + 1) {
                serd_node_from_string(type, $0)
            }
            nodes["\(type.rawValue)\(text)"] = made
            return made
        }
        func resource(_ term: Term) -> SerdNode {
            switch term {
            case .iri(let iri): node(SERD_URI, iri)
            case .blankNode(let label): node(SERD_BLANK, label)
            default: SerdNode()
            }
        }
        for entry in prefixes.entries {
            var (name, namespace) = (node(SERD_LITERAL, entry.prefix), node(SERD_URI, entry.namespace))
            if let environment { serd_env_set_prefix(environment, &name, &namespace) }
        }
        for quad in dataset.quads {
            var statement = Statement(
                subject: resource(dataset.terms[quad.subject]),
                predicate: resource(dataset.terms[quad.predicate]),
                object: SerdNode(), datatype: SerdNode(), language: SerdNode())
            switch dataset.terms[quad.object] {
            case .literal(let text, let datatype):
                statement.object = node(SERD_LITERAL, text)
                if let datatype { statement.datatype = node(SERD_URI, datatype) }
            case .languageLiteral(let text, let language):
                statement.object = node(SERD_LITERAL, text)
                statement.language = node(SERD_LITERAL, language)
            case let other: statement.object = resource(other)
            }
            statements.append(statement)
        }
    }

    deinit {
        serd_env_free(environment)
        for text in memory { free(text) }
        close(null)
    }

    private static let sink: SerdSink = { bytes, size, handle in
        let written = Glibc.write(handle.load(as: Int32.self), bytes, size)
        return written < 0 ? 0 : written
    }

    func write(turtle: Bool) {
        guard let environment else { return }
        var descriptor = null
        withUnsafeMutablePointer(to: &descriptor) { handle in
            let style =
                SERD_STYLE_BULK.rawValue
                | (turtle ? SERD_STYLE_ABBREVIATED.rawValue | SERD_STYLE_CURIED.rawValue : 0)
            guard
                let writer = serd_writer_new(
                    turtle ? SERD_TURTLE : SERD_NTRIPLES, SerdStyle(rawValue: style), environment, nil,
                    Self.sink, handle)
            else { return }
            for index in statements.indices {
                withUnsafePointer(to: &statements[index]) { statement in
                    let base = UnsafeRawPointer(statement).assumingMemoryBound(to: SerdNode.self)
                    _ = serd_writer_write_statement(
                        writer, 0, nil, base, base + 1, base + 2,
                        statement.pointee.datatype.buf == nil ? nil : base + 3,
                        statement.pointee.language.buf == nil ? nil : base + 4)
                }
            }
            serd_writer_finish(writer)
            serd_writer_free(writer)
        }
    }
}
