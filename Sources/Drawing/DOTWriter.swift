import KnowledgeGraph

/// Writes a graph as a picture in the DOT language, to be laid out by Graphviz's `dot`.
///
/// Every entity is one node whose identifier is the local name of its IRI; the n-ary nodes are links. The legend is made
/// of nodes of the class `legend`, whose names begin with `legend.`, so that it shows shapes as well as colours. The same
/// graph gives the same bytes.
public struct DOTWriter: Sendable {
    public var options: DrawingOptions
    /// nil for what suits the number of entities.
    var setting: DrawingDensity.Setting?
    var part = Page.Part.whole

    public init(options: DrawingOptions = DrawingOptions()) { self.options = options }

    /// The whole graph, however large.
    public func write(_ graph: Graph) -> [UInt8] { write(Diagram(graph, words: options.words)) }

    /// What was selected of a graph.
    public func write(_ diagram: Diagram) -> [UInt8] {
        var page = page(of: diagram)
        page.write()
        return page.bytes
    }

    func page(of diagram: Diagram) -> Page {
        let numbered = diagram.numbered()
        let drawn = options.secondaryLinks ? numbered : numbered.withoutSecondaryLinks()
        return Page(diagram: drawn, options: options, setting: setting, part: part)
    }
}

/// One DOT file on its way.
struct Page {
    /// What of the picture is written.
    enum Part {
        /// Everything, for `dot` to lay out by itself.
        case whole
        /// What is linked, and the title.
        case main
        /// The legend and what has no links; only their sizes matter.
        case aside
        /// Everything, each thing with its place.
        case placed(Arrangement)
    }

    let diagram: Diagram
    let options: DrawingOptions
    let theme: Theme
    let density: DrawingDensity
    let part: Part
    let clusters: [DrawingCluster]
    /// What has no links, in a frame of its own.
    let apart: [Int]
    /// How many ranks a link reaches over, where it is more than one.
    private let reaches: [Int: Int]
    var bytes: [UInt8] = []

    init(
        diagram: Diagram, options: DrawingOptions, setting: DrawingDensity.Setting? = nil, part: Part = .whole
    ) {
        (self.diagram, self.options, self.part, theme) = (diagram, options, part, options.theme)
        var density = DrawingDensity(
            entities: diagram.entities.count, labelledLimit: options.labelledLimit)
        if let setting { density.setting = setting }
        self.density = density
        clusters = diagram.clusters(words: options.words, bodiesAlone: density.level > .open)
        apart = diagram.apart(from: clusters)
        reaches =
            density.setting.staggersFans ? Self.staggered(diagram, density, words: options.words) : [:]
    }

    /// Whether links carry their labels.
    var isLabelled: Bool { density.level < .crowded }

    /// The leaves of a wide fan would stand in one column as high as the page; they take ranks in turn instead, before
    /// and behind what they hang on.
    private static func staggered(
        _ diagram: Diagram, _ density: DrawingDensity, words: DrawingWords
    ) -> [Int: Int] {
        struct Fan: Hashable {
            let hub: Int
            let isBehind: Bool
        }
        let neighbours = diagram.neighbours
        var fans: [Fan: [Int]] = [:]
        for (index, link) in diagram.links.enumerated() where link.source != link.target {
            let isInverse = words[link.key].way == .inverse
            let (tail, head) = isInverse ? (link.target, link.source) : (link.source, link.target)
            if neighbours[head].count == 1 {
                fans[Fan(hub: tail, isBehind: true), default: []].append(index)
            } else if neighbours[tail].count == 1 {
                fans[Fan(hub: head, isBehind: false), default: []].append(index)
            }
        }
        var reaches: [Int: Int] = [:]
        for fan in fans.values where fan.count >= density.fan {
            let ranks = density.fanRanks(fan.count)
            for (place, index) in fan.enumerated() { reaches[index] = place % ranks + 1 }
        }
        return reaches
    }

    mutating func line(_ text: String, indent: Int = 1) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func write() {
        line("digraph isnad {", indent: 0)
        writeDefaults()
        if !isAside { line("label=<\(titleMarkup)>;") }
        // `dot` sets what comes first, and hangs together with nothing, at the lower edge.
        if !isMain {
            if options.legend { writeLegend() }
            if !apart.isEmpty { writeApart(apart) }
        }
        if !isAside {
            writeLinked()
            for index in diagram.links.indices { line(edge(index)) }
        }
        line("}", indent: 0)
    }

    private var isMain: Bool { if case .main = part { true } else { false } }
    private var isAside: Bool { if case .aside = part { true } else { false } }
    var arrangement: Arrangement? { if case .placed(let arrangement) = part { arrangement } else { nil } }

    private mutating func writeLinked() {
        var framed = Set(apart)
        for cluster in clusters {
            let name = "cluster_" + cluster.name
            line("subgraph \(DOTText.identifier(name)) {")
            line(attributes(of: cluster) + place(ofFrame: name), indent: 2)
            for member in cluster.members { line(node(member), indent: 2) }
            line("}")
            framed.formUnion(cluster.members)
        }
        for index in diagram.entities.indices where !framed.contains(index) { line(node(index)) }
    }

    /// The attributes that put a frame and its title into their places.
    func place(ofFrame name: String) -> String {
        guard let frame = arrangement?.frames[name] else { return "" }
        let title = frame.title.map { " lp=\"\(DOTText.point($0.centre))\";" } ?? ""
        return " bb=\"\(DOTText.box(frame.box))\";" + title
    }

    /// The attribute that puts a node into its place.
    func place(ofNode id: String) -> String {
        arrangement?.nodes[id].map { "pos=\"\(DOTText.point($0))\", " } ?? ""
    }

    private mutating func writeDefaults() {
        let font = DOTText.quoted(DrawingText.cleaned(options.arabicFont, limit: 100))
        line(
            "graph [rankdir=\(options.rankDirection.rawValue), charset=\"UTF-8\", bgcolor=\"\(theme.background)\", "
                + "pad=0.25, nodesep=\(density.nodeSeparation), ranksep=\(density.rankSeparation), splines=true, newrank=true, "
                + "outputorder=edgesfirst, remincross=true, tooltip=\" \", fontname=\(font), fontsize=18, "
                + "fontcolor=\"\(theme.text)\", labelloc=t, labeljust=c];")
        if arrangement != nil { line(place(ofFrame: Arrangement.whole)) }
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
        // The body inside says its name in the second language itself.
        let isNamedInside = cluster.members.contains { diagram.entities[$0].name == cluster.name }
        let leadsEnglish = options.labels == .en && !english.isEmpty
        let (first, second) =
            leadsEnglish
            ? (
                DOTText.font(options.latinFont, size: 12, color: border, english),
                DOTText.font(options.arabicFont, size: 11, color: theme.gloss, arabic)
            )
            : (arabic, DOTText.font(options.latinFont, size: 10, color: theme.gloss, english))
        let hasSecond = !isNamedInside && (leadsEnglish || !english.isEmpty)
        let label = "<b>\(first)</b>" + (hasSecond ? "&#160;&#160;\(second)" : "")
        return "label=<\(label)>; tooltip=\(DOTText.quoted(DrawingText.cleaned(cluster.ar))); "
            + "peripheries=1; style=\"rounded,filled\"; fillcolor=\"\(theme.frame(cluster.kind))\"; color=\"\(border)\"; "
            + "penwidth=0.8; fontsize=13; fontcolor=\"\(border)\"; "
            + "labeljust=l; margin=\(density.frameMargin);"
    }

    private func shortLine(_ text: String, _ width: Int) -> String {
        DrawingText.wrapped(DrawingText.cleaned(text), width: width, lines: 1).first ?? ""
    }

    func node(_ index: Int) -> String {
        let entity = diagram.entities[index]
        var result = "\(DOTText.identifier(entity.name)) [id=\"n\(index)\", class=\(entity.kind.rawValue), "
        result += place(ofNode: "n\(index)")
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
        if let placed = arrangement?.links["e\(link.number)"] {
            result += "pos=\"\(placed.line.text)\", "
            if let label = placed.label { result += "lp=\"\(DOTText.point(label.centre))\", " }
        }
        if let property = OntologyProperty(rawValue: link.key), density.setting.loose.contains(property) {
            result += "constraint=false, "
        }
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
