import ArabicText

/// Reads Markdown as text: its marks stay, so that offsets are those of the file, and they are punctuation to the tokenizer.
/// Only the metadata is read: YAML front matter of plain `name: value` lines, else the first heading.
enum MarkdownReader {
    static func read(_ document: inout Document) {
        var lines = document.source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(200)
        if lines.first.map(isFence) ?? false {
            lines = lines.dropFirst()
            // Without its end it is no front matter, but a rule.
            if let end = lines.firstIndex(where: isFence) {
                for line in lines[..<end] { readField(line, into: &document) }
                blank(upTo: lines[end].endIndex, in: &document)
                lines = lines[(end + 1)...]
            }
        }
        if document.title == nil {
            let heading = lines.first { $0.starts(with: "# ".utf8) }
            document.title = heading.flatMap { OneLine.text(String(decoding: $0.dropFirst(2), as: UTF8.self)) }
        }
        var bytes = document.source.bytes
        WrappedLines.joinByMarkdown(&bytes)
        document.source = SourceText(utf8: bytes)
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 <= 0x20 }
    }

    /// Spaces in place of the front matter, byte for byte: it is not the article.
    private static func blank(upTo end: Int, in document: inout Document) {
        var bytes = document.source.bytes
        for index in 0..<end where bytes[index] != 0x0A { bytes[index] = 0x20 }
        document.source = SourceText(utf8: bytes)
    }

    private static func readField(_ line: ArraySlice<UInt8>, into document: inout Document) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        var raw = line[(colon + 1)...].drop { $0 <= 0x20 || quotes.contains($0) }
        while let last = raw.last, last <= 0x20 || quotes.contains(last) { raw.removeLast() }
        guard let value = OneLine.text(String(decoding: raw, as: UTF8.self)) else { return }
        let fields = RecordFields.common.names
        func isCalled(_ field: RecordFields.Field) -> Bool { fields[field]?.contains(name) ?? false }
        if isCalled(.title) { document.title = value }
        if isCalled(.date) { document.date = PublicationDate.day(in: value) }
        if isCalled(.url) { document.url = WebAddress.checked(value) }
        if isCalled(.publisher) { document.publisher = value }
        if isCalled(.author) { document.author = value }
        if isCalled(.language) { document.language = LanguageTag.checked(value) }
    }
}
