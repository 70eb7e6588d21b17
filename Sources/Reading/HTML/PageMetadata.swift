/// What a page says about itself: schema.org in JSON-LD first, then OpenGraph and `meta`, then what readers see.
struct PageMetadata {
    private(set) var title: String?
    private(set) var date: String?
    private(set) var url: String?
    private(set) var publisher: String?
    private(set) var author: String?
    private(set) var language: String?
    /// The text of the article, if the page repeats it in JSON-LD.
    private(set) var articleBody: String?
    /// An address that the page gives and that is none.
    private(set) var refusedAddress: String?

    init(_ tree: PageTree) {
        for script in tree.elements("script")
        where tree.attribute("type", of: script)?.lowercased().hasPrefix("application/ld+json") ?? false {
            if let value = try? JSONParser.parse(tree.script(script)) { readLinkedData(value, depth: 0) }
        }
        readMeta(tree)
        readMarkup(tree)
    }

    // MARK: JSON-LD

    private mutating func readLinkedData(_ value: JSONValue, depth: Int) {
        guard depth < 4 else { return }
        for object in value.elements {
            if let graph = object["@graph"] { readLinkedData(graph, depth: depth + 1) }
            let types = object["@type"]?.elements.compactMap(\.text) ?? []
            guard types.contains(where: Self.isArticle) else { continue }
            title = title ?? object["headline"]?.text.flatMap(OneLine.text)
            date = date ?? (object["datePublished"] ?? object["dateCreated"])?.text.flatMap(PublicationDate.day)
            author = author ?? object["author"].flatMap(Self.name)
            publisher = publisher ?? object["publisher"].flatMap(Self.name)
            language = language ?? object["inLanguage"]?.text.flatMap(LanguageTag.checked)
            articleBody = articleBody ?? object["articleBody"]?.text
            let main = object["mainEntityOfPage"]
            if let address = object["url"]?.text ?? main?["@id"]?.text ?? main?.text { take(address: address) }
        }
    }

    private static func isArticle(_ type: String) -> Bool {
        let local = type.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init) ?? type
        return local.hasSuffix("Article") || local == "BlogPosting" || local == "Report" || local == "LiveBlogPosting"
    }

    private static func name(_ value: JSONValue) -> String? {
        let names = value.elements.compactMap { ($0["name"] ?? $0).text }.compactMap(OneLine.text)
        return names.isEmpty ? nil : names.prefix(8).joined(separator: "، ")
    }

    // MARK: meta, link, html

    private mutating func readMeta(_ tree: PageTree) {
        var found: [String: String] = [:]
        for meta in tree.elements("meta") {
            let key = tree.attribute("property", of: meta) ?? tree.attribute("name", of: meta)
                ?? tree.attribute("itemprop", of: meta)
            guard let key = key?.lowercased(), let value = tree.attribute("content", of: meta).flatMap(OneLine.text),
                found[key] == nil
            else { continue }
            found[key] = value
        }
        func first(_ keys: [String]) -> String? { keys.lazy.compactMap { found[$0] }.first }
        title = title ?? first(["og:title", "twitter:title", "dc.title", "headline"])
        let dates = [
            "article:published_time", "datepublished", "og:article:published_time", "published_time", "publishdate",
            "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date", "date",
            "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date",
        ]
        for key in dates where date == nil { date = found[key].flatMap(PublicationDate.day) }
        author = author ?? first(["author", "article:author", "dc.creator", "parsely-author", "twitter:creator"])
            .flatMap { $0.contains("://") ? nil : $0 }
        publisher = publisher ?? first(["og:site_name", "application-name", "dc.publisher", "publisher"])
        for link in tree.elements("link") where tree.attribute("rel", of: link)?.lowercased() == "canonical" {
            if let address = tree.attribute("href", of: link) { take(address: address) }
        }
        if let address = found["og:url"] { take(address: address) }
        let declared = tree.elements("html").first.flatMap { tree.attribute("lang", of: $0) } ?? found["og:locale"]
        language = language ?? declared.flatMap(LanguageTag.checked)
    }

    private mutating func take(address: String) {
        guard url == nil, !address.isEmpty else { return }
        url = WebAddress.checked(address)
        // A path without a host is usual and harmless; a scheme of another kind is not.
        if url == nil, address.contains(":") { refusedAddress = OneLine.text(address) }
    }

    // MARK: What readers see

    private mutating func readMarkup(_ tree: PageTree) {
        if title == nil {
            title = tree.elements("h1").lazy.compactMap { tree.line(below: $0) }.first
                ?? tree.elements("title").lazy.compactMap { tree.line(below: $0) }.first.map(withoutSite)
        }
        if date == nil { date = markedDate(tree) ?? visibleDate(tree) }
        if author == nil { author = visibleAuthor(tree) }
    }

    /// «Headline | Site» without the site.
    private func withoutSite(_ title: String) -> String {
        for separator in [" | ", " - ", " – ", " — ", " :: "] {
            let scalars = Array(title.unicodeScalars)
            let mark = Array(separator.unicodeScalars)
            guard scalars.count > mark.count + 10 else { continue }
            for start in (10..<scalars.count - mark.count).reversed() where scalars[start...].starts(with: mark) {
                return String(String.UnicodeScalarView(scalars[..<start]))
            }
        }
        return title
    }

    private func markedDate(_ tree: PageTree) -> String? {
        for node in tree.nodes.indices where !tree.nodes[node].isText && !tree.nodes[node].attributes.isEmpty {
            guard tree.attribute("itemprop", of: node)?.lowercased() == "datepublished" else { continue }
            let written = tree.attribute("datetime", of: node) ?? tree.attribute("content", of: node)
            if let day = (written ?? tree.line(below: node)).flatMap(PublicationDate.day) { return day }
        }
        for node in tree.elements("time") {
            let written = tree.attribute("datetime", of: node) ?? tree.line(below: node)
            if let day = written.flatMap(PublicationDate.day) { return day }
        }
        return nil
    }

    /// A date in an element that is called date or time; else in a short block between the headline and the first
    /// paragraph.
    private func visibleDate(_ tree: PageTree) -> String? {
        for node in tree.nodes.indices where isCalled(["date", "time", "publish", "posted"], node, tree) {
            if let day = tree.line(below: node, limit: 400).flatMap(PublicationDate.day) { return day }
        }
        guard let headline = tree.elements("h1").first else { return nil }
        for node in tree.nodes.indices.dropFirst(headline) where tree.nodes[node].isText {
            guard let line = tree.line(below: node, limit: 400) else { continue }
            if line.unicodeScalars.count > 120 { return nil }
            if let day = PublicationDate.day(in: line) { return day }
        }
        return nil
    }

    private func visibleAuthor(_ tree: PageTree) -> String? {
        for node in tree.nodes.indices {
            let isMarked = tree.attribute("rel", of: node) == "author" || tree.attribute("itemprop", of: node) == "author"
            guard isMarked || isCalled(["author", "byline", "writer"], node, tree) else { continue }
            if let line = tree.line(below: node, limit: 400), line.unicodeScalars.count <= 80 {
                let prefix = Self.signatures.first { line.utf8.starts(with: $0.utf8) } ?? ""
                return OneLine.text(String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
            }
        }
        return nil
    }

    /// What stands before the name of an author.
    private static let signatures = ["مرسلة بواسطة ", "بواسطة ", "بقلم: ", "بقلم ", "كتب: ", "كتبت: ", "كتب ", "كتبت ", "By "]

    private func isCalled(_ words: [String], _ node: Int, _ tree: PageTree) -> Bool {
        tree.attributes[tree.nodes[node].attributes].contains { attribute in
            (attribute.name == "class" || attribute.name == "id")
                && words.contains { attribute.value.lowercased().utf8.count < 200 && attribute.value.lowercased().contains($0) }
        }
    }
}
