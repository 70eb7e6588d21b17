/// Where everything stands in the finished picture. Graphviz's `dot` sets what is linked; this sets the rest around it:
/// the legend and what has no links go where there is room, the titles of frames to where no line runs through them,
/// and every label onto its line.
struct Arrangement {
    /// Nodes that stand together under a title, apart from the others.
    struct Block {
        /// The name of its subgraph.
        var frame: String
        /// The identifiers of its nodes, in reading order.
        var nodes: [String]
    }

    /// Where each node's middle is, by its identifier.
    private(set) var nodes: [String: Point] = [:]
    private(set) var links: [String: Layout.Link] = [:]
    private(set) var frames: [String: Layout.Frame] = [:]
    private(set) var box: Box
    private let readsFromRight: Bool
    private var obstacles: [Box] = []
    /// Around the nodes that are linked.
    private var boxes: [Box] = []

    /// The name of the graph, which carries the title of the picture.
    static let whole = "isnad"

    /// - Parameters:
    ///   - main: what is linked, as `dot` laid it out.
    ///   - aside: the blocks, of which only the sizes count.
    init(_ main: Layout, aside: Layout, blocks: [Block], readsFromRight: Bool) {
        self.readsFromRight = readsFromRight
        box = main.box
        links = main.links
        nodes = main.nodes.mapValues(\.centre)
        for (name, frame) in main.frames {
            frames[name] = frame
            if name != Self.whole { obstacles.append(frame.box) }
            if name == Self.whole, let title = frame.title { obstacles.append(title.grown(by: 6)) }
        }
        obstacles += main.nodes.values.map { $0.grown(by: 4) }
        obstacles += main.links.values.compactMap(\.label)
        for block in blocks { place(block, sizes: aside) }
        if var frame = frames[Self.whole] {
            frame.box = box
            if let title = frame.title {
                frame.title = Box(
                    centre: Point(x: box.centre.x, y: title.centre.y), width: title.width,
                    height: title.height)
            }
            frames[Self.whole] = frame
        }
        boxes = Array(main.nodes.values)
    }

    /// With the titles of frames and the labels of links where they can be read.
    func settled() -> Arrangement {
        var result = self
        result.placeTitles()
        var placer = LabelPlacer(
            nodes: boxes, titles: result.frames.values.compactMap(\.title),
            frames: frames.filter { $0.key != Self.whole }.map(\.value.box), links: links)
        result.links = placer.placed()
        return result
    }

    /// How large a point of the picture becomes on a page of A4 between margins of a centimetre, held as it fits best.
    static func scaleOnA4(_ box: Box) -> Double {
        let (width, height) = (box.width + 36, box.height + 36)
        return max(min(785 / width, 538 / height), min(538 / width, 785 / height))
    }

    // MARK: Blocks

    private mutating func place(_ block: Block, sizes: Layout) {
        let cells = block.nodes.compactMap { id in sizes.nodes[id].map { (id: id, box: $0) } }
        guard !cells.isEmpty else { return }
        let title = sizes[frame: block.frame]?.title
        let grids = (1...cells.count).map {
            BlockGrid(cells.map(\.box), columns: $0, title: title, readsFromRight: readsFromRight)
        }
        let room = FreeRoom(
            in: box, boxes: obstacles, points: links.values.flatMap(\.line.points), margin: 10)
        let corner = Point(x: readsFromRight ? box.right : box.left, y: box.bottom)
        var best: (spot: Point, grid: BlockGrid, cost: Double)?
        for grid in grids {
            guard let spot = room.spot(width: grid.width, height: grid.height, near: corner) else { continue }
            let middle = Point(x: spot.x + grid.width / 2, y: spot.y + grid.height / 2)
            let cost = abs(middle.x - corner.x) + abs(middle.y - corner.y)
            if best.map({ cost < $0.cost }) ?? true { best = (spot, grid, cost) }
        }
        let (spot, grid) = best.map { ($0.spot, $0.grid) } ?? outside(grids)
        let frame = Box(
            left: spot.x, bottom: spot.y, right: spot.x + grid.width, top: spot.y + grid.height)
        box = Box(around: [box, frame.grown(by: 4)]) ?? box
        obstacles.append(frame)
        for (cell, place) in zip(cells, grid.cells) {
            nodes[cell.id] = Point(x: spot.x + place.x, y: spot.y + place.y)
        }
        let titleBox = grid.title.map { middle in
            Box(
                centre: Point(x: spot.x + middle.x, y: spot.y + middle.y), width: title?.width ?? 0,
                height: title?.height ?? 0)
        }
        frames[block.frame] = Layout.Frame(box: frame, title: titleBox)
    }

    /// Below the picture or at its end, whichever leaves it larger on a page.
    private func outside(_ grids: [BlockGrid]) -> (Point, BlockGrid) {
        var best = (Point(x: box.left, y: box.bottom), grids[0])
        var largest = -1.0
        for grid in grids {
            let x = readsFromRight ? box.right - grid.width : box.left
            let below = Point(x: x, y: box.bottom - grid.height - 14)
            // The title stays above everything.
            let ceiling = frames[Self.whole]?.title.map { $0.bottom - 6 } ?? box.top
            let beside = Point(
                x: readsFromRight ? box.left - grid.width - 14 : box.right + 14, y: ceiling - grid.height)
            for spot in [below, beside] {
                let frame = Box(
                    left: spot.x, bottom: spot.y, right: spot.x + grid.width, top: spot.y + grid.height)
                let scale = Self.scaleOnA4(Box(around: [box, frame]) ?? box)
                if scale > largest { (best, largest) = ((spot, grid), scale) }
            }
        }
        return best
    }

    // MARK: Titles

    /// Moves every title along the upper edge of its frame to where the fewest lines run through it.
    private mutating func placeTitles() {
        for (name, frame) in frames where name != Self.whole {
            guard let title = frame.title else { continue }
            let first = frame.box.left + title.width / 2 + 6
            let last = max(first, frame.box.right - title.width / 2 - 6)
            let start = readsFromRight ? last : first
            var best = (box: title, cost: Double.infinity)
            for x in [start] + Array(stride(from: first, through: last, by: 6)) {
                let moved = Box(
                    centre: Point(x: x, y: title.centre.y), width: title.width, height: title.height)
                let near = moved.grown(by: 2)
                let crossed = links.values.count { $0.line.points.contains(where: near.holds) }
                let cost = Double(crossed) * 10_000 + abs(x - start)
                if cost < best.cost { best = (moved, cost) }
            }
            frames[name]?.title = best.box
        }
    }
}
