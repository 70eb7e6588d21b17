/// Makes paragraphs of lines that were broken to fit a page: a sentence must not end where a line does. A line end becomes
/// a space, so that every offset stays.
enum WrappedLines {
    /// Of a PDF: within a block, a line that is about as long as the longest and does not end as a sentence does goes on in
    /// the next.
    static func joinByLength(_ text: inout [UInt8]) {
        let lines = lines(of: text)
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, !lines[end].isEmpty { end += 1 }
            let longest = lines[start..<end].map { length(text[$0]) }.max() ?? 0
            for index in start..<max(start, end - 1) {
                let line = text[lines[index]]
                let isFull = longest >= 30 && length(line) * 10 >= longest * 6
                if isFull, !endsSentence(line) { text[lines[index].upperBound] = 0x20 }
            }
            start = end + 1
        }
    }

    /// Of Markdown (CommonMark 0.31, 6.8 Soft line breaks): any two lines of a paragraph.
    static func joinByMarkdown(_ text: inout [UInt8]) {
        let lines = lines(of: text)
        var isCode = false
        for index in lines.indices.dropLast() {
            let (line, next) = (text[lines[index]], text[lines[index + 1]])
            if isFence(line) { isCode.toggle() }
            let isHeading =
                line.first == UInt8(ascii: "#") || line.first == UInt8(ascii: "|")
                || line.allSatisfy { "-=*_ ".utf8.contains($0) }
            let isHard = line.suffix(2).elementsEqual([0x20, 0x20]) || line.last == UInt8(ascii: "\\")
            guard !isCode, !isFence(line), !isBlank(line), !isBlank(next), !isHeading, !isHard, !opensBlock(next)
            else { continue }
            text[lines[index].upperBound] = 0x20
        }
    }

    /// Ranges of bytes without their line ends; each range's upper bound is the place of its line feed.
    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in text.enumerated() where byte == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        if start < text.count { lines.append(start..<text.count) }
        return lines
    }

    private static func length(_ line: ArraySlice<UInt8>) -> Int { line.count { $0 & 0xC0 != 0x80 } }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

    /// `.` `!` `:` `؟` (D8 9F) `؛` (D8 9B) `…`, with a quote or bracket behind it or not.
    private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        var rest = line
        while let last = rest.last, last <= 0x20 || last == 0x22 || last == 0x29 { rest.removeLast() }
        if rest.suffix(2).elementsEqual([0xC2, 0xBB]) { rest.removeLast(2) }
        if rest.suffix(2).elementsEqual([0xD8, 0x9F]) || rest.suffix(2).elementsEqual([0xD8, 0x9B]) { return true }
        if rest.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) { return true }
        return rest.last == 0x2E || rest.last == 0x21 || rest.last == 0x3A || rest.last == 0x3F
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8)
    }

    /// Headings, quotes, tables, rules, list items and indented lines.
    private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return true }
        if "#>|=`~<".utf8.contains(first) || line.starts(with: "    ".utf8) || first == 0x09 { return true }
        let rest = line.drop { $0 == 0x20 }
        guard let mark = rest.first else { return true }
        if "-*+".utf8.contains(mark) { return rest.dropFirst().first.map { $0 == 0x20 || $0 == mark } ?? true }
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        let after = rest.dropFirst(digits.count).first
        return !digits.isEmpty && digits.count < 10 && (after == 0x2E || after == 0x29)
    }
}
