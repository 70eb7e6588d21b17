/// Takes from a page what would make a parser quadratic.
enum PageGuard {
    private static let maximumAttributes = 500

    /// The page with spaces in place of all but the first 500 attributes of a tag: libxml2 compares each attribute with all
    /// before it. Same length, so that offsets stay.
    static func withoutExcessiveAttributes(_ html: [UInt8]) -> [UInt8] {
        var result = html
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<"), index + 1 < html.count, isLetter(html[index + 1]) else {
                index += 1
                continue
            }
            let start = index
            index = endOfTag(html, from: index + 1, blankingIn: &result)
            if isScript(html, at: start) { index = endOfScript(html, from: index) }
        }
        return result
    }

    private static func endOfTag(_ html: [UInt8], from start: Int, blankingIn result: inout [UInt8]) -> Int {
        var index = start
        var words = 0
        var isInWord = true
        while index < html.count, html[index] != UInt8(ascii: ">") {
            let byte = html[index]
            if byte <= 0x20 || byte == UInt8(ascii: "/") {
                isInWord = false
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), isValue(html, at: index) {
                let end = html[(index + 1)...].firstIndex(of: byte) ?? html.count - 1
                if words > maximumAttributes { blank(index...end, in: &result) }
                index = end + 1
                isInWord = false
                continue
            } else if !isInWord {
                isInWord = true
                words += 1
            }
            if words > maximumAttributes { result[index] = 0x20 }
            index += 1
        }
        return index
    }

    private static func blank(_ range: ClosedRange<Int>, in bytes: inout [UInt8]) {
        for index in range { bytes[index] = 0x20 }
    }

    /// Whether a quote opens a value: an `=` stands before it.
    private static func isValue(_ html: [UInt8], at index: Int) -> Bool {
        var before = index - 1
        while before > 0, html[before] <= 0x20, index - before < 16 { before -= 1 }
        return before >= 0 && html[before] == UInt8(ascii: "=")
    }

    private static func isScript(_ html: [UInt8], at start: Int) -> Bool {
        start + 7 < html.count && zip(html[(start + 1)...], "script".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func endOfScript(_ html: [UInt8], from start: Int) -> Int {
        var index = start
        while let next = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            if next + 1 < html.count, html[next + 1] == UInt8(ascii: "/"), isScript(html, at: next + 1) { return next + 1 }
            index = next + 1
        }
        return html.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
