import ArgumentParser
import Files
import KnowledgeGraph
import RDF

/// A format in which a graph is written.
enum OutputFormat: Hashable {
    case rdf(Syntax)
    /// The DOT language of Graphviz.
    case dot
    /// Network files, for Gephi, yEd, Cytoscape.
    case graphml, gexf
    /// Two tables: NAME.nodes.csv and NAME.edges.csv.
    case csv
    /// Entities of FollowTheMoney, for OpenAleph, one a line.
    case ftm

    static let turtle = OutputFormat.rdf(.turtle)

    static let all: [OutputFormat] = Syntax.allCases.map { .rdf($0) } + [.dot, .graphml, .gexf, .csv, .ftm]

    /// The names by which a user may call it, the first being its own.
    private var names: [String] {
        switch self {
        case .rdf(let syntax): syntax.names
        case .dot: ["dot", "gv", "graphviz"]
        case .graphml: ["graphml"]
        case .gexf: ["gexf"]
        case .csv: ["csv"]
        case .ftm: ["ftm", "ftm.json", "followthemoney"]
        }
    }

    /// Of files, without the full stop; the first is the usual one.
    private var suffixes: [String] {
        if case .rdf(let syntax) = self { syntax.fileSuffixes } else { Array(names.prefix(2)) }
    }

    var name: String { names.first ?? "" }
    var suffix: String { suffixes.first ?? "" }

    static var allNames: String { all.map(\.name).joined(separator: ", ") }

    init?(name: String) {
        let lower = name.lowercased()
        guard let found = Self.all.first(where: { $0.names.contains(lower) }) else { return nil }
        self = found
    }

    /// The format that a file's suffix stands for.
    init?(path: String) {
        let lower = path.lowercased()
        let found = Self.all.first { format in format.suffixes.contains { lower.hasSuffix("." + $0) } }
        guard let found else { return nil }
        self = found
    }
}

extension OutputFormat: ExpressibleByArgument {
    init?(argument: String) { self.init(name: argument) }
    static var allValueStrings: [String] { all.map(\.name) }
}

extension OutputFile: ByteSink {}
