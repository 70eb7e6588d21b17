import KnowledgeGraph

/// What is drawn of a graph: entities, and the links between them. The nodes that only tie others together
/// (PostHolding, Membership, TreatyAction, OfficeChange, Statement) have become links.
public struct Diagram: Sendable {
    /// A thing with a shape of its own.
    public struct Entity: Sendable {
        public var id: NodeID
        /// The local name of the node's IRI.
        public var name: String
        public var type: OntologyClass
        /// Arabic where there is one.
        public var label: String
        public var english: String?
        /// Dates, ordinals and the like: key of `DrawingWords` and value.
        public var notes: [Note] = []
        /// How many entities this one stands for besides itself.
        public var collapsed = 0

        public var kind: DrawnKind { DrawnKind(type) }
    }

    public struct Note: Sendable, Hashable {
        public var key: String
        public var value: String
        /// Whether `value` is itself a key of `DrawingWords`.
        public var isWord = false
    }

    /// A line between two entities, from `source` to `target` as RDF has it or as the n-ary node says.
    public struct Link: Sendable {
        /// Indices into `entities`.
        public var source: Int
        public var target: Int
        /// A key of `DrawingWords`.
        public var key: String
        /// More keys, as «former».
        public var qualifiers: [String] = []
        /// Best first.
        public var evidence: [Evidence]
        /// The place among the links before any was left out; names the link in pictures and pages.
        public var number = 0
        /// How many edges of the graph it stands for.
        public var count = 1

        /// What is drawn solid, dashed or dotted: the best of what the link rests on.
        public var derivation: Evidence.Derivation {
            evidence.isEmpty ? .read : evidence.map(\.derivation).min { $0.rank < $1.rank } ?? .read
        }

        /// In hundredths, 0…100: the highest of the evidence; 100 where none was kept.
        public var confidence: UInt8 { evidence.map(\.confidence).max() ?? 100 }
    }

    /// What is drawn: sentences and documents are looked up here.
    public let graph: Graph
    public var entities: [Entity] = []
    public var links: [Link] = []
    /// The number of entities before anything was selected.
    public var totalEntities = 0
    /// The number of links that were left out because others imply them or matter more.
    public var hiddenLinks = 0

    init(of graph: Graph) { self.graph = graph }

    /// With the links numbered in their order.
    func numbered() -> Diagram {
        var result = self
        for index in links.indices { result.links[index].number = index }
        return result
    }

    /// The neighbours of every entity, each once, ascending.
    var neighbours: [[Int]] {
        var sets = [Set<Int>](repeating: [], count: entities.count)
        for link in links where link.source != link.target {
            sets[link.source].insert(link.target)
            sets[link.target].insert(link.source)
        }
        return sets.map { $0.sorted() }
    }

    /// The entities that `keep` says, and the links between them; the order stays.
    func filtered(_ keep: (Int) -> Bool) -> Diagram {
        var result = self
        var place = [Int?](repeating: nil, count: entities.count)
        result.entities = []
        for index in entities.indices where keep(index) {
            place[index] = result.entities.count
            result.entities.append(entities[index])
        }
        result.links = links.compactMap { link in
            guard let source = place[link.source], let target = place[link.target] else { return nil }
            var moved = link
            (moved.source, moved.target) = (source, target)
            return moved
        }
        return result
    }
}

extension Evidence.Derivation {
    /// 0 for what is read off the text.
    var rank: Int {
        switch self {
        case .read: 0
        case .inferred: 1
        case .background: 2
        }
    }
}
