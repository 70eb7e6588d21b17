extension Dataset {
    /// Removes statements that stand there twice; the first of each stays in its place.
    public mutating func removeDuplicates() {
        var seen = Set<Quad>(minimumCapacity: quads.count)
        quads.removeAll { !seen.insert($0).inserted }
    }

    /// Puts the statements in the order in which blocks are written and removes those that stand there twice:
    /// by graph (the default graph first), subject, predicate and object, as `options` say. Within them IRIs
    /// come before blank nodes and these before literals, each by code points; literals
    /// with a language tag stand last, by their language first.
    public mutating func sort(_ options: WriterOptions) {
        let ranks = textRanks()
        var predicateRanks: [Int32: Int32] = [:]
        for (position, iri) in ([RDFVocabulary.type] + options.predicateOrder).enumerated() {
            if let id = terms.find(iri: iri), predicateRanks[id.index] == nil {
                predicateRanks[id.index] = Int32(truncatingIfNeeded: position)
            }
        }
        var predicates = ranks
        let listed = Int32(truncatingIfNeeded: options.predicateOrder.count + 1)
        for quad in quads {
            let id = quad.predicate.index
            predicates[Int(id)] = predicateRanks[id] ?? ranks[Int(id)] &+ listed
        }
        let subjects = options.subjectOrder == .given ? appearance() : ranks
        func key(_ quad: Quad) -> SortKey {
            let graph = quad.graphIndex < 0 ? -1 : subjects.isEmpty ? -1 : ranks[Int(quad.graphIndex)]
            return SortKey(
                block: UInt64(UInt32(bitPattern: graph &+ 1)) << 32
                    | UInt64(UInt32(bitPattern: subjects[Int(quad.subject.index)])),
                place: UInt64(UInt32(bitPattern: predicates[Int(quad.predicate.index)])) << 32
                    | UInt64(UInt32(bitPattern: ranks[Int(quad.object.index)])),
                quad: quad)
        }
        var keyed = quads.map(key)
        keyed.sort { $0.block != $1.block ? $0.block < $1.block : $0.place < $1.place }
        var last: Quad?
        quads.removeAll(keepingCapacity: true)
        for item in keyed where item.quad != last {
            quads.append(item.quad)
            last = item.quad
        }
    }

    private struct SortKey {
        let block: UInt64
        let place: UInt64
        let quad: Quad
    }

    /// For each term its place among all terms, by kind and text.
    private func textRanks() -> [Int32] {
        var order = (0..<Int32(truncatingIfNeeded: terms.count)).map { $0 }
        terms.withView { view in
            func less(_ a: Int32, _ b: Int32) -> Bool {
                let (x, y) = (view.record(a), view.record(b))
                let (first, second) = (x.kind.sortGroup, y.kind.sortGroup)
                guard first == second else { return first < second }
                if x.kind == .triple, y.kind == .triple { return lessTriple(x, y, less) }
                if x.kind == .languageLiteral, x.qualifier != y.qualifier {
                    let (a, b) = (view.record(x.qualifier), view.record(y.qualifier))
                    return precedes(view.bytes(a), view.bytes(b)) ?? false
                }
                if let decided = precedes(view.bytes(x), view.bytes(y)) { return decided }
                guard x.kind == y.kind else { return x.kind.rawValue < y.kind.rawValue }
                guard x.qualifier != y.qualifier, x.qualifier >= 0, y.qualifier >= 0 else {
                    return x.qualifier < y.qualifier
                }
                return precedes(view.bytes(view.record(x.qualifier)), view.bytes(view.record(y.qualifier)))
                    ?? false
            }
            order.sort(by: less)
        }
        var ranks = [Int32](repeating: 0, count: terms.count)
        for (rank, id) in order.enumerated() { ranks[Int(id)] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }

    private func lessTriple(
        _ x: TermTable.Record, _ y: TermTable.Record, _ less: (Int32, Int32) -> Bool
    ) -> Bool {
        let (a, b) = (terms.tripleParts(x), terms.tripleParts(y))
        for (p, q) in [(a.0, b.0), (a.1, b.1), (a.2, b.2)] where p != q { return less(p.index, q.index) }
        return false
    }

    /// For each term its place among the subjects, by first appearance.
    private func appearance() -> [Int32] {
        var place = [Int32](repeating: -1, count: terms.count)
        var next: Int32 = 0
        for quad in quads where place[Int(quad.subject.index)] < 0 {
            place[Int(quad.subject.index)] = next
            next += 1
        }
        return place
    }
}

extension TermKind {
    var sortGroup: UInt8 {
        switch self {
        case .iri: 0
        case .blankNode: 1
        case .literal: 2
        case .languageLiteral: 3
        case .triple: 4
        case .language: 5
        }
    }
}
