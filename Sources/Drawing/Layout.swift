/// Where Graphviz has put everything; lengths in points.
struct Layout {
    struct Link {
        var line: Spline
        /// Around the label; nil where there is none.
        var label: Box?
    }

    struct Frame {
        var box: Box
        /// Around the title; nil where there is none.
        var title: Box?
    }

    /// The whole picture.
    private(set) var box = Box(left: 0, bottom: 0, right: 0, top: 0)
    /// By the value of `id`, which the writer gives to every node.
    private(set) var nodes: [String: Box] = [:]
    /// By the value of `id`.
    private(set) var links: [String: Link] = [:]
    /// By the name of the subgraph, in the order of the file; the graph itself among them.
    private(set) var frames: [(name: String, frame: Frame)] = []

    /// - Parameter xdot: what `dot -Txdot` wrote.
    init(xdot: [UInt8]) {
        var scan = DOTScan(xdot)
        for (subject, attributes) in scan.statements() {
            switch subject {
            case .node:
                guard let id = attributes["id"], let centre = Self.point(attributes["pos"]),
                    let width = Self.inches(attributes["width"]),
                    let height = Self.inches(attributes["height"])
                else { continue }
                nodes[id] = Box(centre: centre, width: width, height: height)
            case .edge:
                guard let id = attributes["id"], let pos = attributes["pos"] else { continue }
                links[id] = Link(line: Spline(pos), label: Self.label(attributes))
            case .graph(let name):
                guard let box = Self.box(attributes["bb"]) else { continue }
                if name == Arrangement.whole { self.box = box }
                var frame = Frame(box: box, title: nil)
                if let centre = Self.point(attributes["lp"]), let width = Self.inches(attributes["lwidth"]),
                    let height = Self.inches(attributes["lheight"])
                {
                    frame.title = Box(centre: centre, width: width, height: height)
                }
                frames.append((name, frame))
            }
        }
    }

    subscript(frame name: String) -> Frame? { frames.first { $0.name == name }?.frame }

    private static func numbers(_ text: String?, _ count: Int) -> [Double]? {
        guard let text else { return nil }
        let numbers = text.split(separator: ",").compactMap { Double($0) }
        return numbers.count == count && numbers.allSatisfy(\.isFinite) ? numbers : nil
    }

    private static func point(_ text: String?) -> Point? {
        numbers(text, 2).map { Point(x: $0[0], y: $0[1]) }
    }

    private static func box(_ text: String?) -> Box? {
        numbers(text, 4).map { Box(left: $0[0], bottom: $0[1], right: $0[2], top: $0[3]) }
    }

    private static func inches(_ text: String?) -> Double? { text.flatMap(Double.init).map { $0 * 72 } }

    /// The label's size is that of the table which its words stand in: the first polygon that is drawn.
    private static func label(_ attributes: [String: String]) -> Box? {
        guard let centre = point(attributes["lp"]), let drawn = attributes["_ldraw_"] else { return nil }
        let words = drawn.split(separator: " ")
        guard let start = words.firstIndex(of: "P"), start + 10 <= words.count else { return nil }
        let numbers = words[(start + 2)..<(start + 10)].compactMap { Double($0) }
        guard numbers.count == 8 else { return nil }
        let xs = stride(from: 0, to: 8, by: 2).map { numbers[$0] }
        let ys = stride(from: 1, to: 8, by: 2).map { numbers[$0] }
        guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max() else {
            return nil
        }
        return Box(centre: centre, width: right - left, height: top - bottom)
    }
}
