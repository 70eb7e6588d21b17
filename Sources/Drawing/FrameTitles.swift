/// Finds for the title of every frame the place along its edge where the fewest links run through it. Moving a title
/// along the same edge changes nothing of the layout.
struct FrameTitles {
    /// Where a title stands, as Graphviz's `labeljust` has it.
    enum Place: String, CaseIterable {
        case l, c, r
    }

    /// By the identifier of the frame in the DOT file; only titles that have to move are there.
    private(set) var places: [String: Place] = [:]

    private typealias Box = (x: ClosedRange<Double>, y: ClosedRange<Double>)

    private struct Frame {
        var name: String
        var box: Box
        var title: Box
    }

    /// - Parameter svg: what `dot -Tsvg` wrote.
    init(svg: [UInt8]) {
        var frames: [Frame] = []
        var links: [[(Double, Double)]] = []
        var scan = SVGScan(svg)
        var (kind, name, isTitle) = ("", "", false)
        var box: Box?
        var texts: [(left: Double, baseline: Double, size: Double)] = []
        func finish() {
            guard kind == "cluster", let box, let left = texts.map(\.left).min(), let line = texts.first
            else { return }
            // Graphviz gives left edges only; the last text ends at the frame or mirrors the distance to it.
            let distance = min(left - box.x.lowerBound, 8)
            let right = max(
                left,
                texts.count > 1 || left > (box.x.lowerBound + box.x.upperBound) / 2
                    ? box.x.upperBound - distance : left)
            frames.append(
                Frame(
                    name: name, box: box,
                    title: (left...max(left, right), line.baseline - line.size...line.baseline + 4)))
        }
        while let part = scan.next() {
            switch part {
            case .open(let tag) where tag.name == "g":
                if let type = tag["class"]?.split(separator: " ").first.map(String.init) {
                    finish()
                    (kind, name, box, texts) = (type, "", nil, [])
                }
            case .open(let tag) where tag.name == "title": isTitle = true
            case .close("title"): isTitle = false
            case .text(let text) where isTitle: name = text.replacing("&#45;", with: "-")
            case .open(let tag) where kind == "edge" && tag.name == "path":
                links.append(Self.points(of: tag["d"] ?? ""))
            case .open(let tag) where kind == "cluster" && tag.name == "text":
                if let x = tag["x"].flatMap(Double.init), let y = tag["y"].flatMap(Double.init) {
                    texts.append((x, y, tag["font-size"].flatMap(Double.init) ?? 13))
                }
            case .open(let tag) where kind == "cluster": box = box ?? tag.box
            default: break
            }
        }
        finish()
        for frame in frames
        where frame.name != "cluster_all" && frame.name != "cluster_legend" && frame.name != "cluster_apart" {
            if let place = Self.best(frame, links) { places[frame.name] = place }
        }
    }

    /// A better place than the one the title has, if there is one.
    private static func best(_ frame: Frame, _ links: [[(Double, Double)]]) -> Place? {
        let width = frame.title.x.upperBound - frame.title.x.lowerBound
        let room = frame.box.x.upperBound - frame.box.x.lowerBound - width - 16
        guard room > 0 else { return nil }
        func crossings(_ left: Double) -> Int {
            links.filter {
                $0.contains { (left - 2...left + width + 2).contains($0.0) && frame.title.y.contains($0.1) }
            }.count
        }
        var (best, fewest) = (Place?.none, crossings(frame.title.x.lowerBound))
        for (place, left) in [
            (Place.c, frame.box.x.lowerBound + 8 + room / 2), (.r, frame.box.x.lowerBound + 8),
        ] {
            let count = crossings(left)
            if count < fewest { (best, fewest) = (place, count) }
        }
        return best
    }

    /// Points on the Bézier curves of a path, close enough for a line of text not to slip between them.
    private static func points(of path: String) -> [(Double, Double)] {
        let numbers = SVGScan.numbers(path)
        let knots = stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
        var points: [(Double, Double)] = []
        for start in stride(from: 0, to: knots.count - 3, by: 3) {
            let (a, b, c, d) = (knots[start], knots[start + 1], knots[start + 2], knots[start + 3])
            let steps = max(4, Int((abs(d.0 - a.0) + abs(d.1 - a.1)) / 4))
            for step in 0...steps {
                let t = Double(step) / Double(steps)
                let u = 1 - t
                func at(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Double {
                    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
                }
                points.append((at(a.0, b.0, c.0, d.0), at(a.1, b.1, c.1, d.1)))
            }
        }
        return points
    }
}
