/// Splits SVG that Graphviz wrote into tags and text; comments, the declaration and the doctype are passed over.
struct SVGScan {
    enum Part {
        case open(Tag)
        case close(String)
        case text(String)
    }

    /// An opening tag; values stay as they are escaped.
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
        var isEmpty: Bool

        subscript(name: String) -> String? {
            get { attributes.first { $0.name == name }?.value }
            set {
                guard let newValue else {
                    attributes.removeAll { $0.name == name }
                    return
                }
                if let index = attributes.firstIndex(where: { $0.name == name }) {
                    attributes[index].value = newValue
                } else {
                    attributes.append((name, newValue))
                }
            }
        }

        var written: String {
            "<" + name + attributes.map { " \($0.name)=\"\($0.value)\"" }.joined() + (isEmpty ? "/>" : ">")
        }

        /// The box around an ellipse, a polygon or a path; control points count, which is near enough for a shape.
        var box: (x: ClosedRange<Double>, y: ClosedRange<Double>)? {
            if let cx = self["cx"].flatMap(Double.init), let cy = self["cy"].flatMap(Double.init),
                let rx = self["rx"].flatMap(Double.init), let ry = self["ry"].flatMap(Double.init), rx >= 0,
                ry >= 0
            {
                return (cx - rx...cx + rx, cy - ry...cy + ry)
            }
            guard let points = self["points"] ?? self["d"] else { return nil }
            let numbers = SVGScan.numbers(points)
            let xs = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
            let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
            guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
                return nil
            }
            return (left...right, top...bottom)
        }

        /// The horizontal middle of the box.
        var middle: Double? { box.map { ($0.x.lowerBound + $0.x.upperBound) / 2 } }
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Part? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                defer { position = end }
                return .text(String(decoding: bytes[position..<end], as: UTF8.self))
            }
            if starts(with: "<!--") {
                skip(past: "-->")
            } else if starts(with: "<?") || starts(with: "<!") {
                skip(past: ">")
            } else {
                let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                let inner = bytes[(position + 1)..<max(end, position + 1)]
                position = end + 1
                if inner.first == UInt8(ascii: "/") {
                    return .close(String(decoding: inner.dropFirst(), as: UTF8.self))
                }
                return .open(tag(inner))
            }
        }
        return nil
    }

    private func starts(with text: StaticString) -> Bool {
        bytes[position...].starts(
            with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func skip(past text: String) {
        let end = Array(text.utf8)
        while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
        position = min(bytes.count, position + end.count)
    }

    private func tag(_ inner: ArraySlice<UInt8>) -> Tag {
        var rest = inner
        let isEmpty = rest.last == UInt8(ascii: "/")
        if isEmpty { rest = rest.dropLast() }
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
        let name = rest.prefix { !isSpace($0) }
        rest = rest.dropFirst(name.count)
        var attributes: [(name: String, value: String)] = []
        while true {
            rest = rest.drop(while: isSpace)
            let key = rest.prefix { $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(key.count + 1)
            guard !key.isEmpty, let quote = rest.first, quote == 0x22 || quote == 0x27 else { break }
            let value = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(value.count + 2)
            attributes.append((String(decoding: key, as: UTF8.self), String(decoding: value, as: UTF8.self)))
        }
        return Tag(name: String(decoding: name, as: UTF8.self), attributes: attributes, isEmpty: isEmpty)
    }

    static func numbers(_ text: String) -> [Double] {
        text.utf8.split {
            !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "."))
        }
        .compactMap { Double(String(decoding: $0, as: UTF8.self)) }
    }

    /// With two decimals, as Graphviz writes them.
    static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = abs(hundredths % 100)
        let sign = hundredths < 0 ? "-" : ""
        return "\(sign)\(abs(hundredths) / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
