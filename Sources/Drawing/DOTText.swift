/// Quoting for the DOT language, in one place.
enum DOTText {
    /// Graphviz refuses a quoted string over 16,384 bytes.
    static let limit = 12_000

    /// A quoted string in which nothing is expanded: neither `\N` and `\G` nor entities.
    static func quoted(_ text: String) -> String {
        var result = "\""
        var bytes = 2
        for scalar in text.unicodeScalars {
            let piece: String
            switch scalar {
            case "\\": piece = "\\\\"
            case "\"": piece = "\\\""
            case "&": piece = "&amp;"
            case "\n": piece = "\\n"
            default: piece = String(scalar)
            }
            bytes += piece.utf8.count
            if bytes > limit {
                result += "…"
                break
            }
            result += piece
        }
        return result + "\""
    }

    /// A quoted identifier: as `quoted`, but Graphviz takes identifiers as they are, so that only the quote needs care.
    static func identifier(_ text: String) -> String {
        var result = "\""
        for scalar in DrawingText.cleaned(text, limit: 2000).unicodeScalars {
            // A backslash before the closing quote would swallow it.
            result += scalar == "\"" || scalar == "\\" ? "_" : String(scalar)
        }
        return result + "\""
    }

    /// Text inside an HTML-like label.
    static func markup(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func font(_ name: String, size: Double, color: String, _ inner: String) -> String {
        "<font face=\"\(markup(DrawingText.cleaned(name, limit: 100)))\" point-size=\"\(number(size))\" color=\"\(color)\">\(inner)</font>"
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    static func point(_ point: Point) -> String {
        SVGScan.number(point.x) + "," + SVGScan.number(point.y)
    }

    static func box(_ box: Box) -> String {
        [box.left, box.bottom, box.right, box.top].map(SVGScan.number).joined(separator: ",")
    }
}
