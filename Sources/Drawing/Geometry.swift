/// A rectangle in points, the y axis upward, as Graphviz has it.
struct Box: Sendable, Equatable {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double

    init(left: Double, bottom: Double, right: Double, top: Double) {
        (self.left, self.bottom, self.right, self.top) = (left, bottom, right, top)
    }

    init(centre: Point, width: Double, height: Double) {
        self.init(
            left: centre.x - width / 2, bottom: centre.y - height / 2,
            right: centre.x + width / 2, top: centre.y + height / 2)
    }

    /// Around all of them; nil for none.
    init?(around boxes: [Box]) {
        guard let first = boxes.first else { return nil }
        self = first
        for box in boxes.dropFirst() {
            left = min(left, box.left)
            bottom = min(bottom, box.bottom)
            right = max(right, box.right)
            top = max(top, box.top)
        }
    }

    var width: Double { right - left }
    var height: Double { top - bottom }
    var centre: Point { Point(x: (left + right) / 2, y: (bottom + top) / 2) }

    /// Larger by as much on every side.
    func grown(by margin: Double) -> Box {
        Box(left: left - margin, bottom: bottom - margin, right: right + margin, top: top + margin)
    }

    /// Whether they share more than an edge.
    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && bottom < other.top && other.bottom < top
    }

    func holds(_ point: Point) -> Bool {
        (left...right).contains(point.x) && (bottom...top).contains(point.y)
    }

    func contains(_ other: Box) -> Bool {
        left <= other.left && bottom <= other.bottom && right >= other.right && top >= other.top
    }
}

struct Point: Sendable, Equatable {
    var x: Double
    var y: Double
}

/// A line of cubic Bézier curves as Graphviz writes it: `e,x,y x,y x,y …`, the tip of the arrow first.
struct Spline: Sendable {
    /// As it was written.
    let text: String
    /// Points on the line, from its tail, about four points apart, so that no letter slips between two.
    let points: [Point]

    init(_ text: String) {
        self.text = text
        var all: [Point] = []
        for piece in text.split(separator: ";") {
            var knots: [Point] = []
            var tip: Point?
            for word in piece.split(separator: " ") {
                let fields = word.split(separator: ",")
                let numbers = fields.suffix(2).compactMap { Double($0) }
                guard numbers.count == 2 else { continue }
                let point = Point(x: numbers[0], y: numbers[1])
                if fields.count == 3 {
                    if fields[0] == "e" { tip = point }
                } else {
                    knots.append(point)
                }
            }
            all += Self.sampled(knots)
            if let tip { all.append(tip) }
        }
        points = all
    }

    private static func sampled(_ knots: [Point]) -> [Point] {
        var points: [Point] = []
        for start in stride(from: 0, to: knots.count - 3, by: 3) {
            let (a, b, c, d) = (knots[start], knots[start + 1], knots[start + 2], knots[start + 3])
            let steps = max(4, Int((abs(d.x - a.x) + abs(d.y - a.y)) / 4))
            for step in 0...steps {
                let t = Double(step) / Double(steps)
                let u = 1 - t
                func at(_ p: Double, _ q: Double, _ r: Double, _ s: Double) -> Double {
                    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
                }
                points.append(Point(x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y)))
            }
        }
        return points
    }
}
