import KnowledgeGraph

/// Writes a graph as GraphML (graphml.graphdrawing.org, schema 1.0), as yEd, Gephi, Cytoscape and networkx read it.
public struct GraphMLWriter: Sendable {
    public var words = DrawingWords.builtIn
    /// The namespace of the entities.
    public var base = Namespace.id

    public init() {}

    public func write(_ graph: Graph) -> [UInt8] {
        let table = NetworkTable(graph, words: words, base: base)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """
        let nodeKeys = NetworkTable.nodeColumns.dropFirst()
        let edgeKeys = NetworkTable.edgeColumns.dropFirst(2)
        for key in nodeKeys {
            text += "  <key id=\"n-\(key)\" for=\"node\" attr.name=\"\(key)\" attr.type=\"string\"/>\n"
        }
        for key in edgeKeys {
            let type = key == "confidence" ? "double" : key == "count" ? "int" : "string"
            text += "  <key id=\"e-\(key)\" for=\"edge\" attr.name=\"\(key)\" attr.type=\"\(type)\"/>\n"
        }
        text += "  <graph id=\"isnad\" edgedefault=\"directed\">\n"
        var bytes = Array(text.utf8)
        for row in table.nodes {
            var line = "    <node id=\"\(XMLText.escaped(row[0]))\">"
            for (key, value) in zip(nodeKeys, row.dropFirst()) where !value.isEmpty {
                line += "<data key=\"n-\(key)\">\(XMLText.escaped(value))</data>"
            }
            bytes.append(contentsOf: (line + "</node>\n").utf8)
        }
        for (index, row) in table.edges.enumerated() {
            var line = "    <edge id=\"e\(index)\" source=\"\(XMLText.escaped(row[0]))\" "
            line += "target=\"\(XMLText.escaped(row[1]))\">"
            for (key, value) in zip(edgeKeys, row.dropFirst(2)) where !value.isEmpty {
                line += "<data key=\"e-\(key)\">\(XMLText.escaped(value))</data>"
            }
            bytes.append(contentsOf: (line + "</edge>\n").utf8)
        }
        bytes.append(contentsOf: "  </graph>\n</graphml>\n".utf8)
        return bytes
    }
}
