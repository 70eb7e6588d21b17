import KnowledgeGraph

/// Finds the nodes of a graph that may be one thing by their names. Nothing is merged.
public struct CandidateFinder: Sendable {
    public init() {}

    /// The pairs in the order of their names; a pair has the first reason that holds.
    public func candidates(in graph: Graph) -> [IdentityCandidate] {
        var search = CandidateSearch(graph)
        search.findSpellings()
        search.findShortPersons()
        search.findShortBodies()
        return search.found.sorted {
            let (a, b) = (graph[$0.first].name, graph[$1.first].name)
            return a != b
                ? a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
                : graph[$0.second].name.unicodeScalars.lexicographicallyPrecedes(graph[$1.second].name.unicodeScalars)
        }
    }
}

private struct CandidateSearch {
    private struct Named {
        let id: NodeID
        let label: String
        let words: [String]
    }

    let graph: Graph
    var found: [IdentityCandidate] = []
    private var pairs: Set<[NodeID]> = []
    /// Persons and bodies with their preferred names, by class.
    private let named: [(type: OntologyClass, things: [Named])]

    init(_ graph: Graph) {
        self.graph = graph
        var byClass: [OntologyClass: [Named]] = [:]
        for (index, node) in graph.nodes.enumerated() where node.type == .Person || node.type.isA(.Organization) {
            let words = NameSkeleton(node.displayLabel).words
            if !words.isEmpty {
                byClass[node.type, default: []].append(Named(id: NodeID(index), label: node.displayLabel, words: words))
            }
        }
        named = OntologyClass.allCases.compactMap { type in byClass[type].map { (type, $0) } }
    }

    private mutating func add(_ reason: IdentityCandidate.Reason, _ a: NodeID, _ b: NodeID) {
        guard a != b, pairs.insert(a < b ? [a, b] : [b, a]).inserted else { return }
        found.append(IdentityCandidate(reason, a, b, in: graph))
    }

    /// One skeleton: the same name of two nodes, or two spellings. A name of one word says too little.
    mutating func findSpellings() {
        for (type, things) in named {
            let longNames = type == .Person ? [:] : longNames(things)
            for group in Self.groups(things, by: { $0.words.joined(separator: " ") }) where group[0].words.count > 1 {
                if longNames[group[0].words.joined(separator: " "), default: []].count > Self.mostLongNames { continue }
                for (a, b) in Self.neighbours(group) { add(a.label == b.label ? .homonym : .spelling, a.id, b.id) }
            }
        }
    }

    /// «سالم الراجحي» of «سالم بن ناصر الراجحي»: the first name and the last.
    mutating func findShortPersons() {
        guard let persons = named.first(where: { $0.type == .Person })?.things else { return }
        for group in Self.groups(persons.filter { $0.words.count > 1 }, by: { $0.words[0] + " " + $0.words[$0.words.count - 1] }) {
            let long = group.filter { $0.words.count > 2 }
            guard Set(long.map(\.words)).count <= Self.mostLongNames else { continue }
            for short in group where short.words.count == 2 {
                for long in long { add(.short, short.id, long.id) }
            }
        }
    }

    /// «اللجنة الوطنية الدائمة» of a longer name that begins so: two words at least, of bodies of one class.
    mutating func findShortBodies() {
        for (type, things) in named where type != .Person {
            let longNames = longNames(things)
            let byName = Dictionary(grouping: things) { $0.words.joined(separator: " ") }
            for long in things where long.words.count > 2 {
                for count in 2..<long.words.count {
                    let name = long.words[..<count].joined(separator: " ")
                    guard longNames[name, default: []].count <= Self.mostLongNames else { continue }
                    for short in byName[name, default: []] { add(.short, short.id, long.id) }
                }
            }
        }
    }

    /// For each name of two words and more the longer ones that begin so.
    private func longNames(_ things: [Named]) -> [String: Set<[String]>] {
        var names: [String: Set<[String]>] = [:]
        for long in things where long.words.count > 2 {
            for count in 2..<long.words.count { names[long.words[..<count].joined(separator: " "), default: []].insert(long.words) }
        }
        return names
    }

    /// A short name with more long ones than this says too little, as «وزارة الخارجية» of all ministries of the world.
    private static let mostLongNames = 3

    /// The groups of two and more, in the order of the graph.
    private static func groups(_ things: [Named], by key: (Named) -> String) -> [[Named]] {
        var places: [String: Int] = [:]
        var groups: [[Named]] = []
        for thing in things {
            let key = key(thing)
            if let place = places[key] {
                groups[place].append(thing)
            } else {
                places[key] = groups.count
                groups.append([thing])
            }
        }
        return groups.filter { $0.count > 1 }
    }

    /// Each of a group beside the next: who says «same» of each pair makes all of them one.
    private static func neighbours(_ group: [Named]) -> [(Named, Named)] { Array(zip(group, group.dropFirst())) }
}
