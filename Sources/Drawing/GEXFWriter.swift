import KnowledgeGraph

/// Writes a graph as GEXF 1.3 (gexf.net), the format of Gephi: colours by kind, confidence as the weight of a link.
public struct GEXFWriter: Sendable {
    public var words = DrawingWords.builtIn
    /// The namespace of the entities.
    public var base = Namespace.id

    public init() {}

    public func write(_ graph: Graph) -> [UInt8] {
        let table = NetworkTable(graph, words: words, base: base)
        let nodeKeys = Array(NetworkTable.nodeColumns.dropFirst(2))
        let edgeKeys = Array(NetworkTable.edgeColumns.dropFirst(2))
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
              <meta><creator>isnad</creator></meta>
              <graph defaultedgetype="directed" mode="static">

            """
        for (side, keys) in [("node", nodeKeys), ("edge", edgeKeys)] {
            text += "    <attributes class=\"\(side)\">\n"
            for (index, key) in keys.enumerated() {
                let type = key == "confidence" ? "double" : key == "count" ? "integer" : "string"
                text += "      <attribute id=\"\(index)\" title=\"\(key)\" type=\"\(type)\"/>\n"
            }
            text += "    </attributes>\n"
        }
        text += "    <nodes>\n"
        var bytes = Array(text.utf8)
        for row in table.nodes {
            var line = "      <node id=\"\(XMLText.escaped(row[0]))\" label=\"\(XMLText.escaped(row[1]))\">"
            line += values(row.dropFirst(2))
            if let kind = DrawnKind(rawValue: row[4]) { line += color(Theme.light[kind].border) }
            bytes.append(contentsOf: (line + "</node>\n").utf8)
        }
        bytes.append(contentsOf: "    </nodes>\n    <edges>\n".utf8)
        for (index, row) in table.edges.enumerated() {
            // Gephi takes no weight of 0.
            let weight = NetworkTable.decimal(max(1, table.weights[index]))
            var line = "      <edge id=\"\(index)\" source=\"\(XMLText.escaped(row[0]))\" "
            line +=
                "target=\"\(XMLText.escaped(row[1]))\" label=\"\(XMLText.escaped(row[3]))\" weight=\"\(weight)\">"
            line += values(row.dropFirst(2))
            bytes.append(contentsOf: (line + "</edge>\n").utf8)
        }
        bytes.append(contentsOf: "    </edges>\n  </graph>\n</gexf>\n".utf8)
        return bytes
    }

    private func values(_ row: ArraySlice<String>) -> String {
        let filled = row.enumerated().filter { !$0.element.isEmpty }
        guard !filled.isEmpty else { return "" }
        let inner = filled.map { "<attvalue for=\"\($0.offset)\" value=\"\(XMLText.escaped($0.element))\"/>" }
        return "<attvalues>\(inner.joined())</attvalues>"
    }

    private func color(_ hex: String) -> String {
        let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
        return "<viz:color r=\"\(value >> 16 & 0xFF)\" g=\"\(value >> 8 & 0xFF)\" b=\"\(value & 0xFF)\"/>"
    }
}
