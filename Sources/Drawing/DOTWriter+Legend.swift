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
        if documents.count == 1, let title = documents[0].title.map({ DrawingText.cleaned($0) }), !title.isEmpty {
            return title
        }
        return word(options.words["word:untitled"])
    }

    var titleMarkup: String {
        var rows = ""
        for line in DrawingText.wrapped(title, width: 70, lines: 2) {
            rows += "<tr><td><b>\(DOTText.markup(DrawingText.isolated(line)))</b></td></tr>"
        }
        for line in [subtitle] + remarks where !line.isEmpty {
            rows += "<tr><td>\(gloss(line, size: 11))</td></tr>"
        }
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">\(rows)</table>"
    }

    /// Publisher and date of the one document, or how many documents there are.
    private var subtitle: String {
        let documents = diagram.graph.documents
        if documents.count > 1 {
            let filled = options.words["word:documents"].filled(documents.count)
            return options.labels == .en ? filled.en : filled.ar
        }
        let parts = [documents.first?.publisher, documents.first?.date].compactMap { $0 }
        return parts.map { DrawingText.cleaned($0, limit: 80) }.joined(separator: " · ")
    }

    /// What the picture does not show.
    private var remarks: [String] {
        func both(_ entry: (ar: String, en: String)) -> String {
            switch options.labels {
            case .ar: entry.ar
            case .en: entry.en
            case .both: "\(entry.ar) · \(entry.en)"
            }
        }
        var result: [String] = []
        let shown = diagram.entities.count
        if shown < diagram.totalEntities {
            result.append(both(options.words["word:shown"].filled(shown, diagram.totalEntities)))
        }
        if diagram.impliedLinks > 0 { result.append(both(options.words["word:implied"].filled(diagram.impliedLinks))) }
        if !isLabelled, !diagram.links.isEmpty { result.append(both(options.words["word:unlabelled"].filled())) }
        return result
    }

    /// The kinds that occur, and what the lines mean; from right to left under `rankdir=RL` and `LR` alike, since the
    /// cells are written in the order in which they appear from the left.
    var legend: String {
        var cells: [String] = []
        let present = Set(diagram.entities.map(\.kind))
        cells.append(heading)
        for kind in DrawnKind.allCases where present.contains(kind) { cells.append(swatch(kind)) }
        let derivations = Set(diagram.links.map(\.derivation))
        for (derivation, sample) in [
            (Evidence.Derivation.read, "———"), (.inferred, "- - -"), (.background, "· · · ·"),
        ] where derivations.contains(derivation) {
            let entry = options.words["word:\(derivation.rawValue)"]
            cells.append("<td>\(DOTText.markup(DrawingText.isolated(entry.ar)))</td>")
            cells.append("<td>\(gloss("\(sample) \(entry.en)"))</td>")
        }
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"5\" cellpadding=\"3\"><tr>"
            + cells.reversed().joined() + "</tr></table>"
    }

    private var heading: String {
        let entry = options.words["word:legend"]
        return "<td>" + pair("<b>\(DOTText.markup(DrawingText.isolated(entry.ar)))</b>", entry.en) + "</td>"
    }

    private func swatch(_ kind: DrawnKind) -> String {
        let entry = options.words["kind:" + kind.rawValue]
        let colors = theme[kind]
        let style = kind == .topic ? " style=\"rounded,dashed\"" : kind == .role ? " style=\"rounded\"" : ""
        return "<td bgcolor=\"\(colors.fill)\" border=\"1\" color=\"\(colors.border)\"\(style)>"
            + pair(DOTText.markup(DrawingText.isolated(entry.ar)), entry.en) + "</td>"
    }

    private func pair(_ arabic: String, _ english: String) -> String {
        "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td>\(arabic)</td></tr>"
            + "<tr><td>\(gloss(english, size: 8.5))</td></tr></table>"
    }
}
