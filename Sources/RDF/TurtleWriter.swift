/// Writes Turtle and TriG: only the prefixes that are used, one block a subject, `a` first, one line an edge,
/// one line a label. Statements of one graph and subject should stand together (`Dataset.sort`); where they
/// do not, the block begins anew and the output still says the same.
public struct TurtleWriter: ~Copyable {
    var output: OutputBuffer
    private let writesGraphs: Bool
    let options: WriterOptions
    /// For each term: 0 not yet known, 1 the full IRI, else (prefix + 1) << 16 | start of the local part.
    var shapes: [UInt32] = []
    private var used: [Bool]
    private var nesting = TurtleNesting()
    var plain = PlainDatatypes()

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
                nesting = TurtleNesting(quads, view, dataset.terms)
                for quad in quads { markUsed(quad, view) }
                try writePrefixes()
                try writeBlocks(quads, view, dataset)
            }
        }
        try output.flush()
    }

    // MARK: Prefixes

    private mutating func markUsed(_ quad: Quad, _ view: TermView) {
        if nesting.isList(quad.subject.index) {
            // Of a collection only the items are written.
            if nesting.isFirst(quad), !nesting.isEmptyList(quad.object.index) {
                mark(quad.object.index, view)
            }
            return
        }
        mark(quad.subject.index, view)
        if quad.predicate != plain.type { mark(quad.predicate.index, view) }
        if !nesting.isEmptyList(quad.object.index) { mark(quad.object.index, view) }
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

    /// triples ::= subject predicateObjectList (Turtle 1.1, production 6); in TriG triplesBlock and
    /// wrappedGraph (TriG 1.1, 5g and 6). Blank nodes that stand inside others have no block of their own.
    private mutating func writeBlocks(
        _ quads: UnsafeBufferPointer<Quad>, _ view: TermView, _ dataset: Dataset
    ) throws {
        var graph: Int32 = -1
        var needsGap = used.contains(true)
        var next = 0
        while next < quads.count {
            let first = quads[next]
            let start = next
            repeat {
                next += 1
            } while next < quads.count && quads[next].subject == first.subject
                && quads[next].graphIndex == first.graphIndex
            guard !nesting.isInside(first.subject.index) else { continue }
            if first.graphIndex != graph {
                try changeGraph(from: graph, to: first, needsGap, view, dataset)
                graph = first.graphIndex
                needsGap = false
            }
            if needsGap { try output.append(UInt8(ascii: "\n")) }
            needsGap = true
            if nesting.isAnonymous(first.subject.index) {
                try output.append("[]")
            } else {
                try writeTerm(first.subject.index, view, dataset, first)
            }
            try output.append(UInt8(ascii: " "))
            try writePredicates(UnsafeBufferPointer(rebasing: quads[start..<next]), quads, 1, view, dataset)
            try output.append(" .\n")
        }
        if graph >= 0, writesGraphs { try output.append("}\n") }
    }

    /// predicateObjectList ::= verb objectList (';' (verb objectList)?)* (7);
    /// objectList ::= object (',' object)* (8). `depth` counts steps of indentation.
    mutating func writePredicates(
        _ block: UnsafeBufferPointer<Quad>, _ all: UnsafeBufferPointer<Quad>, _ depth: Int, _ view: TermView,
        _ dataset: Dataset
    ) throws {
        var predicate = TermID(index: -1)
        for quad in block {
            if quad.predicate != predicate {
                if predicate.index >= 0 {
                    try output.append(" ;\n")
                    try indent(depth)
                }
                try writeVerb(quad.predicate, view, dataset, quad)
                predicate = quad.predicate
            } else if predicate == plain.type || nesting.isBlock(quad.object.index) {
                try output.append(" , ")
            } else {
                try output.append(" ,\n")
                try indent(depth + 1)
            }
            if nesting.isInside(quad.object.index) {
                try writeNested(quad.object.index, all, depth, view, dataset, quad)
            } else if nesting.isEmptyList(quad.object.index) {
                try output.append("()")
            } else {
                try writeTerm(quad.object.index, view, dataset, quad)
            }
        }
    }

    /// blankNodePropertyList ::= '[' predicateObjectList ']' (14), ANON (162s),
    /// collection ::= '(' object* ')' (15)
    private mutating func writeNested(
        _ id: Int32, _ all: UnsafeBufferPointer<Quad>, _ depth: Int, _ view: TermView, _ dataset: Dataset,
        _ quad: Quad
    ) throws {
        if nesting.isList(id) {
            var cell = id
            try output.append(UInt8(ascii: "("))
            while let (item, rest) = nesting.cell(cell, all) {
                try output.append(UInt8(ascii: " "))
                if nesting.isInside(item) {
                    try writeNested(item, all, depth, view, dataset, quad)
                } else if nesting.isEmptyList(item) {
                    try output.append("()")
                } else {
                    try writeTerm(item, view, dataset, quad)
                }
                cell = rest
            }
            return try output.append(" )")
        }
        let block = nesting.block(id)
        guard !block.isEmpty else { return try output.append("[]") }
        try output.append("[\n")
        try indent(depth + 1)
        try writePredicates(UnsafeBufferPointer(rebasing: all[block]), all, depth + 1, view, dataset)
        try output.append(UInt8(ascii: "\n"))
        try indent(depth)
        try output.append(UInt8(ascii: "]"))
    }

    @inline(__always)
    private mutating func indent(_ depth: Int) throws {
        for _ in 0..<depth { try output.append("    ") }
    }

    private mutating func changeGraph(
        from last: Int32, to quad: Quad, _ needsGap: Bool, _ view: TermView, _ dataset: Dataset
    ) throws {
        guard writesGraphs else {
            if options.dropsGraphNames { return }
            throw RDFError(
                .notRepresentable, "Turtle has no named graphs; TriG has", statement: dataset.line(of: quad))
        }
        if last >= 0 { try output.append("}\n") }
        if needsGap { try output.append(UInt8(ascii: "\n")) }
        guard quad.graphIndex >= 0 else { return }
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
}
