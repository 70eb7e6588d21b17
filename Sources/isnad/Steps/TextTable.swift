/// Rows with aligned columns for a terminal.
///
/// A letter may be as wide as two columns or as none; and a terminal that sets Arabic from right to left would turn
/// neighbouring cells around, were there no mark of direction between them.
struct TextTable {
    var header: [String]
    var rows: [[String]]
    /// Columns that are set to the right.
    var numbers: Set<Int> = []
    /// Whether a mark of direction (U+200E, which no terminal shows) keeps neighbouring cells apart.
    var marksDirection = false

    /// One line a row, under the header and a rule.
    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        var lines = [line(header, widths)]
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
        lines += rows.map { line($0, widths) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() where column < widths.count {
            let padding = String(repeating: " ", count: widths[column] - Self.width(cell))
            let isLast = column == cells.count - 1
            if column > 0 { line += "  " }
            if numbers.contains(column) { line += padding + cell } else { line += cell }
            if marksDirection { line += "\u{200E}" }
            if !isLast, !numbers.contains(column) { line += padding }
        }
        return line
    }

    /// How many columns of a terminal a text takes.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // East Asian Width W and F (UAX #11), by blocks.
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
