/// Makes Graphviz's SVG fit for the web: every text has its direction and fonts to fall back on, every thing a
/// `<title>` that a person can read, and what links leads to http, https or urn only.
///
/// Graphviz writes one element at a time and quotes every attribute, so that a scan over tags is enough.
public struct SVGFinisher: Sendable {
    /// The language of the picture, BCP 47.
    public var language = "ar"
    /// What the picture is called; read out, and shown as the name of the window.
    public var title = ""

    public init() {}

    static let arabicFonts = [
        "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Segoe UI", "Tahoma", "serif",
    ]
    static let latinFonts = ["Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif"]

    /// - Parameter svg: what `dot -Tsvg` wrote.
    public func finish(_ svg: [UInt8]) -> [UInt8] {
        var scan = SVGScan(svg)
        var writer = Finishing(language: language, title: title)
        while let part = scan.next() { writer.take(part) }
        return Array(writer.text.utf8)
    }
}

/// The state of one pass.
private struct Finishing {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private let language: String
    private let title: String
    /// For each open element, what closes it.
    private var closers: [String] = []
    /// A group whose title waits for the tooltip inside it.
    private var waiting: String?
    private var isInTitle = false
    /// The middle of the shape that the next texts stand in.
    private var centre: Double?
    /// Whether the group is a table without a shape.
    private var isTable = false
    /// Groups within the current node, edge or cluster.
    private var owner: (kind: String, depth: Int)?

    init(language: String, title: String) { (self.language, self.title) = (language, title) }

    mutating func take(_ part: SVGScan.Part) {
        switch part {
        case .text(let content):
            if isInTitle { waiting = content } else if text.utf8.count > 60 { text += content }
        case .open(let tag): open(tag)
        case .close(let name): close(name)
        }
    }

    private mutating func open(_ tag: SVGScan.Tag) {
        var tag = tag
        switch tag.name {
        case "title":
            isInTitle = true
            return
        case "svg":
            tag["xml:lang"] = language
            tag["role"] = "graphics-document document"
            text += tag.written
            closers.append("</svg>")
            if !title.isEmpty { text += "\n<title>\(XMLText.escaped(title))</title>" }
            return
        case "g":
            let kind = tag["class"].map { $0.split(separator: " ").first.map(String.init) ?? "" } ?? ""
            if ["node", "edge", "cluster", "graph"].contains(kind) {
                settleTitle()
                owner = (kind, closers.count)
                centre = nil
                isTable = tag["id"] == Page.legendLines
            }
            if kind == "node" || kind == "edge" {
                tag["role"] = kind == "node" ? "graphics-symbol img" : "img"
            }
        case "a":
            openLink(tag)
            return
        case "text": direct(&tag)
        case "polygon", "ellipse", "path", "polyline":
            // Sample lines of the legend are no shape around their words.
            if let middle = tag.middle, !isTable,
                owner?.kind == "node" ? centre == nil : tag["fill"] != "none"
            {
                centre = middle
            }
            if tag["stroke"] == "transparent" { tag["stroke"] = "none" }
        default: break
        }
        if tag.name != "g" || waiting == nil { settleTitle() }
        text += tag.written
        if !tag.isEmpty { closers.append("</\(tag.name)>") }
    }

    /// A tooltip becomes the title of the group around it; a link stays one if it leads somewhere safe.
    private mutating func openLink(_ tag: SVGScan.Tag) {
        let tooltip = tag["xlink:title"] ?? ""
        if waiting != nil {
            waiting = tooltip.utf8.allSatisfy { $0 == 0x20 } ? waiting : tooltip
            settleTitle()
        } else if !tooltip.utf8.allSatisfy({ $0 == 0x20 }) {
            text += "<title>\(tooltip)</title>"
        }
        if let address = (tag["xlink:href"] ?? tag["href"]).flatMap(SafeLink.checked) {
            let escaped = XMLText.escaped(address)
            text +=
                "<a xlink:href=\"\(escaped)\" href=\"\(escaped)\" target=\"_blank\" rel=\"noopener noreferrer\">"
            closers.append("</a>")
        } else {
            closers.append("")
        }
    }

    private mutating func settleTitle() {
        guard let title = waiting else { return }
        waiting = nil
        // The names of frames and of the graph are Graphviz's own.
        if owner?.kind == "node" || owner?.kind == "edge"
            || title.unicodeScalars.contains(where: { $0.value > 0x7F })
        {
            text += "<title>\(title)</title>"
        }
    }

    private mutating func close(_ name: String) {
        if name == "title" {
            isInTitle = false
            return
        }
        settleTitle()
        if let closer = closers.popLast() { text += closer }
        if let owner, closers.count <= owner.depth { self.owner = nil }
    }

    /// Graphviz gives the left edge of each text. Where the middle is known it is better: the letters stay in their
    /// shape whichever font they come in.
    private func direct(_ tag: inout SVGScan.Tag) {
        let family = tag["font-family"] ?? ""
        let isLatin = family == SVGFinisher.latinFonts[0]
        let fallbacks = isLatin ? SVGFinisher.latinFonts : SVGFinisher.arabicFonts
        let names = [family] + fallbacks.filter { $0 != family }
        tag["font-family"] = names.map { $0.utf8.contains(0x20) ? "'\($0)'" : $0 }.joined(separator: ", ")
        let isRightToLeft = !isLatin
        // Said of Latin text too, or a page that runs from right to left would turn it around.
        tag["direction"] = isRightToLeft ? "rtl" : "ltr"
        if let centre, owner?.kind == "node" || owner?.kind == "edge" {
            tag["x"] = SVGScan.number(centre)
            tag["text-anchor"] = "middle"
        } else if isRightToLeft, tag["text-anchor"] == "start" {
            tag["text-anchor"] = "end"
        }
    }
}
