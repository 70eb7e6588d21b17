/// Which blank nodes Turtle writes inside others: those that one statement alone refers to, in their own
/// graph, and that are no part of a circle. They become `[ … ]`, well-formed lists `( … )`; what nobody
/// refers to becomes `[]`. Found without recursion, and never deeper than `maximumDepth`, so that no input is
/// too much for a reader's stack.
struct TurtleNesting {
    private enum Role: UInt8 { case labelled, anonymous, inside, list }

    private static let maximumDepth: Int32 = 12

    /// By term; empty where there are no blank nodes.
    private var roles: [Role] = []
    /// By term, the statements of which it is the subject.
    private var starts: [Int32] = []
    private var ends: [Int32] = []
    private var first: Int32 = -2
    private var rest: Int32 = -2
    private var end: Int32 = -2

    init() {}

    @inline(__always)
    func isInside(_ id: Int32) -> Bool { !roles.isEmpty && roles[Int(id)].rawValue >= Role.inside.rawValue }

    @inline(__always)
    func isList(_ id: Int32) -> Bool { !roles.isEmpty && roles[Int(id)] == .list }

    /// Whether `id` is `rdf:nil`, the empty list.
    @inline(__always)
    func isEmptyList(_ id: Int32) -> Bool { id == end }

    /// Whether `id` is written as `[ … ]`.
    func isBlock(_ id: Int32) -> Bool { !roles.isEmpty && roles[Int(id)] == .inside }

    func isAnonymous(_ id: Int32) -> Bool { !roles.isEmpty && roles[Int(id)] == .anonymous }

    func isFirst(_ quad: Quad) -> Bool { quad.predicate.index == first }

    func block(_ id: Int32) -> Range<Int> { Int(starts[Int(id)])..<Int(ends[Int(id)]) }

    /// Item and next cell of a list's cell; nil for `rdf:nil`.
    func cell(_ id: Int32, _ quads: UnsafeBufferPointer<Quad>) -> (item: Int32, rest: Int32)? {
        guard isList(id) else { return nil }
        let (a, b) = (quads[Int(starts[Int(id)])], quads[Int(starts[Int(id)]) + 1])
        return isFirst(a) ? (a.object.index, b.object.index) : (b.object.index, a.object.index)
    }

    init(_ quads: UnsafeBufferPointer<Quad>, _ view: TermView, _ terms: TermTable) {
        (first, rest, end) = (
            terms.find(iri: RDFVocabulary.first)?.index ?? -2,
            terms.find(iri: RDFVocabulary.rest)?.index ?? -2,
            terms.find(iri: RDFVocabulary.nil)?.index ?? -2
        )
        guard (0..<view.count).contains(where: { view.records[$0].kind == .blankNode }) else { return }
        var search = Search(quads, view)
        (starts, ends) = (search.starts, search.ends)
        roles = Array(repeating: .labelled, count: view.count)
        for index in 0..<view.count where view.records[index].kind == .blankNode {
            if search.references[index] == 0, search.runs[index] == 1 {
                roles[index] = .anonymous
            } else if search.depth(Int32(truncatingIfNeeded: index), rest) > 0 {
                roles[index] = .inside
            }
        }
        markLists(quads)
    }

    /// From the last cell of each list backwards.
    private mutating func markLists(_ quads: UnsafeBufferPointer<Quad>) {
        var before: [Int32: Int32] = [:]
        var tails: [Int32] = []
        for index in roles.indices where roles[index] == .inside && ends[index] - starts[index] == 2 {
            let pair = [quads[Int(starts[index])], quads[Int(starts[index]) + 1]]
            guard pair.contains(where: isFirst), let next = pair.first(where: { $0.predicate.index == rest })
            else {
                continue
            }
            let id = Int32(truncatingIfNeeded: index)
            if next.object.index == end {
                tails.append(id)
            } else if isInside(next.object.index) {
                before[next.object.index] = id
            }
        }
        for tail in tails {
            var cell: Int32? = tail
            while let id = cell {
                roles[Int(id)] = .list
                cell = before[id]
            }
        }
    }

    /// What is known of each blank node while the roles are found.
    private struct Search {
        private let quads: UnsafeBufferPointer<Quad>
        private let isBlank: [Bool]
        private var parents: [Int32]
        var starts: [Int32]
        var ends: [Int32]
        var runs: [Int32]
        var references: [Int32]
        /// How deep a node stands inside others: 0 for one with a block of its own, -1 not yet known.
        var depths: [Int32]

        init(_ quads: UnsafeBufferPointer<Quad>, _ view: TermView) {
            self.quads = quads
            let none = [Int32](repeating: 0, count: view.count)
            (starts, ends, runs, references, parents) = (none, none, none, none, none)
            isBlank = (0..<view.count).map { view.records[$0].kind == .blankNode }
            depths = Array(repeating: -1, count: view.count)
            var last = Quad(TermID(index: -1), TermID(index: -1), TermID(index: -1))
            for (index, quad) in quads.enumerated() {
                let subject = Int(quad.subject.index)
                if quad.subject != last.subject || quad.graphIndex != last.graphIndex {
                    runs[subject] += 1
                    starts[subject] = Int32(truncatingIfNeeded: index)
                }
                ends[subject] = Int32(truncatingIfNeeded: index + 1)
                references[Int(quad.object.index)] += 1
                parents[Int(quad.object.index)] = Int32(truncatingIfNeeded: index)
                if quad.graphIndex >= 0 { references[Int(quad.graphIndex)] += 2 }
                last = quad
            }
            // What a triple term holds keeps its label.
            for index in 0..<view.count where view.records[index].kind == .triple {
                let parts = view.tripleParts(view.records[index])
                for part in [parts.0, parts.1, parts.2] { references[Int(part.index)] += 2 }
            }
        }

        private func mayNest(_ id: Int32) -> Bool {
            let index = Int(id)
            guard isBlank[index], references[index] == 1, runs[index] <= 1 else { return false }
            return runs[index] == 0
                || quads[Int(parents[index])].graphIndex == quads[Int(starts[index])].graphIndex
        }

        /// 0 where the node has to keep its label. Only for blank nodes; a subject that is an IRI has depth 0
        /// too.
        mutating func depth(_ id: Int32, _ rest: Int32) -> Int32 {
            var path: [Int32] = []
            var current = id
            while depths[Int(current)] == -1, mayNest(current) {
                depths[Int(current)] = -2
                path.append(current)
                current = quads[Int(parents[Int(current)])].subject.index
            }
            if depths[Int(current)] < 0 { depths[Int(current)] = 0 }  // the root, or where a circle closes
            for node in path.reversed() where depths[Int(node)] == -2 {
                let reference = quads[Int(parents[Int(node)])]
                let above = depths[Int(reference.subject.index)]
                let own = above + (reference.predicate.index == rest && above > 0 ? 0 : 1)
                depths[Int(node)] = own > TurtleNesting.maximumDepth ? 0 : own
            }
            return depths[Int(id)]
        }

    }
}
