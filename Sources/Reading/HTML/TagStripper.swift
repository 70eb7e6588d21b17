/// Reads pieces of markup as text.
enum TagStripper {
    /// The text of an HTML fragment, a line a block: for feeds and records, whose fields hold nothing but the article.
    static func text(ofFragment html: [UInt8]) -> [UInt8] {
        guard let tree = try? PageParser.parse(html) else { return text(of: html) }
        var lines = LineCollector(tree: tree, outline: PageOutline(tree), title: nil)
        lines.collect(0)
        return lines.finished()
    }

    /// Whether a field holds markup: it begins with a tag of a block, and closes one.
    static func looksLikeMarkup(_ text: [UInt8]) -> Bool {
        let head = text.drop { $0 <= 0x20 }.prefix(12).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        guard head.first == UInt8(ascii: "<") else { return false }
        return ["<p>", "<p ", "<div", "<br", "<span", "<h1", "<h2", "<h3", "<ul", "<table", "<article", "<section", "<img"]
            .contains { head.starts(with: $0.utf8) }
    }

    /// Without any structure: every tag becomes a line end. Linear, whatever comes.
    static func text(of html: [UInt8]) -> [UInt8] {
        guard html.contains(UInt8(ascii: "<")) else { return html }
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            let byte = html[index]
            let next = index + 1 < html.count ? html[index + 1] : 0
            let opensTag = (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            if byte == UInt8(ascii: "<"), opensTag {
                let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
                if result.last != 0x0A { result.append(0x0A) }
                index = end + 1
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }
}
