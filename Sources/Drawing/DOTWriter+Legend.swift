import KnowledgeGraph

/// The title above the picture and the legend below it.
extension Page {
    /// The address of the document, if there is one document and its address is safe to link to.
    var sourceLink: String? {
        guard diagram.graph.documents.count == 1 else { return nil }
        return diagram.graph.documents[0].url.flatMap(SafeLink.checked)
    }

    /// Given, or the document's own, or what the picture is.
    var title: String {
        if let title = options.title.map({ DrawingText.cleaned($0) }), !title.isEmpty { return title }
        let documents = diagram.graph.documents
        if documents.count == 1, let title = documents[0].title.map({ DrawingText.cleaned($0) }),
            !title.isEmpty
        {
            return title
        }
        return word(options.words["word:untitled"])
    }

    var titleMarkup: String {
        var rows = ""
        let link = sourceLink.map { " href=\"\(DOTText.markup($0))\" target=\"_blank\" title=\" \"" } ?? ""
        for line in DrawingText.wrapped(title, width: 70, lines: 2) {
            rows += "<tr><td\(link)><b>\(DOTText.markup(DrawingText.isolated(line)))</b></td></tr>"
        }
        for line in [subtitle] + remarks where !line.isEmpty {
            rows += "<tr><td>\(gloss(line, size: 11))</td></tr>"
        }
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">\(rows)</table>"
    }

    /// Publisher and date of the one document, or how many documents there are.
    private var subtitle: String { subtitleParts.joined(separator: " · ") }

    var subtitleParts: [String] {
        let documents = diagram.graph.documents
        if documents.count > 1 {
            let filled = options.words["word:documents"].filled(documents.count)
            return [options.labels == .en ? filled.en : filled.ar]
        }
        let publisher = documents.first?.publisher.map { DrawingText.cleaned($0, limit: 80) }
        let date = documents.first?.date.map { Self.day(DrawingText.cleaned($0, limit: 20)) }
        return [publisher, date].compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// What the picture does not show.
    private var remarks: [String] {
        func both(_ entry: (ar: String, en: String)) -> String {
            switch options.labels {
            case .ar: entry.ar
            case .en: entry.en
            case .both: "\(DrawingText.isolated(entry.ar)) · \(DrawingText.isolated(entry.en))"
            }
        }
        var result: [String] = []
        let shown = diagram.entities.count
        if shown < diagram.totalEntities {
            result.append(both(options.words["word:shown"].filled(shown, diagram.totalEntities)))
        }
        if diagram.hiddenLinks > 0 {
            result.append(both(options.words["word:secondary"].filled(diagram.hiddenLinks)))
        }
        if !isLabelled, !diagram.links.isEmpty {
            result.append(both(options.words["word:unlabelled"].filled()))
        }
        return result
    }

    /// The kinds that occur, each in its own shape, and what the lines mean. All stand in the first rank, which
    /// the picture rarely fills, one after the other by invisible edges.
    mutating func writeLegend() {
        let present = Set(diagram.entities.map(\.kind))
        let kinds = DrawnKind.allCases.filter(present.contains)
        guard !kinds.isEmpty else { return }
        let heading = options.words["word:legend"]
        line("subgraph \(Self.legendFrame) {", indent: 1)
        line(
            "label=<<b>\(DOTText.markup(DrawingText.isolated(heading.ar)))</b>&#160;&#160;\(legendGloss(heading.en))>; "
                + "tooltip=\" \"; peripheries=1; style=\"rounded\"; color=\"\(theme.link)\"; penwidth=0.5; fontsize=12; "
                + "fontcolor=\"\(theme.text)\"; labelloc=t; labeljust=c; margin=8;"
                + place(ofFrame: Self.legendFrame), indent: 2)
        var names: [String] = []
        for kind in kinds {
            let (name, entry) = ("legend." + kind.rawValue, options.words["kind:" + kind.rawValue])
            let label = pair(DOTText.markup(DrawingText.isolated(entry.ar)), entry.en)
            line(
                "\(DOTText.identifier(name)) [id=\(DOTText.quoted(name)), class=legend, \(place(ofNode: name))\(appearance(of: kind)), fontsize=11, "
                    + "label=<\(label)>, tooltip=\" \"];", indent: 2)
            names.append(name)
        }
        if !diagram.links.isEmpty {
            let name = Self.legendLines
            line(
                "\(DOTText.identifier(name)) [id=\(DOTText.quoted(name)), class=legend, \(place(ofNode: name))shape=plain, fontsize=11, "
                    + "label=<\(lines)>, tooltip=\" \"];", indent: 2)
            names.append(name)
        }
        writeGrid(names, columns: legendColumns(names.count))
        line("}", indent: 1)
    }

    /// What is linked to nothing here, in a frame of its own.
    mutating func writeApart(_ entities: [Int]) {
        let entry = options.words["cluster:apart"]
        line("subgraph \(Self.apartFrame) {", indent: 1)
        line(
            "label=<<b>\(DOTText.markup(DrawingText.isolated(entry.ar)))</b>&#160;&#160;\(legendGloss(entry.en))>; "
                + "tooltip=\" \"; peripheries=1; style=\"rounded,dotted\"; color=\"\(theme.link)\"; penwidth=0.8; "
                + "fontsize=12; fontcolor=\"\(theme.text)\"; labelloc=t; labeljust=l; margin=8;"
                + place(ofFrame: Self.apartFrame), indent: 2)
        for entity in entities { line(node(entity), indent: 2) }
        writeGrid(entities.map { diagram.entities[$0].name }, columns: entities.count > 24 ? 6 : 4)
        line("}", indent: 1)
    }

    static let legendFrame = "cluster_legend"
    static let apartFrame = "cluster_apart"
    /// The identifier of the node that shows what lines mean.
    static let legendLines = "legend.lines"

    /// The blocks that stand beside what is linked.
    var blocks: [Arrangement.Block] {
        let kinds = Set(diagram.entities.map(\.kind))
        var legend = DrawnKind.allCases.filter(kinds.contains).map { "legend." + $0.rawValue }
        if !diagram.links.isEmpty { legend.append(Self.legendLines) }
        return [
            Arrangement.Block(frame: Self.apartFrame, nodes: apart.map { "n\($0)" }),
            Arrangement.Block(frame: Self.legendFrame, nodes: options.legend ? legend : []),
        ]
    }

    /// As many ranks as the longest chain of links takes, so that the legend is a low strip along the picture.
    private func legendColumns(_ count: Int) -> Int {
        var depth = [Int](repeating: 1, count: diagram.entities.count)
        for _ in 0..<12 {
            var isSettled = true
            for link in diagram.links where link.source != link.target {
                let isInverse = options.words[link.key].way == .inverse
                let (tail, head) = isInverse ? (link.target, link.source) : (link.source, link.target)
                if depth[head] <= depth[tail], depth[tail] < 12 {
                    depth[head] = depth[tail] + 1
                    isSettled = false
                }
            }
            if isSettled { break }
        }
        return min(count, max(4, depth.max() ?? 4))
    }

    /// Sets nodes in ranks of equal length, held together by invisible edges. Graphviz fills a rank from below, or from
    /// the left; the grid is read from above, or from the right.
    private mutating func writeGrid(_ names: [String], columns: Int) {
        let height = (names.count + columns - 1) / max(columns, 1)
        guard height > 0 else { return }
        let identifiers = names.map(DOTText.identifier)
        var heads: [String] = []
        for start in stride(from: 0, to: names.count, by: height) {
            let rank = identifiers[start..<min(start + height, names.count)]
            heads.append(identifiers[start])
            guard rank.count > 1 else { continue }
            line("{ rank=same; \(rank.joined(separator: "; ")) }", indent: 2)
            line("\(rank.reversed().joined(separator: " -> ")) [style=invis];", indent: 2)
        }
        if heads.count > 1 { line("\(heads.joined(separator: " -> ")) [style=invis];", indent: 2) }
    }

    /// What solid, dashed and dotted lines mean, as far as they occur.
    private var lines: String {
        let derivations = Set(diagram.links.map(\.derivation))
        var rows = ""
        for (derivation, style) in [
            (Evidence.Derivation.read, "solid"), (.inferred, "dashed"), (.background, "dotted"),
        ] where derivations.contains(derivation) {
            let entry = options.words["word:\(derivation.rawValue)"]
            rows += "<tr><td>\(pair(DOTText.markup(DrawingText.isolated(entry.ar)), entry.en))</td>"
            // A cell of which only the lower side is drawn, above one of the same height.
            rows += "<td><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr>"
            rows +=
                "<td width=\"44\" height=\"10\" border=\"1\" sides=\"b\" style=\"\(style)\" color=\"\(theme.link)\">"
            rows += "</td></tr><tr><td height=\"10\"></td></tr></table></td></tr>"
        }
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">\(rows)</table>"
    }

    private func legendGloss(_ text: String) -> String {
        DOTText.font(options.latinFont, size: 9, color: theme.gloss, DOTText.markup(text))
    }

    private func pair(_ arabic: String, _ english: String) -> String {
        "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\"><tr><td>\(arabic)</td></tr>"
            + "<tr><td>\(legendGloss(english))</td></tr></table>"
    }
}
