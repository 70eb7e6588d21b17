import KnowledgeGraph

/// Writes a graph as a picture in the DOT language, to be laid out by Graphviz's `dot`.
///
/// Every entity is one node whose identifier is the local name of its IRI; the n-ary nodes are links. The legend is made
/// of nodes of the class `legend`, whose names begin with `legend.`, so that it shows shapes as well as colours. The same
/// graph gives the same bytes.
public struct DOTWriter: Sendable {
    public var options: DrawingOptions
    /// Titles of frames that have to make way for links, by the identifier of the frame.
    var titlePlaces: [String: FrameTitles.Place] = [:]

    public init(options: DrawingOptions = DrawingOptions()) { self.options = options }

    /// The whole graph, however large.
    public func write(_ graph: Graph) -> [UInt8] { write(Diagram(graph, words: options.words)) }

    /// What was selected of a graph.
    public func write(_ diagram: Diagram) -> [UInt8] {
        let numbered = diagram.numbered()
        let drawn = options.secondaryLinks ? numbered : numbered.withoutSecondaryLinks()
        var page = Page(diagram: drawn, options: options)
        page.titlePlaces = titlePlaces
        page.write()
        return page.bytes
    }
}

/// One DOT file on its way.
struct Page {
    let diagram: Diagram
    let options: DrawingOptions
    let theme: Theme
    let density: DrawingDensity
    /// How many ranks a link reaches over, where it is more than one.
    private let reaches: [Int: Int]
    var titlePlaces: [String: FrameTitles.Place] = [:]
    var bytes: [UInt8] = []

    init(diagram: Diagram, options: DrawingOptions) {
        (self.diagram, self.options, theme) = (diagram, options, options.theme)
        density = DrawingDensity(entities: diagram.entities.count, labelledLimit: options.labelledLimit)
        reaches = density == .open ? [:] : Self.staggered(diagram, density, words: options.words)
    }

    /// Whether links carry their labels.
    var isLabelled: Bool { density < .crowded }

    /// The leaves of a wide fan would stand in one column as high as the page; they take ranks in turn instead.
    private static func staggered(_ diagram: Diagram, _ density: DrawingDensity, words: DrawingWords) -> [Int:
        Int]
    {
        let neighbours = diagram.neighbours
        var fans: [Int: [Int]] = [:]
        for (index, link) in diagram.links.enumerated() {
            let isInverse = words[link.key].way == .inverse
            let (tail, head) = isInverse ? (link.target, link.source) : (link.source, link.target)
            if neighbours[head].count == 1 { fans[tail, default: []].append(index) }
        }
        var reaches: [Int: Int] = [:]
        for fan in fans.values where fan.count >= density.fan {
            for (place, index) in fan.enumerated() { reaches[index] = place % density.fanRanks + 1 }
        }
        return reaches
    }

    mutating func line(_ text: String, indent: Int = 1) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func write() {
        let words = options.words
        line("digraph isnad {", indent: 0)
        writeDefaults()
        line("subgraph cluster_all {")
        line("peripheries=0; labelloc=t; labeljust=c; fontsize=18; tooltip=\" \"; margin=8;", indent: 2)
        line("label=<\(titleMarkup)>;", indent: 2)
        var framed = Set<Int>()
        let clusters = diagram.clusters(words: words, bodiesAlone: density > .open)
        for cluster in clusters {
            line("subgraph \(DOTText.identifier("cluster_" + cluster.name)) {", indent: 2)
            line(attributes(of: cluster), indent: 3)
            for member in cluster.members { line(node(member), indent: 3) }
            line("}", indent: 2)
            framed.formUnion(cluster.members)
        }
        let apart = diagram.apart(from: clusters)
        if apart.count > 1 {
            writeApart(apart)
            framed.formUnion(apart)
        }
        for index in diagram.entities.indices where !framed.contains(index) { line(node(index), indent: 2) }
        if options.legend { writeLegend() }
        for index in diagram.links.indices { line(edge(index), indent: 2) }
        line("}")
        line("}", indent: 0)
    }

    private mutating func writeDefaults() {
        let font = DOTText.quoted(DrawingText.cleaned(options.arabicFont, limit: 100))
        line(
            "graph [rankdir=\(options.rankDirection.rawValue), charset=\"UTF-8\", bgcolor=\"\(theme.background)\", "
                + "pad=0.25, nodesep=\(density.nodeSeparation), ranksep=\(density.rankSeparation), splines=true, newrank=true, "
                + "outputorder=edgesfirst, remincross=true, tooltip=\" \", fontname=\(font), fontsize=11, "
                + "fontcolor=\"\(theme.text)\"];")
        line(
            "node [fontname=\(font), fontsize=\(DOTText.number(density.nameSize)), fontcolor=\"\(theme.text)\"];"
        )
        line(
            "edge [fontname=\(font), fontsize=\(DOTText.number(density.linkSize)), "
                + "fontcolor=\"\(theme.linkText)\", color=\"\(theme.link)\", "
                + "arrowsize=0.7, penwidth=1.1];")
    }

    private func attributes(of cluster: DrawingCluster) -> String {
        let border = theme[cluster.kind].border
        let arabic = DOTText.markup(DrawingText.isolated(shortLine(cluster.ar, 34)))
        let english = DOTText.markup(shortLine(cluster.en ?? "", 40))
        var label = "<b>\(arabic)</b>"
        if options.labels == .en, !english.isEmpty {
            label =
                "<b>\(DOTText.font(options.latinFont, size: 12, color: border, english))</b>&#160;&#160;"
                + DOTText.font(options.arabicFont, size: 11, color: theme.gloss, arabic)
        } else if !english.isEmpty {
            label += "&#160;&#160;" + DOTText.font(options.latinFont, size: 10, color: theme.gloss, english)
        }
        return "label=<\(label)>; tooltip=\(DOTText.quoted(DrawingText.cleaned(cluster.ar))); "
            + "peripheries=1; style=\"rounded,filled\"; fillcolor=\"\(theme.frame(cluster.kind))\"; color=\"\(border)\"; "
            + "penwidth=0.8; fontsize=13; fontcolor=\"\(border)\"; "
            + "labeljust=\(titlePlaces["cluster_" + cluster.name]?.rawValue ?? "l"); margin=10;"
    }

    private func shortLine(_ text: String, _ width: Int) -> String {
        DrawingText.wrapped(DrawingText.cleaned(text), width: width, lines: 1).first ?? ""
    }

    func node(_ index: Int) -> String {
        let entity = diagram.entities[index]
        var result = "\(DOTText.identifier(entity.name)) [id=\"n\(index)\", class=\(entity.kind.rawValue), "
        result += appearance(of: entity.kind) + ", "
        result += "label=<\(label(of: entity))>, tooltip=\(DOTText.quoted(tooltip(of: index)))];"
        return result
    }

    /// Shape and colours.
    func appearance(of kind: DrawnKind) -> String {
        let colors = theme[kind]
        var result = "shape=\(kind.shape), style=\"\(kind.style)\", fillcolor=\"\(colors.fill)\", "
        result +=
            "color=\"\(colors.border)\", penwidth=\(kind == .person ? "2" : "1.4"), margin=\"\(kind.margin)\""
        if kind.peripheries > 1 { result += ", peripheries=\(kind.peripheries)" }
        return result
    }

    private func edge(_ index: Int) -> String {
        let link = diagram.links[index]
        let way = options.words[link.key].way
        let (from, to) = way == .inverse ? (link.target, link.source) : (link.source, link.target)
        let (tail, head) = (diagram.entities[from].name, diagram.entities[to].name)
        let tooltip = DOTText.quoted(tooltip(of: link))
        var result = "\(DOTText.identifier(tail)) -> \(DOTText.identifier(head)) [id=\"e\(link.number)\", "
        result += "class=\(link.derivation.rawValue), "
        if let reach = reaches[index] { result += "minlen=\(reach), " }
        if isLabelled { result += "label=<\(label(of: link))>, labeltooltip=\(tooltip), " }
        result += "tooltip=\(tooltip)"
        switch link.derivation {
        case .read: break
        case .inferred: result += ", style=dashed"
        case .background: result += ", style=dotted"
        }
        if link.key == OntologyProperty.sameAs.rawValue || link.key == OntologyProperty.related.rawValue {
            result += ", dir=both"
        }
        return result + "];"
    }
}
