import Files
import KnowledgeGraph
import RDF
import SystemPackage

/// The union of graph files, statement by statement.
struct GraphUnionFile {
    var dataset = Dataset()
    private(set) var prefixes = PrefixTable()
    /// Files that were read: no output may overwrite them.
    private(set) var identities: Set<FileIdentity> = []

    /// - Throws: 65 for what is no graph, 66, 74.
    init(_ names: [String]) throws {
        for name in names {
            guard let file = GraphFile(name) else {
                throw FileError(
                    .badData, file: FilePath(argument: name).shown, "is no graph by its name",
                    hint: "isnad build makes graphs of documents; a graph's name ends in .ttl, .nt, .nq, .trig or .rdf")
            }
            if let identity = try file.read(into: &dataset, prefixes: &prefixes) { identities.insert(identity) }
        }
        dataset.settlePreferredLabels()
    }

    /// Says that two things are the same. False, and nothing is said, if one of them is not there.
    mutating func join(_ first: String, _ second: String) -> Bool {
        guard let a = dataset.terms.find(iri: first), let b = dataset.terms.find(iri: second) else { return false }
        dataset.add(a, dataset.terms.iri(OntologyProperty.sameAs.iri), b)
        return true
    }
}
