import RDF

/// Turns a graph into triples: the things first, then the documents, the sentences, the facts and the
/// mentions.
public struct GraphTriples: Sendable {
    public var options: TripleOptions

    public init(_ options: TripleOptions) { self.options = options }

    /// The triples of `graph` in the order of its nodes and edges, each once.
    public func dataset(of graph: Graph) throws -> Dataset { try dataset(of: [graph]) }

    /// The triples of one graph after the other: with a named graph a document, each holds what its document alone says,
    /// whatever the others say.
    public func dataset(of graphs: [Graph]) throws -> Dataset {
        var dataset = Dataset()
        for graph in graphs {
            var assembly = TripleAssembly(graph, options, dataset: dataset)
            dataset = Dataset()
            try assembly.addThings()
            if options.evidence != .none {
                try assembly.addDocuments()
                try assembly.addFacts()
            }
            if options.evidence == .full { try assembly.addMentions() }
            dataset = assembly.dataset
        }
        // Two properties may have the same one above them.
        dataset.removeDuplicates()
        return dataset
    }
}

/// A dataset while it is made of a graph.
struct TripleAssembly {
    let graph: Graph
    let options: TripleOptions
    var dataset: Dataset
    var vocabulary: TripleVocabulary
    /// For each document the graph that its statements go to; nil is the default graph.
    var graphs: [TermID?] = []
    /// For each document `nif:Context`, and what stands after the kind in the names of its parts.
    var contexts: [TermID] = []
    var suffixes: [String] = []
    private var nodes: [TermID] = []
    private(set) var edgeOrder: [Int32] = []

    /// - Parameter dataset: what is there already.
    init(_ graph: Graph, _ options: TripleOptions, dataset: Dataset) {
        (self.graph, self.options, self.dataset) = (graph, options, dataset)
        vocabulary = TripleVocabulary(&self.dataset.terms, options.version)
        nodes.reserveCapacity(graph.nodes.count)
        for node in graph.nodes {
            nodes.append(
                self.dataset.terms.iri { [base = options.base] in
                    $0.append(base)
                    $0.append(node.name)
                })
        }
        for document in graph.documents {
            let suffix = document.name.hasPrefix("doc.") ? String(document.name.dropFirst(4)) : document.name
            suffixes.append(suffix)
            contexts.append(name("context", suffix))
            graphs.append(options.namedGraphs ? name("graph", suffix) : nil)
        }
        edgeOrder = Self.bySubject(graph)
    }

    func node(_ id: NodeID) -> TermID { nodes[Int(id.index)] }

    /// `BASE kind.suffix`
    mutating func name(_ kind: StaticString, _ suffix: String) -> TermID {
        dataset.terms.iri { [base = options.base] in
            $0.append(base)
            $0.append(kind)
            $0.append(UInt8(ascii: "."))
            $0.append(suffix)
        }
    }

    /// Nodes with their classes, labels and edges.
    mutating func addThings() throws {
        let homes = options.namedGraphs ? documentsOfNodes() : []
        var next = 0
        for (index, node) in graph.nodes.enumerated() {
            let places = options.namedGraphs ? homes[index].map { graphs[Int($0)] } : [nil]
            for place in places { try addNode(node, nodes[index], place) }
            while next < edgeOrder.count, graph.edges[Int(edgeOrder[next])].subject.index == index {
                try addEdge(graph.edges[Int(edgeOrder[next])], places)
                next += 1
            }
        }
    }

    private mutating func addNode(_ node: Node, _ id: TermID, _ place: TermID?) throws {
        for type in vocabulary.types(node.type, &dataset.terms) {
            dataset.add(id, vocabulary.type, type, graph: place)
        }
        for label in node.labels {
            let language = try vocabulary.language(label.language, &dataset.terms)
            dataset.add(
                id, label.isPreferred ? vocabulary.prefLabel : vocabulary.altLabel,
                dataset.terms.literal(label.text, language: language), graph: place)
        }
        guard let range = node.range else { return }
        addRange(id, range, place)
        if let document = node.document, options.evidence != .none, contexts.indices.contains(Int(document)) {
            add(id, .referenceContext, contexts[Int(document)], place)
        }
    }

    /// The edge, with those of the properties above its own, in the graph of each document that says it; what
    /// no document says goes wherever the node is.
    private mutating func addEdge(_ edge: Edge, _ places: [TermID?]) throws {
        let subject = node(edge.subject)
        let object = try value(edge.object)
        var at = places
        if options.namedGraphs, !edge.evidence.isEmpty {
            at = []
            var seen: Set<Int32> = []
            for evidence in edge.evidence where seen.insert(evidence.document).inserted {
                at.append(graphs[Int(evidence.document)])
            }
        }
        var property: OntologyProperty? = edge.predicate
        while let current = property {
            let predicate = vocabulary.property(current, &dataset.terms)
            for place in at { dataset.add(subject, predicate, object, graph: place) }
            property = current.parent
        }
    }

    mutating func value(_ value: Value) throws -> TermID {
        switch value {
        case .node(let id): return node(id)
        case .concept(let name): return vocabulary.concept(name, &dataset.terms)
        case .literal(let text, .string): return dataset.terms.literal(text)
        case .literal(let text, .arabic):
            return dataset.terms.literal(text, language: try vocabulary.language("ar", &dataset.terms))
        case .literal(let text, let datatype):
            return dataset.terms.literal(text, datatype: vocabulary.datatype(datatype, &dataset.terms))
        }
    }

    // MARK: Small statements

    mutating func add(_ subject: TermID, _ predicate: EvidenceTerm, _ object: TermID, _ place: TermID?) {
        dataset.add(subject, vocabulary.term(predicate, &dataset.terms), object, graph: place)
    }

    mutating func addType(_ subject: TermID, _ type: EvidenceTerm, _ place: TermID?) {
        dataset.add(subject, vocabulary.type, vocabulary.term(type, &dataset.terms), graph: place)
    }

    /// `nif:beginIndex` and `nif:endIndex`: code points, half-open.
    mutating func addRange(_ subject: TermID, _ range: Range<Int32>, _ place: TermID?) {
        let datatype = vocabulary.datatype(.nonNegativeInteger, &dataset.terms)
        let begin = dataset.terms.literal(datatype: datatype) { $0.append(decimal: Int(range.lowerBound)) }
        let end = dataset.terms.literal(datatype: datatype) { $0.append(decimal: Int(range.upperBound)) }
        add(subject, .beginIndex, begin, place)
        add(subject, .endIndex, end, place)
    }

    // MARK: Order

    /// The places of the edges, those of one subject together and otherwise as they are.
    private static func bySubject(_ graph: Graph) -> [Int32] {
        var starts = [Int32](repeating: 0, count: graph.nodes.count + 1)
        for edge in graph.edges { starts[Int(edge.subject.index) + 1] += 1 }
        for index in 1..<max(starts.count, 1) { starts[index] += starts[index - 1] }
        var order = [Int32](repeating: 0, count: graph.edges.count)
        for (index, edge) in graph.edges.enumerated() {
            order[Int(starts[Int(edge.subject.index)])] = Int32(truncatingIfNeeded: index)
            starts[Int(edge.subject.index)] += 1
        }
        return order
    }

    /// For each node the documents that mention it or say something of it, in their order.
    private func documentsOfNodes() -> [[Int32]] {
        var found = [Set<Int32>](repeating: [], count: graph.nodes.count)
        for mention in graph.mentions { found[Int(mention.node.index)].insert(mention.document) }
        for edge in graph.edges {
            for evidence in edge.evidence {
                found[Int(edge.subject.index)].insert(evidence.document)
                if case .node(let object) = edge.object { found[Int(object.index)].insert(evidence.document) }
            }
        }
        for (index, node) in graph.nodes.enumerated() {
            if let document = node.document { found[index].insert(document) }
        }
        return found.map { $0.sorted() }
    }
}
