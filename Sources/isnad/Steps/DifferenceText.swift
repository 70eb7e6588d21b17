import Archive
import Files

/// A difference as lines for people: things first, then edges, new before gone.
struct DifferenceText {
    let text: String

    init(_ difference: GraphDifference) {
        var lines: [String] = []
        for (mark, things) in [("+", difference.newThings), ("-", difference.goneThings)] {
            lines += things.map { Self.line(mark, $0.type.rawValue, [$0.label, $0.name]) }
        }
        for (mark, edges) in [("+", difference.newEdges), ("-", difference.goneEdges)] {
            lines += edges.map { edge in
                Self.line(
                    mark, edge.predicate.rawValue,
                    [edge.subjectLabel, edge.objectLabel] + (edge.sentence.map { ["«\($0)»"] } ?? []))
            }
        }
        text = lines.joined()
    }

    private static func line(_ mark: String, _ kind: String, _ cells: [String]) -> String {
        "\(mark) \(kind)\t" + cells.map(\.escapedForTerminal).joined(separator: "\t") + "\n"
    }
}
