import KnowledgeGraph
import RDF

/// Checks a graph against the constraints of `Ontology/shapes.ttl`, without a SHACL engine.
///
/// The constraints are those of one graph that one run wrote; they say nothing of terms of other vocabularies.
public struct GraphChecker: Sendable {
    /// How many findings of one constraint are kept; the rest are counted only.
    public var limit: Int

    public init(limit: Int = 1000) { self.limit = limit }

    /// What a check has found.
    public struct Report: Sendable {
        /// In the order of `Constraint.all`, then of the graph.
        public var findings: [Finding] = []
        /// How often each constraint is broken, those beyond the limit counted too.
        public var counts: [Constraint: Int] = [:]
        /// How many triples were looked at.
        public var tripleCount = 0

        public func count(_ severity: Constraint.Severity) -> Int {
            counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
        }

        /// Whether no constraint is broken but those that only warn.
        public var conforms: Bool { count(.violation) == 0 }
    }

    /// Checks a graph that was read from a file, its named graphs put together.
    public func report(on dataset: Dataset) -> Report {
        var check = Check(TripleIndex(dataset), limit: limit)
        check.things()
        check.offices()
        check.events()
        check.statements()
        check.evidence()
        check.signatures()
        return check.report()
    }

    /// Checks a graph as it would be written with all of its evidence.
    public func report(on graph: Graph) throws -> Report {
        var options = TripleOptions(software: "check")
        options.evidence = .full
        return report(on: try GraphTriples(options).dataset(of: graph))
    }
}

/// A check under way: the triples, and what is found.
struct Check {
    let graph: TripleIndex
    private let limit: Int
    private var found: [Constraint: [Finding]] = [:]
    private var counts: [Constraint: Int] = [:]
    private var factsOf: [TermID: [TermID]]?

    init(_ graph: TripleIndex, limit: Int) { (self.graph, self.limit) = (graph, limit) }

    mutating func add(
        _ constraint: Constraint, _ node: TermID, _ message: String, property: String? = nil,
        value: TermID? = nil
    ) {
        counts[constraint, default: 0] += 1
        guard found[constraint, default: []].count < limit else { return }
        let text = value.map { describe($0) }
        found[constraint, default: []].append(
            Finding(
                constraint: constraint, node: name(node), property: property, value: text, message: message,
                evidence: proof(node, property, value)))
    }

    /// `least` to `most` values of a property.
    @discardableResult
    mutating func count(
        _ constraint: Constraint, _ node: TermID, _ property: String, _ least: Int, _ most: Int,
        _ what: String
    ) -> [TermID] {
        let values = graph.objects(node, graph.find(property))
        if values.count < least || values.count > most {
            add(
                constraint, node, "\(what), not \(values.count)", property: property,
                value: values.count > most ? values[most] : nil)
        }
        return values
    }

    func report() -> GraphChecker.Report {
        var report = GraphChecker.Report()
        report.tripleCount = graph.triples.count
        report.counts = counts
        for constraint in Constraint.all { report.findings += found[constraint] ?? [] }
        return report
    }

    // MARK: Naming

    func name(_ id: TermID) -> String {
        if case .blankNode(let label) = graph.terms[id] { return "_:" + label }
        return graph.terms.text(of: id)
    }

    private func describe(_ id: TermID) -> String {
        switch graph.terms[id] {
        case .literal(let text, _): "\"\(text)\""
        case .languageLiteral(let text, let language): "\"\(text)\"@\(language)"
        default: name(id)
        }
    }

    /// The evidence of the edge, or else the first evidence of any edge of the node.
    private mutating func proof(_ node: TermID, _ property: String?, _ value: TermID?) -> Finding.Proof? {
        guard let rule = graph.find(Namespace.isnad + "rule") else { return nil }
        let predicate = graph.find(Namespace.rdf + "predicate")
        let object = graph.find(Namespace.rdf + "object")
        let facts = facts(of: node)
        let exact = facts.first { fact in
            guard let property else { return false }
            guard graph.objects(fact, predicate).contains(where: { name($0) == property }) else { return false }
            return value.map { graph.objects(fact, object).contains($0) } ?? true
        }
        let isFact = !graph.objects(node, rule).isEmpty
        guard let fact = exact ?? (isFact ? node : facts.first), let id = graph.objects(fact, rule).first
        else { return nil }
        let anchor = graph.find(Namespace.nif + "anchorOf")
        let sentence = graph.objects(fact, graph.find(Namespace.prov + "wasDerivedFrom")).first
        return Finding.Proof(
            rule: graph.terms.text(of: id),
            sentence: sentence.flatMap { graph.objects($0, anchor).first }.map { graph.terms.text(of: $0) })
    }

    /// The `rdf:Statement`s whose subject is a node; the index is made when it is first asked for.
    private mutating func facts(of node: TermID) -> [TermID] {
        if factsOf == nil {
            var index: [TermID: [TermID]] = [:]
            let subject = graph.find(Namespace.rdf + "subject")
            for triple in graph.triples where triple.predicate == subject {
                index[triple.object, default: []].append(triple.subject)
            }
            factsOf = index
        }
        return factsOf?[node] ?? []
    }
}
