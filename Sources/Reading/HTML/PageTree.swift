/// A page as elements and texts in document order, each with the end of its subtree, so that every pass over it is a loop
/// and no nesting can exhaust the stack.
struct PageTree {
    struct Node {
        /// Lower-case tag; empty for a text.
        var tag: String
        var parent: Int
        /// The node after the last one of the subtree.
        var end: Int
        /// Of a text: where it stands in `text`, in bytes.
        var bytes: Range<Int> = 0..<0
        /// Of an element: where its attributes stand in `attributes`.
        var attributes: Range<Int> = 0..<0
        var isText: Bool { tag.isEmpty }
    }

    struct Attribute {
        var name: String
        var value: String
    }

    /// Node 0 is a root without a tag of the page's own.
    var nodes: [Node] = [Node(tag: "#root", parent: -1, end: 1)]
    /// UTF-8, entities resolved.
    var text: [UInt8] = []
    var attributes: [Attribute] = []

    func attribute(_ name: String, of node: Int) -> String? {
        attributes[nodes[node].attributes].first { $0.name == name }?.value
    }

    /// All texts below a node, one line.
    func line(below node: Int, limit: Int = 4000) -> String? {
        var bytes: [UInt8] = []
        for index in node..<nodes[node].end where nodes[index].isText {
            bytes.append(contentsOf: text[nodes[index].bytes])
            bytes.append(0x20)
            if bytes.count > limit { break }
        }
        return OneLine.text(String(decoding: bytes, as: UTF8.self))
    }

    /// The nodes with a tag, in document order.
    func elements(_ tag: String) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }

    /// The bytes of a script, which are no text of the page.
    func script(_ node: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in node..<nodes[node].end where nodes[index].isText { bytes += text[nodes[index].bytes] }
        return bytes
    }
}
