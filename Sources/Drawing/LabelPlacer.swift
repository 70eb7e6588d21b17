/// Puts the label of every link onto its line, where it hides nothing else. `dot` keeps room for labels, but sets them
/// beside their lines, where a reader cannot tell which line a label belongs to.
struct LabelPlacer {
    private let nodes: [Box]
    private let titles: [Box]
    private let frames: [Box]
    private var links: [String: Layout.Link]
    private let order: [String]
    private let reaches: [String: Box]

    init(nodes: [Box], titles: [Box], frames: [Box], links: [String: Layout.Link]) {
        (self.nodes, self.titles, self.frames, self.links) = (nodes, titles, frames, links)
        order = links.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        reaches = links.compactMapValues { link in
            Box(around: link.line.points.map { Box(centre: $0, width: 0, height: 0) })
        }
    }

    /// The links with their labels where they do least harm. A second round knows where all others have gone.
    mutating func placed() -> [String: Layout.Link] {
        for _ in 0..<2 {
            for id in order {
                guard let link = links[id], let label = link.label else { continue }
                let moved = best(id, link.line.points, label)
                links[id]?.label = moved
            }
        }
        return links
    }

    private func best(_ id: String, _ line: [Point], _ label: Box) -> Box {
        guard line.count > 8 else { return label }
        var best = (box: label, cost: cost(label, id, line) + 200 + 10 * distance(label.centre, line))
        for step in stride(from: 0, through: 7, by: 1) {
            for side in step == 0 ? [0.0] : [-1.0, 1.0] {
                let share = 0.5 + side * Double(step) * 0.05
                let point = line[min(line.count - 1, Int(Double(line.count) * share))]
                for offset in [0, label.height / 2 + 2, -label.height / 2 - 2] {
                    let box = Box(
                        centre: Point(x: point.x, y: point.y + offset), width: label.width,
                        height: label.height)
                    let cost =
                        cost(box, id, line) + Double(step) * 12 + (offset == 0 ? 0 : 160)
                    if cost < best.cost { best = (box, cost) }
                }
            }
        }
        return best.box
    }

    private func cost(_ box: Box, _ id: String, _ line: [Point]) -> Double {
        let near = box.grown(by: 1.5)
        var cost = 0.0
        for node in nodes where near.overlaps(node) { cost += 10_000 }
        for title in titles where near.overlaps(title) { cost += 6000 }
        for frame in frames where near.overlaps(frame) && !frame.contains(near) { cost += 30 }
        for (other, link) in links where other != id {
            if let label = link.label, near.overlaps(label) { cost += 8000 }
            guard let reach = reaches[other], reach.overlaps(near) else { continue }
            if link.line.points.contains(where: near.holds) { cost += 400 }
        }
        // The arrow and the first points of the line stay in sight.
        let arrow = box.grown(by: 5)
        if let tip = line.last, arrow.holds(tip) { cost += 2000 }
        if let tail = line.first, arrow.holds(tail) { cost += 500 }
        return cost
    }

    private func distance(_ point: Point, _ line: [Point]) -> Double {
        line.map { abs($0.x - point.x) + abs($0.y - point.y) }.min() ?? 0
    }
}
