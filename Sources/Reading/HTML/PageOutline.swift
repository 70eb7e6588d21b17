/// What is where on a page: which elements are no part of an article, and how much text and how many links each holds.
/// All counts are code points without spaces.
struct PageOutline {
    private let tree: PageTree
    private var dropped: [Bool]
    /// In the whole subtree.
    private(set) var letters: [Int]
    private var linkLetters: [Int]
    /// In texts whose nearest block is this element.
    private(set) var ownLetters: [Int]
    private(set) var ownLinkLetters: [Int]
    private(set) var ownCommas: [Int]

    init(_ tree: PageTree) {
        self.tree = tree
        let zero = [Int](repeating: 0, count: tree.nodes.count)
        (letters, linkLetters, ownLetters, ownLinkLetters, ownCommas) = (zero, zero, zero, zero, zero)
        dropped = [Bool](repeating: false, count: tree.nodes.count)
        var everything = zero
        for node in tree.nodes.indices.reversed() {
            if tree.nodes[node].isText { everything[node] = Self.count(tree.text[tree.nodes[node].bytes]).letters }
            if tree.nodes[node].parent >= 0, !Self.isSilent(tree.nodes[node].tag) {
                everything[tree.nodes[node].parent] += everything[node]
            }
        }
        for node in tree.nodes.indices.dropFirst() {
            let parent = tree.nodes[node].parent
            // What holds most of the page is the page, whatever it is called.
            let isMost = everything[node] * 10 > everything[0] * 6
            dropped[node] =
                dropped[parent] || Self.isSilent(tree.nodes[node].tag)
                || (!isMost && (Self.isFurniture(tree.nodes[node].tag) || isCalledFurniture(node)))
        }
        count()
    }

    private mutating func count() {
        var block = [Int](repeating: 0, count: tree.nodes.count)
        var isLink = [Bool](repeating: false, count: tree.nodes.count)
        for node in tree.nodes.indices.dropFirst() {
            let parent = tree.nodes[node].parent
            isLink[node] = isLink[parent] || tree.nodes[node].tag == "a"
            block[node] = !tree.nodes[node].isText && Self.isBlock(tree.nodes[node].tag) ? node : block[parent]
            guard tree.nodes[node].isText, !dropped[node] else { continue }
            let found = Self.count(tree.text[tree.nodes[node].bytes])
            letters[node] = found.letters
            ownLetters[block[node]] += found.letters
            ownCommas[block[node]] += found.commas
            if isLink[node] {
                linkLetters[node] = found.letters
                ownLinkLetters[block[node]] += found.letters
            }
        }
        for node in tree.nodes.indices.dropFirst().reversed() {
            letters[tree.nodes[node].parent] += letters[node]
            linkLetters[tree.nodes[node].parent] += linkLetters[node]
        }
    }

    func isDropped(_ node: Int) -> Bool { dropped[node] }

    /// The share of the text that is links, 0…1.
    func linkDensity(of node: Int) -> Double {
        letters[node] == 0 ? 0 : Double(linkLetters[node]) / Double(letters[node])
    }

    /// Points that an element has for what it is and what it is called.
    func weight(of node: Int) -> Double {
        var weight: Double =
            switch tree.nodes[node].tag {
            case "article", "main": 25
            case "div": 5
            case "pre", "td", "blockquote", "section": 3
            case "ul", "ol", "dl", "form", "li": -3
            default: 0
            }
        if !names(of: node).isDisjoint(with: Self.articleNames) { weight += 25 }
        return weight
    }

    /// Never shown as text.
    static func isSilent(_ tag: String) -> Bool {
        switch tag {
        case "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "title", "math": true
        default: false
        }
    }

    /// Shown, but no part of an article.
    private static func isFurniture(_ tag: String) -> Bool {
        switch tag {
        case "nav", "footer", "aside", "form", "button", "select", "textarea", "figcaption", "dialog", "menu", "time": true
        default: false
        }
    }

    static func isBlock(_ tag: String) -> Bool {
        switch tag {
        case "p", "div", "article", "section", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
            "dt", "dd", "blockquote", "pre", "table", "tbody", "thead", "tr", "td", "th", "body", "figure", "center", "hr",
            "nav", "footer", "aside", "form", "address", "html":
            true
        default: false
        }
    }

    private func isCalledFurniture(_ node: Int) -> Bool {
        let tag = tree.nodes[node].tag
        guard !tree.nodes[node].isText, tag != "body", tag != "html", tag != "article", tag != "main" else { return false }
        for attribute in tree.attributes[tree.nodes[node].attributes] {
            switch attribute.name {
            case "hidden": return true
            case "aria-hidden" where attribute.value == "true": return true
            case "style":
                let style = attribute.value.utf8.filter { $0 > 0x20 }.map { $0 | 0x20 }
                if style.starts(with: "display:none".utf8) { return true }
            case "role" where Self.furnitureRoles.contains(attribute.value.lowercased()): return true
            default: break
            }
        }
        let names = names(of: node)
        return !names.isDisjoint(with: Self.furnitureNames) && names.isDisjoint(with: Self.articleNames)
    }

    /// The words of class and id: `relatedPosts-list` gives related, posts, list.
    private func names(of node: Int) -> Set<String> {
        var names: Set<String> = []
        for attribute in tree.attributes[tree.nodes[node].attributes]
        where attribute.name == "class" || attribute.name == "id" {
            var word = ""
            var wasLower = false
            for byte in attribute.value.utf8.prefix(400) {
                let isUpper = (0x41...0x5A).contains(byte)
                let isLetter = isUpper || (0x61...0x7A).contains(byte)
                if !isLetter || (isUpper && wasLower), !word.isEmpty {
                    names.insert(word)
                    word = ""
                }
                if isLetter { word.unicodeScalars.append(UnicodeScalar(byte | 0x20)) }
                wasLower = isLetter && !isUpper
            }
            if !word.isEmpty { names.insert(word) }
        }
        return names
    }

    private static func count(_ bytes: ArraySlice<UInt8>) -> (letters: Int, commas: Int) {
        var (letters, commas) = (0, 0)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte > 0x20, byte & 0xC0 != 0x80 { letters += 1 }
            // , and ، (D8 8C)
            if byte == 0x2C || (byte == 0x8C && previous == 0xD8) { commas += 1 }
            previous = byte
        }
        return (letters, commas)
    }

    private static let furnitureRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "menubar", "alert",
    ]
    private static let articleNames: Set<String> = ["article", "content", "story", "entry", "body", "post", "main", "text"]
    private static let furnitureNames: Set<String> = [
        "ad", "ads", "adv", "advert", "advertisement", "sponsor", "sponsored", "promo", "banner", "breadcrumb", "breadcrumbs",
        "menu", "nav", "navbar", "navigation", "sidebar", "footer", "masthead", "share", "sharing", "shares", "social",
        "follow", "related", "recommended", "recommendations", "suggested", "similar", "more", "also", "readmore", "trending",
        "popular", "latest", "mostread", "comment", "comments", "disqus", "tags", "tag", "keywords", "newsletter",
        "subscribe", "subscription", "login", "signup", "cookie", "cookies", "consent", "popup", "modal", "overlay", "widget",
        "tools", "toolbar", "print", "caption", "credit", "byline", "author", "meta", "date", "time", "timestamp", "views",
        "rating", "poll", "ticker", "breaking", "weather", "pagination", "pager", "hidden", "copyright", "outbrain", "taboola",
    ]
}
