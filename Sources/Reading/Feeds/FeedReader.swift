import ArabicText
import Files

/// RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287): a document an item or entry.
struct FeedReader {
    private struct Item {
        var title: String?
        var link: String?
        var identifier: String?
        var date: String?
        var author: String?
        var publisher: String?
        var language: String?
        /// The longest of the fields that hold text, as HTML or plain.
        var body: [UInt8] = []
    }

    private let scanner: XMLScanner
    private let file: String
    private let encoding: TextEncoding
    private var warnings: [FileError]
    private var format = DocumentFormat.rss
    private var feedTitle: String?
    private var feedLanguage: String?
    private var count = 0
    /// Elements that are open, outermost first.
    private var path: [String] = []
    private var hasFailed = false

    init(_ bytes: [UInt8], file: String, options: ReadingOptions) throws(FileError) {
        self.file = file
        let decoded = try TextDecoder(options: options, file: file).decode(bytes, declared: DeclaredEncoding.inXML(bytes))
        (encoding, warnings) = (decoded.encoding, decoded.warnings)
        scanner = try XMLScanner(decoded.text, file: file)
        try readRoot()
    }

    private mutating func readRoot() throws(FileError) {
        while let event = try scanner.next() {
            guard case .start(let name, _, let isEmpty) = event else { continue }
            switch name {
            case "rss", "RDF": format = .rss
            case "feed": format = .atom
            default:
                throw FileError(
                    .badData, file: file, "is XML, but neither RSS nor Atom: its root is <\(name)>",
                    hint: "isnad reads feeds, HTML and plain text")
            }
            feedLanguage = scanner.attribute("xml:lang").flatMap(LanguageTag.checked)
            if !isEmpty { path.append(name) }
            return
        }
    }

    /// The next item; after an error in the XML nothing more.
    mutating func next() -> Result<Document, FileError>? {
        guard !hasFailed else { return nil }
        do throws(FileError) {
            while let event = try scanner.next() {
                switch event {
                case .start("item", _, let isEmpty) where !isEmpty, .start("entry", _, let isEmpty) where !isEmpty:
                    return .success(document(of: try readItem()))
                case .start(let name, _, false):
                    try readFeedField(name)
                case .end: _ = path.popLast()
                default: break
                }
            }
        } catch {
            hasFailed = true
            return .failure(error)
        }
        return nil
    }

    private mutating func readFeedField(_ name: String) throws(FileError) {
        // <channel> holds the items of RSS 2.0; everything else at this level is a field of the feed.
        if name == "channel" {
            path.append(name)
            return
        }
        let text = try content(of: name)
        if name == "title", feedTitle == nil { feedTitle = Self.line(text) }
        if name == "language", feedLanguage == nil { feedLanguage = Self.line(text).flatMap(LanguageTag.checked) }
    }

    private mutating func readItem() throws(FileError) -> Item {
        var item = Item()
        item.language = scanner.attribute("xml:lang").flatMap(LanguageTag.checked)
        while let event = try scanner.next() {
            guard case .start(let name, let namespace, let isEmpty) = event else {
                if case .end(let name) = event, name == "item" || name == "entry" { break }
                continue
            }
            let (href, rel, type) = (scanner.attribute("href"), scanner.attribute("rel"), scanner.attribute("type"))
            let isPermanent = scanner.attribute("isPermaLink")
            let text = isEmpty ? [] : try content(of: name)
            switch name {
            case "title" where item.title == nil && !namespace.contains("media"): item.title = Self.line(text)
            case "link": if rel == nil || rel == "alternate" { item.link = item.link ?? href ?? Self.line(text) }
            case "guid", "id":
                item.identifier = Self.line(text)
                if name == "guid", isPermanent != "false", item.link == nil { item.link = item.identifier }
            case "pubDate", "date", "published", "issued": item.date = item.date ?? Self.line(text)
            case "updated", "modified": item.date = item.date ?? Self.line(text)
            case "creator", "author": item.author = item.author ?? Self.line(text)
            case "source", "publisher": item.publisher = item.publisher ?? Self.line(text)
            case "description", "encoded", "content", "summary":
                guard !namespace.contains("media") else { continue }
                let body = type == "text" || type == "text/plain" ? text : Self.body(text)
                if body.count > item.body.count { item.body = body }
            default: break
            }
        }
        return item
    }

    /// All text below the element that was just started, up to its end; its inner elements become lines.
    private func content(of name: String) throws(FileError) -> [UInt8] {
        var text: [UInt8] = []
        var depth = 1
        while let event = try scanner.next() {
            switch event {
            case .start(_, _, let isEmpty): if !isEmpty { depth += 1 }
            case .end(let inner):
                depth -= 1
                if depth == 0 { return text }
                if PageOutline.isBlock(inner), text.last != 0x0A { text.append(0x0A) }
            case .text(let bytes): text += bytes
            }
        }
        return text
    }

    private mutating func document(of item: Item) -> Document {
        count += 1
        let text = item.body.isEmpty ? Array((item.title ?? "").utf8) : item.body
        var document = Document(
            name: "\(file)#\(count)", source: SourceText(utf8: text), format: format, encoding: encoding)
        document.title = item.title
        document.date = item.date.flatMap(PublicationDate.day)
        document.url = item.link.flatMap(WebAddress.checked)
        document.publisher = item.publisher ?? feedTitle
        document.author = item.author
        document.language = item.language ?? feedLanguage
        document.identifier = item.identifier
        document.warnings = warnings
        warnings = []
        if let link = item.link, document.url == nil {
            document.warnings.append(
                FileError(.badData, file: document.name, "the address «\(link)» is no http address and is left out"))
        }
        if let date = item.date, document.date == nil {
            document.warnings.append(FileError(.badData, file: document.name, "the date «\(date)» is not understood"))
        }
        return document
    }

    /// Titles are plain text in RSS 2.0, but often carry escaped markup.
    private static func line(_ text: [UInt8]) -> String? { OneLine.text(String(decoding: body(text), as: UTF8.self)) }

    private static func body(_ text: [UInt8]) -> [UInt8] {
        let hasMarkup = text.contains(UInt8(ascii: "<")) || text.contains(UInt8(ascii: "&"))
        return hasMarkup ? TagStripper.text(ofFragment: text) : text
    }
}
