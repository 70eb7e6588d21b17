import ArgumentParser
import Files
import KnowledgeGraph
import RDF

/// A format in which a graph is written.
enum OutputFormat: Hashable {
    case rdf(Syntax)
    /// The DOT language of Graphviz.
    case dot

    static let turtle = OutputFormat.rdf(.turtle)

    static let all: [OutputFormat] = Syntax.allCases.map { .rdf($0) } + [.dot]

    /// The name by which messages call it.
    var name: String {
        switch self {
        case .rdf(let syntax): syntax.rawValue
        case .dot: "dot"
        }
    }

    /// Without the full stop.
    var suffix: String {
        switch self {
        case .rdf(let syntax): syntax.fileSuffixes.first ?? syntax.rawValue
        case .dot: "dot"
        }
    }

    static var allNames: String { all.map(\.name).joined(separator: ", ") }

    init?(name: String) {
        if let syntax = Syntax(name: name) {
            self = .rdf(syntax)
        } else if ["dot", "gv", "graphviz"].contains(name.lowercased()) {
            self = .dot
        } else {
            return nil
        }
    }

    /// The format that a file's suffix stands for.
    init?(path: String) {
        if let syntax = Syntax(path: path) {
            self = .rdf(syntax)
        } else if path.lowercased().hasSuffix(".dot") || path.lowercased().hasSuffix(".gv") {
            self = .dot
        } else {
            return nil
        }
    }
}

extension OutputFormat: ExpressibleByArgument {
    init?(argument: String) { self.init(name: argument) }
    static var allValueStrings: [String] { all.map(\.name) }
}

extension OutputFile: ByteSink {}
