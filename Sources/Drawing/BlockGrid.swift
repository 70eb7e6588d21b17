/// Nodes in rows and columns under a title; all places from the lower left corner.
struct BlockGrid {
    private(set) var width: Double
    private(set) var height: Double
    /// The middles, in the order of the cells.
    private(set) var cells: [Point] = []
    private(set) var title: Point?

    init(_ boxes: [Box], columns: Int, title: Box?, readsFromRight: Bool) {
        let (margin, gap) = (9.0, 9.0)
        let rows = (boxes.count + columns - 1) / columns
        var widths = [Double](repeating: 0, count: columns)
        var heights = [Double](repeating: 0, count: rows)
        for (index, box) in boxes.enumerated() {
            widths[index % columns] = max(widths[index % columns], box.width)
            heights[index / columns] = max(heights[index / columns], box.height)
        }
        let inner = max(
            widths.reduce(0, +) + gap * Double(columns - 1), title?.width ?? 0)
        let rise = heights.reduce(0, +) + gap * Double(rows - 1)
        width = inner + 2 * margin
        height = rise + 2 * margin + (title?.height ?? 0)
        for index in boxes.indices {
            let (row, column) = (index / columns, index % columns)
            let before = widths[..<column].reduce(0, +) + gap * Double(column) + widths[column] / 2
            let above = heights[..<row].reduce(0, +) + gap * Double(row) + heights[row] / 2
            cells.append(
                Point(
                    x: readsFromRight ? width - margin - before : margin + before,
                    y: margin + rise - above))
        }
        if let title { self.title = Point(x: width / 2, y: height - margin / 2 - title.height / 2) }
    }
}

/// The empty parts of a picture, in squares.
struct FreeRoom {
    private static let step = 6.0
    private let area: Box
    private let columns: Int
    private let rows: Int
    /// How many squares to the lower left of each corner are taken.
    private var taken: [Int32]

    init(in area: Box, boxes: [Box], points: [Point], margin: Double) {
        self.area = area
        // A picture of metres holds enough room in larger steps, but none is that large.
        let (columns, rows) = (
            max(1, min(4000, Int(area.width / Self.step))), max(1, min(4000, Int(area.height / Self.step)))
        )
        (self.columns, self.rows) = (columns, rows)
        var squares = [Bool](repeating: false, count: columns * rows)
        func fill(_ box: Box) {
            let left = max(0, Int((box.left - area.left) / Self.step))
            let right = min(columns - 1, Int((box.right - area.left) / Self.step))
            let bottom = max(0, Int((box.bottom - area.bottom) / Self.step))
            let top = min(rows - 1, Int((box.top - area.bottom) / Self.step))
            guard left <= right, bottom <= top else { return }
            for row in bottom...top {
                for column in left...right { squares[row * columns + column] = true }
            }
        }
        for box in boxes { fill(box.grown(by: margin)) }
        for point in points { fill(Box(centre: point, width: margin, height: margin)) }
        taken = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
        for row in 0..<rows {
            var sum: Int32 = 0
            for column in 0..<columns {
                if squares[row * columns + column] { sum += 1 }
                taken[(row + 1) * (columns + 1) + column + 1] =
                    taken[row * (columns + 1) + column + 1] + sum
            }
        }
    }

    /// The lower left corner of an empty rectangle of this size, the one nearest to a corner of the picture.
    func spot(width: Double, height: Double, near corner: Point) -> Point? {
        let (wide, high) = (Int((width / Self.step).rounded(.up)), Int((height / Self.step).rounded(.up)))
        guard wide <= columns, high <= rows else { return nil }
        var best: (point: Point, distance: Double)?
        for row in 0...(rows - high) {
            for column in 0...(columns - wide) {
                guard isEmpty(column, row, wide, high) else { continue }
                let point = Point(
                    x: area.left + Double(column) * Self.step, y: area.bottom + Double(row) * Self.step)
                let distance =
                    abs(point.x + width / 2 - corner.x) + abs(point.y + height / 2 - corner.y)
                if best.map({ distance < $0.distance }) ?? true { best = (point, distance) }
            }
        }
        return best?.point
    }

    private func isEmpty(_ column: Int, _ row: Int, _ wide: Int, _ high: Int) -> Bool {
        func sum(_ x: Int, _ y: Int) -> Int32 { taken[y * (columns + 1) + x] }
        return sum(column + wide, row + high) - sum(column, row + high) - sum(column + wide, row)
            + sum(column, row) == 0
    }
}
