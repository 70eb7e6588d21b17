import SystemPackage

/// Tells what kind of file it is: by its first bytes where they are telling, else by its name.
enum FormatDetector {
    /// - Parameter head: the first bytes, 4096 if there are as many.
    static func format(of head: [UInt8], path: FilePath?) -> DocumentFormat {
        if head.starts(with: "%PDF-".utf8) { return .pdf }
        let suffix = path?.extension?.lowercased() ?? ""
        if head.starts(with: [0x50, 0x4B, 3, 4]), suffix == "docx" || contains("word/", head) { return .docx }
        // Wide characters have a NUL in every pair; without them the tags look like any others.
        let text = head.filter { $0 != 0 }
        if let markup = markup(text) { return markup }
        switch suffix {
        case "html", "htm", "xhtml", "shtml": return .html
        case "md", "markdown": return .markdown
        case "ndjson", "jsonl", "jsonlines": return .ndjson
        case "json": return isOneRecordALine(text) ? .ndjson : .json
        case "csv", "tsv": return .csv
        case "rss": return .rss
        case "atom": return .atom
        case "", "stdin": return isOneRecordALine(text) ? .ndjson : .text
        default: return .text
        }
    }

    private static func markup(_ text: [UInt8]) -> DocumentFormat? {
        let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
        var rest = text.drop { $0 <= 0x20 || marks.contains($0) }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        let isXML = rest.starts(with: "<?xml".utf8)
        // Past declarations and comments to the first tag or document type.
        while rest.starts(with: "<?".utf8) || rest.starts(with: "<!--".utf8) {
            let end = rest.starts(with: "<?".utf8) ? "?>" : "-->"
            guard let after = position(after: end, in: rest) else { return isXML ? .rss : nil }
            rest = rest[after...].drop { $0 <= 0x20 }
        }
        let tag = rest.prefix(40).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        func begins(_ name: String) -> Bool { tag.starts(with: name.utf8) }
        if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") { return .html }
        if begins("<rss") || begins("<rdf:rdf") { return .rss }
        if begins("<feed") { return .atom }
        return isXML || begins("<!doctype") ? .rss : nil
    }

    private static func position(after mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.utf8)
        var index = bytes.startIndex
        while index + mark.count <= bytes.endIndex {
            if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
            index += 1
        }
        return nil
    }

    /// A line that opens with a brace and a quote: an object, and either whole on its line or longer than the head.
    private static func isOneRecordALine(_ text: [UInt8]) -> Bool {
        let line = text.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix { $0 != 0x0A }
        guard line.first == UInt8(ascii: "{") else { return false }
        guard line.dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: "\"") else { return false }
        return line.count >= 3800 || (try? JSONParser.parse(Array(line))) != nil
    }

    private static func contains(_ needle: String, _ bytes: [UInt8]) -> Bool { position(after: needle, in: bytes[...]) != nil }
}
