import RDF

/// Makes a graph of the triples that `GraphTriples` wrote, as far as the triples tell: the bare graph, or with evidence
/// and mentions. What is not of this ontology is passed over.
public struct GraphReader: Sendable {
    public init() {}

    public func graph(of dataset: Dataset) -> Graph { named(dataset).graph }

    /// The graph, and the IRI of each of its nodes.
    public func named(_ dataset: Dataset) -> (graph: Graph, iris: [String]) {
        var reading = GraphReading(dataset)
        reading.readDocuments()
        reading.readNodes()
        reading.readSentences()
        reading.readEdges()
        reading.readFacts()
        reading.readMentions()
        return (reading.graph, reading.iris)
    }
}

/// A graph while it is made of triples.
struct GraphReading {
    private struct EdgeKey: Hashable {
        let subject: NodeID
        let predicate: OntologyProperty
        let object: Value
    }

    let dataset: Dataset
    var graph = Graph()
    /// The IRI of each node.
    private(set) var iris: [String] = []
    /// Subjects in the order in which they come, each with its statements.
    private var order: [TermID] = []
    private var statements: [TermID: [(predicate: TermID, object: TermID)]] = [:]
    private var nodes: [TermID: NodeID] = [:]
    private var names: Set<String> = []
    /// Articles and their texts (`nif:Context`).
    private var documents: [TermID: Int32] = [:]
    private var sentences: [TermID: Int32] = [:]
    private var edges: [EdgeKey: Int] = [:]
    private var terms: [String: TermID] = [:]

    init(_ dataset: Dataset) {
        self.dataset = dataset
        for quad in dataset.quads {
            if statements[quad.subject] == nil { order.append(quad.subject) }
            statements[quad.subject, default: []].append((quad.predicate, quad.object))
        }
        for term in EvidenceTerm.allCases { terms[term.rawValue] = dataset.terms.find(iri: term.iri) }
        for (name, iri) in [
            ("type", RDFVocabulary.type), ("prefLabel", Namespace.skos + "prefLabel"),
            ("altLabel", Namespace.skos + "altLabel"),
        ] { terms[name] = dataset.terms.find(iri: iri) }
    }

    // MARK: Looking up

    private func objects(_ subject: TermID, _ name: String) -> [TermID] {
        guard let predicate = terms[name] else { return [] }
        return statements[subject, default: []].filter { $0.predicate == predicate }.map(\.object)
    }

    private func object(_ subject: TermID, _ term: EvidenceTerm) -> TermID? {
        objects(subject, term.rawValue).first
    }

    private func text(_ subject: TermID, _ term: EvidenceTerm) -> String? {
        object(subject, term).map { dataset.terms.text(of: $0) }
    }

    private func has(_ subject: TermID, type: EvidenceTerm) -> Bool {
        guard let id = terms[type.rawValue] else { return false }
        return objects(subject, "type").contains(id)
    }

    /// What follows the last slash or hash.
    private func localName(_ id: TermID) -> String {
        let text = dataset.terms.text(of: id)
        let start = text.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
        return start.map { String(text[text.utf8.index(after: $0)...]) } ?? text
    }

    private func range(_ subject: TermID) -> Range<Int32>? {
        guard let begin = text(subject, .beginIndex).flatMap({ Int32($0) }),
            let end = text(subject, .endIndex).flatMap({ Int32($0) }), 0 <= begin, begin <= end
        else { return nil }
        return begin..<end
    }

    // MARK: Parts

    mutating func readDocuments() {
        for subject in order where has(subject, type: .newsArticle) {
            documents[subject] = Int32(truncatingIfNeeded: graph.documents.count)
            graph.documents.append(
                DocumentRecord(
                    name: localName(subject), title: text(subject, .headline),
                    date: text(subject, .datePublished),
                    url: text(subject, .url), publisher: text(subject, .publisher),
                    language: text(subject, .inLanguage),
                    sha256: text(subject, .sha256)))
        }
        for subject in order where has(subject, type: .context) {
            guard let article = object(subject, .sourceUrl), let index = documents[article] else { continue }
            documents[subject] = index
            if let whole = text(subject, .isString) { graph.documents[Int(index)].text = whole }
        }
    }

    mutating func readNodes() {
        var classes: [TermID: OntologyClass] = [:]
        for type in OntologyClass.allCases {
            if let id = dataset.terms.find(iri: type.iri) { classes[id] = type }
        }
        for subject in order {
            // The most specific class is the one with most above it.
            let types = objects(subject, "type").compactMap { classes[$0] }
            guard let type = types.max(by: { $0.withAncestors.count < $1.withAncestors.count }) else {
                continue
            }
            var name = localName(subject)
            while !names.insert(name).inserted { name += "-" }
            var node = Node(name: name, type: type, labels: [])
            for (key, isPreferred) in [("prefLabel", true), ("altLabel", false)] {
                for label in objects(subject, key) {
                    guard case .languageLiteral(let text, let language) = dataset.terms[label] else {
                        continue
                    }
                    node.labels.append(NodeLabel(text, language: language, isPreferred: isPreferred))
                }
            }
            node.range = range(subject)
            node.document = object(subject, .referenceContext).flatMap { documents[$0] }
            nodes[subject] = NodeID(graph.nodes.count)
            iris.append(dataset.terms.text(of: subject))
            graph.nodes.append(node)
        }
    }

    mutating func readSentences() {
        for subject in order where has(subject, type: .sentence) {
            guard let range = range(subject), let words = text(subject, .anchorOf),
                let document = object(subject, .referenceContext).flatMap({ documents[$0] })
            else { continue }
            sentences[subject] = Int32(truncatingIfNeeded: graph.sentences.count)
            graph.sentences.append(SentenceRecord(document: document, range: range, text: words))
        }
    }

    mutating func readEdges() {
        var properties: [TermID: OntologyProperty] = [:]
        for property in OntologyProperty.allCases {
            if let id = dataset.terms.find(iri: property.iri) { properties[id] = property }
        }
        var general: Set<EdgeKey> = []
        for subject in order {
            guard let node = nodes[subject] else { continue }
            for statement in statements[subject, default: []] {
                guard let predicate = properties[statement.predicate], let value = value(statement.object)
                else { continue }
                let key = EdgeKey(subject: node, predicate: predicate, object: value)
                var above = predicate.parent
                while let property = above {
                    general.insert(EdgeKey(subject: node, predicate: property, object: value))
                    above = property.parent
                }
                guard edges[key] == nil else { continue }
                edges[key] = graph.edges.count
                graph.edges.append(Edge(subject: node, predicate: predicate, object: value, evidence: []))
            }
        }
        // A property above another is written with it and means nothing of its own.
        guard !general.isEmpty else { return }
        graph.edges.removeAll {
            general.contains(EdgeKey(subject: $0.subject, predicate: $0.predicate, object: $0.object))
        }
        edges = [:]
        for (index, edge) in graph.edges.enumerated() {
            edges[EdgeKey(subject: edge.subject, predicate: edge.predicate, object: edge.object)] = index
        }
    }

    private func value(_ object: TermID) -> Value? {
        if let node = nodes[object] { return .node(node) }
        switch dataset.terms[object] {
        case .iri(let iri):
            return iri.utf8.starts(with: Namespace.isnad.utf8)
                ? .concept(String(iri.dropFirst(Namespace.isnad.count))) : nil
        case .literal(let text, nil): return .literal(text, .string)
        case .literal(let text, let datatype?):
            guard datatype.utf8.starts(with: Namespace.xsd.utf8) else { return .literal(text, .string) }
            let name = String(datatype.dropFirst(Namespace.xsd.count))
            return .literal(text, Value.Datatype(rawValue: name) ?? .string)
        case .languageLiteral(let text, _): return .literal(text, .arabic)
        default: return nil
        }
    }

    mutating func readFacts() {
        let properties = Dictionary(
            OntologyProperty.allCases.map { ($0.iri, $0) }, uniquingKeysWith: { first, _ in first })
        for subject in order where has(subject, type: .statement) {
            guard let node = object(subject, .subject).flatMap({ nodes[$0] }),
                let predicate = text(subject, .predicate).flatMap({ properties[$0] }),
                let value = object(subject, .object).flatMap({ value($0) }),
                let edge = edges[EdgeKey(subject: node, predicate: predicate, object: value)]
            else { continue }
            let rests = objects(subject, EvidenceTerm.wasDerivedFrom.rawValue).compactMap { sentences[$0] }
            for sentence in rests.isEmpty ? [nil] : rests.map(Optional.some) {
                graph.edges[edge].evidence.append(
                    Evidence(
                        document: sentence.map { graph.sentences[Int($0)].document } ?? 0, sentence: sentence,
                        range: sentence.map { graph.sentences[Int($0)].range },
                        rule: text(subject, .rule) ?? "",
                        confidence: hundredths(text(subject, .confidence)),
                        derivation: text(subject, .derivation).flatMap(Evidence.Derivation.init) ?? .read))
            }
        }
    }

    private func hundredths(_ decimal: String?) -> UInt8 {
        guard let value = decimal.flatMap({ Double($0) }), value >= 0, value <= 1 else { return 100 }
        return UInt8((value * 100).rounded())
    }

    mutating func readMentions() {
        for subject in order where has(subject, type: .phrase) {
            guard let node = object(subject, .taIdentRef).flatMap({ nodes[$0] }), let range = range(subject),
                let document = object(subject, .referenceContext).flatMap({ documents[$0] }),
                let form = text(subject, .mentionForm).flatMap(MentionRecord.Form.init)
            else { continue }
            graph.mentions.append(
                MentionRecord(
                    document: document, node: node, range: range, text: text(subject, .anchorOf) ?? "",
                    form: form,
                    rule: text(subject, .rule) ?? ""))
        }
    }
}
