/// The union of graphs: nodes with one name are one node, edges that say the same are one edge with the evidence of both.
///
/// Of several preferred labels in a language the one with most hamzas and maddas stays preferred, ties go to the first
/// by code points; the others become alternative labels.
public struct GraphUnion: Sendable {
    /// The union so far, but that the evidence of the edges in `unordered` stands as it came.
    private var merged = Graph()
    private var unordered: Set<Int> = []
    /// By document: where its sentences and mentions stand.
    private var extents: [Extent] = []
    private var nodes: [String: NodeID] = [:]
    private var edges: [EdgeKey: Int] = [:]
    private var documents: [String: Int32] = [:]

    private struct Extent {
        var sentences: Range<Int>
        var mentions: Range<Int>
    }

    public init() {}

    /// The union of what was added.
    ///
    /// - Complexity: linear, but for the sorting of the evidence of edges that several graphs have.
    public var graph: Graph {
        guard !unordered.isEmpty else { return merged }
        var graph = merged
        // Best first; of equals, the first document's.
        for index in unordered { graph.edges[index].evidence.sort { $0.confidence > $1.confidence } }
        return graph
    }

    /// Adds all of `other`; what is there already stays one.
    public mutating func add(_ other: Graph) { add(other, isSection: false) }

    /// Adds the graph of a further section of the document that the graphs before are of: its sentences and mentions
    /// are none of theirs.
    public mutating func add(section other: Graph) { add(other, isSection: true) }

    private mutating func add(_ other: Graph, isSection: Bool) {
        if merged.documents.isEmpty, merged.nodes.isEmpty { merged.nodes.reserveCapacity(other.nodes.count) }
        // A document that is there already has been read to the same graph: its sentences and mentions are there, too.
        let isKnown = other.documents.map { !isSection && documents[$0.name] != nil }
        let (sentences, mentions) = (merged.sentences.count, merged.mentions.count)
        let documentMap = other.documents.map { add($0) }
        let nodeMap = other.nodes.map { add($0, documentMap) }
        let known = Known(documentMap.indices.filter { isKnown[$0] }.map { extents[Int(documentMap[$0])] }, in: merged)
        var sentenceMap = [Int32](repeating: 0, count: other.sentences.count)
        for (index, sentence) in other.sentences.enumerated() {
            var moved = sentence
            moved.document = documentMap[Int(sentence.document)]
            if let place = known.sentences[Known.Sentence(moved)], merged.sentences[place].text == moved.text {
                sentenceMap[index] = Int32(truncatingIfNeeded: place)
                continue
            }
            sentenceMap[index] = Int32(truncatingIfNeeded: merged.sentences.count)
            merged.sentences.append(moved)
        }
        for mention in other.mentions {
            var moved = mention
            moved.document = documentMap[Int(mention.document)]
            moved.node = nodeMap[Int(mention.node.index)]
            if !known.mentions.contains(Known.Mention(moved)) { merged.mentions.append(moved) }
        }
        for document in documentMap {
            let extent = extents[Int(document)]
            // What is new of a document that was there already lies behind what others brought in between.
            if merged.sentences.count > sentences { extents[Int(document)].sentences = min(extent.sentences.lowerBound, sentences)..<merged.sentences.count }
            if merged.mentions.count > mentions { extents[Int(document)].mentions = min(extent.mentions.lowerBound, mentions)..<merged.mentions.count }
        }
        for edge in other.edges { add(edge, nodeMap, documentMap, sentenceMap, mayHave: isKnown.contains(true)) }
    }

    /// The sentences and mentions of documents that are there already.
    private struct Known {
        struct Sentence: Hashable {
            let document: Int32
            let range: Range<Int32>

            init(_ sentence: SentenceRecord) { (document, range) = (sentence.document, sentence.range) }
        }

        struct Mention: Hashable {
            let document: Int32
            let node: NodeID
            let range: Range<Int32>
            let form: MentionRecord.Form

            init(_ mention: MentionRecord) {
                (document, node, range, form) = (mention.document, mention.node, mention.range, mention.form)
            }
        }

        var sentences: [Sentence: Int] = [:]
        var mentions: Set<Mention> = []

        init(_ extents: [Extent], in graph: Graph) {
            for range in Set(extents.map(\.sentences)) {
                for place in range where sentences[Sentence(graph.sentences[place])] == nil {
                    sentences[Sentence(graph.sentences[place])] = place
                }
            }
            for range in Set(extents.map(\.mentions)) { for place in range { mentions.insert(Mention(graph.mentions[place])) } }
        }
    }

    private mutating func add(_ document: DocumentRecord) -> Int32 {
        if let known = documents[document.name] { return known }
        let index = Int32(truncatingIfNeeded: merged.documents.count)
        merged.documents.append(document)
        documents[document.name] = index
        extents.append(
            Extent(
                sentences: merged.sentences.count..<merged.sentences.count,
                mentions: merged.mentions.count..<merged.mentions.count))
        return index
    }

    private mutating func add(_ node: Node, _ documentMap: [Int32]) -> NodeID {
        var moved = node
        moved.document = node.document.map { documentMap[Int($0)] }
        guard let known = nodes[node.name] else {
            let id = NodeID(merged.nodes.count)
            merged.nodes.append(moved)
            nodes[node.name] = id
            return id
        }
        for label in node.labels { Self.add(label, to: &merged.nodes[Int(known.index)].labels) }
        return known
    }

    private static func add(_ label: NodeLabel, to labels: inout [NodeLabel]) {
        var label = label
        let same: (NodeLabel) -> Bool = { $0.language == label.language && $0.text.utf8.elementsEqual(label.text.utf8) }
        if label.isPreferred,
            let rival = labels.firstIndex(where: { $0.isPreferred && $0.language == label.language })
        {
            if same(labels[rival]) { return }
            if PreferredSpelling.precedes(label.text, labels[rival].text) {
                labels[rival].isPreferred = false
                labels.removeAll { !$0.isPreferred && same($0) }
                labels.insert(label, at: min(rival, labels.count))
                return
            }
            label.isPreferred = false
        }
        if !labels.contains(where: same) { labels.append(label) }
    }

    private mutating func add(
        _ edge: Edge, _ nodeMap: [NodeID], _ documentMap: [Int32], _ sentenceMap: [Int32], mayHave: Bool
    ) {
        var moved = edge
        moved.subject = nodeMap[Int(edge.subject.index)]
        if case .node(let id) = edge.object { moved.object = .node(nodeMap[Int(id.index)]) }
        for index in moved.evidence.indices {
            moved.evidence[index].document = documentMap[Int(moved.evidence[index].document)]
            moved.evidence[index].sentence = moved.evidence[index].sentence.map { sentenceMap[Int($0)] }
        }
        let key = EdgeKey(subject: moved.subject, predicate: moved.predicate, object: moved.object)
        guard let known = edges[key] else {
            edges[key] = merged.edges.count
            merged.edges.append(moved)
            return
        }
        guard !moved.evidence.isEmpty else { return }
        if mayHave || moved.evidence.contains(where: { $0.sentence == nil }) {
            let there = Set(merged.edges[known].evidence)
            moved.evidence.removeAll { there.contains($0) }
        }
        merged.edges[known].evidence += moved.evidence
        unordered.insert(known)
    }
}
