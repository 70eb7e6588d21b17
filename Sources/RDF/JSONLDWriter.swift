/// Writes JSON-LD 1.1: a context with the prefixes that are used, one node object a subject, one line a
/// property value. Lexical forms stay strings, so that numbers come back byte by byte. Statements of one
/// graph, subject and predicate must stand together (`Dataset.sort`).
public struct JSONLDWriter: ~Copyable {
    private var output: OutputBuffer
    private let options: WriterOptions
    private var prefixes = PrefixTable()
    /// For each term: 0 not yet known, 1 the full IRI, else (prefix + 1) << 16 | start of the local part.
    private var shapes: [UInt32] = []
    private var used: [Bool] = []
    private var type = TermID(index: -1)

    public init(_ sink: any ByteSink, options: WriterOptions = WriterOptions()) {
        output = OutputBuffer(sink)
        self.options = options
    }

    /// Writes a whole document of the statements in their order.
    public mutating func write(_ dataset: Dataset) throws {
        type = dataset.terms.find(iri: RDFVocabulary.type) ?? TermID(index: -1)
        shapes = Array(repeating: 0, count: dataset.terms.count)
        try dataset.terms.withView { view in
            prefixes = Self.safe(options.prefixes, view)
            used = Array(repeating: false, count: prefixes.entries.count)
            for quad in dataset.quads { mark(quad, view) }
            try writeContext()
            try writeGraphs(dataset, view)
        }
        try output.append("]}\n")
        try output.flush()
    }

    // MARK: Context

    /// The prefixes under which no full IRI of the graph can be misread: an IRI whose scheme is spelled like
    /// a prefix would be expanded (JSON-LD 1.1 API, 5.2, IRI expansion).
    private static func safe(_ prefixes: PrefixTable, _ view: TermView) -> PrefixTable {
        var schemes: [[UInt8]] = []
        for index in 0..<view.count {
            let record = view.records[index]
            guard record.kind == .iri, let colon = view.bytes(record).firstIndex(of: UInt8(ascii: ":")) else {
                continue
            }
            let scheme = view.bytes(record)[..<colon]
            if !schemes.contains(where: { scheme.elementsEqual($0) }) { schemes.append(Array(scheme)) }
        }
        var kept = PrefixTable()
        for entry in prefixes.entries
        where !entry.prefix.isEmpty && !schemes.contains(where: { $0.elementsEqual(entry.prefix.utf8) }) {
            try? kept.add(entry.prefix, entry.namespace)
        }
        return kept
    }

    private mutating func mark(_ quad: Quad, _ view: TermView) {
        for id in [quad.subject.index, quad.predicate.index, quad.object.index, quad.graphIndex] where id >= 0
        {
            if id != type.index { mark(id, view) }
        }
    }

    private mutating func mark(_ id: Int32, _ view: TermView) {
        guard shapes[Int(id)] == 0 else { return }
        shapes[Int(id)] = 1
        let record = view.record(id)
        if record.kind == .literal, record.qualifier >= 0 { mark(record.qualifier, view) }
        guard record.kind == .iri, let split = prefixes.split(view.bytes(record)) else { return }
        used[split.entry] = true
        shapes[Int(id)] = UInt32(split.entry + 1) << 16 | UInt32(split.localStart)
    }

    /// Expanded term definitions (9.15.1) with `@prefix`, so that any namespace may serve.
    private mutating func writeContext() throws {
        try output.append("{\"@context\": {\"@version\": 1.1")
        for (index, entry) in prefixes.entries.enumerated() where used[index] {
            try output.append(",\n  \"")
            try output.append(entry.prefix)
            try output.append("\": {\"@id\": \"")
            try output.append(entry.namespaceBytes)
            try output.append("\", \"@prefix\": true}")
        }
        try output.append("},\n\"@graph\": [")
    }

    // MARK: Graphs and nodes

    private mutating func writeGraphs(_ dataset: Dataset, _ view: TermView) throws {
        var start = 0
        var isFirst = true
        let quads = dataset.quads
        while start < quads.count {
            var end = start
            while end < quads.count, quads[end].graphIndex == quads[start].graphIndex { end += 1 }
            if quads[start].graphIndex < 0 {
                try writeNodes(quads[start..<end], dataset, view, isFirst: &isFirst)
            } else {
                try output.append(isFirst ? "\n{\"@id\": " : ",\n{\"@id\": ")
                try writeReference(quads[start].graphIndex, view)
                try output.append(", \"@graph\": [")
                var none = true
                try writeNodes(quads[start..<end], dataset, view, isFirst: &none)
                try output.append("]}")
                isFirst = false
            }
            start = end
        }
    }

    /// Node objects (9.2): properties of a subject, each with an array of its values.
    private mutating func writeNodes(
        _ quads: ArraySlice<Quad>, _ dataset: Dataset, _ view: TermView, isFirst: inout Bool
    ) throws {
        var last = Quad(TermID(index: -1), TermID(index: -1), TermID(index: -1))
        var isOpen = false
        var inTypes = false
        for quad in quads {
            let isType = quad.predicate == type && view.record(quad.object).kind.sortGroup < 2
            if quad.subject != last.subject {
                if isOpen { try output.append("]}") }
                try output.append(isFirst ? "\n{\"@id\": " : ",\n{\"@id\": ")
                try writeReference(quad.subject.index, view)
                isFirst = false
            }
            if isOpen, quad.subject == last.subject, quad.predicate == last.predicate, isType == inTypes {
                try output.append(isType ? ", " : ",\n    ")
            } else {
                if isOpen, quad.subject == last.subject { try output.append("]") }
                try output.append(",\n  ")
                if isType {
                    try output.append("\"@type\"")
                } else {
                    try writeReference(quad.predicate.index, view)
                }
                try output.append(": [")
            }
            isOpen = true
            inTypes = isType
            if isType {
                try writeReference(quad.object.index, view)
            } else {
                try writeValue(quad, dataset, view)
            }
            last = quad
        }
        if isOpen { try output.append("]}") }
    }

    /// Value objects (9.5) and references to nodes.
    private mutating func writeValue(_ quad: Quad, _ dataset: Dataset, _ view: TermView) throws {
        let record = view.record(quad.object)
        switch record.kind {
        case .iri, .blankNode:
            try output.append("{\"@id\": ")
            try writeReference(quad.object.index, view)
        case .literal, .languageLiteral:
            try output.append("{\"@value\": \"")
            try output.appendQuoted(view.bytes(record))
            try output.append(UInt8(ascii: "\""))
            if record.kind == .languageLiteral {
                try writeLanguage(view.record(record.qualifier), view)
            } else if record.qualifier >= 0 {
                try output.append(", \"@type\": ")
                try writeReference(record.qualifier, view)
            }
        case .triple, .language:
            throw RDFError(
                .notRepresentable, "JSON-LD 1.1 has no triple terms", statement: dataset.line(of: quad))
        }
        try output.append(UInt8(ascii: "}"))
    }

    /// `@language`, and `@direction` where the tag has one and RDF 1.2 is asked for.
    private mutating func writeLanguage(_ record: TermTable.Record, _ view: TermView) throws {
        let tag = view.languageTag(record, .v1_1)
        try output.append(", \"@language\": \"")
        try output.append(tag)
        try output.append(UInt8(ascii: "\""))
        guard options.version == .v1_2, tag.count < record.count else { return }
        try output.append(", \"@direction\": \"")
        try output.append(UnsafeBufferPointer(rebasing: view.bytes(record)[(tag.count + 2)...]))
        try output.append(UInt8(ascii: "\""))
    }

    /// An IRI, a compact IRI or `_:label` as a JSON string.
    private mutating func writeReference(_ id: Int32, _ view: TermView) throws {
        let record = view.record(id)
        let shape = shapes[Int(id)]
        try output.append(UInt8(ascii: "\""))
        if record.kind == .blankNode {
            try output.append(view.arena + record.offset - 2, record.count + 2)
        } else if shape > 1 {
            try output.append(prefixes.entries[Int(shape >> 16) - 1].token)
            try output.append(UnsafeBufferPointer(rebasing: view.bytes(record)[Int(shape & 0xFFFF)...]))
        } else {
            try output.appendQuoted(view.bytes(record))
        }
        try output.append(UInt8(ascii: "\""))
    }
}
