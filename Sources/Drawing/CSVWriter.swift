import KnowledgeGraph

/// Writes a graph as two tables after RFC 4180, for spreadsheets: `NAME.nodes.csv` and `NAME.edges.csv`.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return)
/// has a `'` before it. The files begin with a byte order mark, without which spreadsheets misread the Arabic.
public struct CSVWriter: Sendable {
    public var words = DrawingWords.builtIn
    /// The namespace of the entities.
    public var base = Namespace.id

    public init() {}

    public func write(_ graph: Graph) -> (nodes: [UInt8], edges: [UInt8]) {
        let table = NetworkTable(graph, words: words, base: base)
        return (
            file(NetworkTable.nodeColumns, table.nodes), file(NetworkTable.edgeColumns, table.edges)
        )
    }

    private func file(_ columns: [String], _ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [columns] + rows {
            bytes.append(contentsOf: row.map(cell).joined(separator: ",").utf8)
            bytes.append(contentsOf: "\r\n".utf8)
        }
        return bytes
    }

    private func cell(_ text: String) -> String {
        var text = text
        if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
        guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) || text.utf8.first == 0x20 else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
