import KnowledgeGraph

/// What is new and what is gone from one graph to another: things and edges, by their names, whatever their evidence.
public struct GraphDifference: Sendable {
    /// An edge as a reader sees it.
    public struct Line: Sendable, Hashable {
        /// The names of the nodes, and what the object is if it is none.
        public let subject: String
        public let predicate: OntologyProperty
        public let object: String
        public let subjectLabel: String
        public let objectLabel: String
        /// The sentence that its best evidence rests on.
        public let sentence: String?

        public static func == (a: Line, b: Line) -> Bool {
            a.subject == b.subject && a.predicate == b.predicate && a.object == b.object
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(subject)
            hasher.combine(predicate)
            hasher.combine(object)
        }
    }

    public struct Thing: Sendable, Equatable {
        public let name: String
        public let type: OntologyClass
        public let label: String
    }

    public let newThings: [Thing]
    public let goneThings: [Thing]
    public let newEdges: [Line]
    public let goneEdges: [Line]

    public var isEmpty: Bool { newThings.isEmpty && goneThings.isEmpty && newEdges.isEmpty && goneEdges.isEmpty }

    public init(from old: Graph, to new: Graph) {
        let (oldNames, newNames) = (Set(old.nodes.map(\.name)), Set(new.nodes.map(\.name)))
        newThings = new.nodes.filter { !oldNames.contains($0.name) }.map(Self.thing)
        goneThings = old.nodes.filter { !newNames.contains($0.name) }.map(Self.thing)
        let (oldLines, newLines) = (Self.lines(old), Self.lines(new))
        let (oldSet, newSet) = (Set(oldLines), Set(newLines))
        newEdges = newLines.filter { !oldSet.contains($0) }
        goneEdges = oldLines.filter { !newSet.contains($0) }
    }

    private static func thing(_ node: Node) -> Thing { Thing(name: node.name, type: node.type, label: node.displayLabel) }

    private static func lines(_ graph: Graph) -> [Line] {
        graph.edges.map { edge in
            let subject = graph[edge.subject]
            let sentence = edge.evidence.first?.sentence.map { graph.sentences[Int($0)].text }
            func line(_ object: String, _ label: String) -> Line {
                Line(
                    subject: subject.name, predicate: edge.predicate, object: object, subjectLabel: subject.displayLabel,
                    objectLabel: label, sentence: sentence)
            }
            switch edge.object {
            case .node(let id): return line(graph[id].name, graph[id].displayLabel)
            case .concept(let name): return line("isnad:" + name, name)
            case .literal(let text, let datatype): return line("\"\(text)\" \(datatype.rawValue)", text)
            }
        }
    }
}
