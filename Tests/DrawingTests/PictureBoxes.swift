import Foundation
import FoundationXML

/// The shapes of a picture in SVG, as a reader of the file finds them.
final class PictureBoxes: NSObject, XMLParserDelegate {
    private(set) var width = 0.0
    private(set) var height = 0.0
    /// In the coordinates of the shapes.
    private(set) var area = CGRect.zero
    private(set) var entities: [CGRect] = []
    /// Without the sample lines, which have no shape.
    private(set) var legend: [CGRect] = []
    private var isNode = false
    private var isLegend = false
    private var box: CGRect?

    init(_ svg: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = self
        _ = parser.parse()
        finish()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        func numbers(_ key: String) -> [Double] {
            (attributes[key] ?? "").split { " ,()MC".contains($0) }.compactMap { Double($0) }
        }
        switch name {
        case "svg":
            let view = numbers("viewBox")
            guard view.count == 4 else { return }
            (width, height) = (view[2], view[3])
        case "g":
            let words = (attributes["class"] ?? "").split(separator: " ")
            if words.first == "graph" {
                let move = numbers("transform").suffix(2)
                area = CGRect(x: -(move.first ?? 0), y: -(move.last ?? 0), width: width, height: height)
            }
            guard let kind = words.first else { return }
            finish()
            (isNode, isLegend) = (kind == "node", words.contains("legend"))
        case "ellipse" where isNode:
            let values = ["cx", "cy", "rx", "ry"].flatMap(numbers)
            guard values.count == 4 else { return }
            add(
                CGRect(
                    x: values[0] - values[2], y: values[1] - values[3], width: 2 * values[2],
                    height: 2 * values[3]))
        case "polygon" where isNode, "path" where isNode:
            let points = numbers(name == "path" ? "d" : "points")
            let xs = stride(from: 0, to: points.count - 1, by: 2).map { points[$0] }
            let ys = stride(from: 1, to: points.count, by: 2).map { points[$0] }
            guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max()
            else { return }
            add(CGRect(x: left, y: low, width: right - left, height: high - low))
        default: break
        }
    }

    private func add(_ shape: CGRect) { box = box?.union(shape) ?? shape }

    private func finish() {
        if isNode, let box {
            if isLegend { legend.append(box) } else { entities.append(box) }
        }
        (isNode, box) = (false, nil)
    }
}
