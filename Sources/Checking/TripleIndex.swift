import KnowledgeGraph
import RDF

/// The triples of a dataset, named graphs put together, ordered by subject, predicate and object, each once.
struct TripleIndex {
    let terms: TermTable
    /// Sorted by the indices of subject, predicate and object.
    let triples: [Quad]
    /// For each term the place of its first triple as a subject; one more at the end.
    private let starts: [Int32]
    /// For each term the classes of the ontology that it is said to be of, a bit for each of `OntologyClass.allCases`.
    private(set) var classes: [UInt64]
    let type: TermID?

    init(_ dataset: Dataset) {
        terms = dataset.terms
        var triples = dataset.quads
        func key(_ quad: Quad) -> (Int32, Int32, Int32) {
            (quad.subject.index, quad.predicate.index, quad.object.index)
        }
        triples.sort { key($0) < key($1) }
        var kept = 0
        for index in triples.indices where kept == 0 || key(triples[index]) != key(triples[kept - 1]) {
            triples[kept] = triples[index]
            kept += 1
        }
        triples.removeSubrange(kept...)
        self.triples = triples
        var starts = [Int32](repeating: 0, count: dataset.terms.count + 1)
        for triple in triples { starts[Int(triple.subject.index) + 1] += 1 }
        for index in 1..<max(starts.count, 1) { starts[index] += starts[index - 1] }
        self.starts = starts
        type = dataset.terms.find(iri: RDFVocabulary.type)
        classes = [UInt64](repeating: 0, count: dataset.terms.count)
        guard let type else { return }
        var bits: [TermID: UInt64] = [:]
        for known in OntologyClass.allCases {
            if let id = dataset.terms.find(iri: known.iri) { bits[id] = known.bit }
        }
        for triple in triples where triple.predicate == type {
            if let bit = bits[triple.object] { classes[Int(triple.subject.index)] |= bit }
        }
    }

    /// The triples of a subject.
    subscript(subject: TermID) -> ArraySlice<Quad> {
        triples[Int(starts[Int(subject.index)])..<Int(starts[Int(subject.index) + 1])]
    }

    /// The objects of a subject's triples with this predicate.
    func objects(_ subject: TermID, _ predicate: TermID?) -> [TermID] {
        guard let predicate else { return [] }
        return self[subject].compactMap { $0.predicate == predicate ? $0.object : nil }
    }

    func contains(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> Bool {
        self[subject].contains { $0.predicate == predicate && $0.object == object }
    }

    func find(_ property: OntologyProperty) -> TermID? { terms.find(iri: property.iri) }
    func find(_ iri: String) -> TermID? { terms.find(iri: iri) }

    func isA(_ node: TermID, _ known: OntologyClass) -> Bool { classes[Int(node.index)] & known.bit != 0 }

    /// The subjects that are of a class, in the order of the terms.
    func instances(of known: OntologyClass) -> [TermID] {
        classes.indices.compactMap {
            classes[$0] & known.bit != 0 ? TermID(index: Int32(truncatingIfNeeded: $0)) : nil
        }
    }

    /// The subjects that are of a class of another vocabulary.
    func instances(of iri: String) -> [TermID] {
        guard let type, let known = terms.find(iri: iri) else { return [] }
        return triples.compactMap { $0.predicate == type && $0.object == known ? $0.subject : nil }
    }

    /// A number of code points, nil if the literal is none.
    func integer(_ id: TermID) -> Int? { Int(terms.text(of: id)) }

    /// Whether a term is a literal.
    func isLiteral(_ id: TermID) -> Bool {
        switch terms[id] {
        case .literal, .languageLiteral: true
        default: false
        }
    }
}

extension OntologyClass {
    /// The class as one bit of a set.
    var bit: UInt64 { Self.bits[self] ?? 0 }

    private static let bits: [OntologyClass: UInt64] = Dictionary(
        allCases.enumerated().map { ($1, UInt64(1) << UInt64($0)) }, uniquingKeysWith: { first, _ in first })
}
