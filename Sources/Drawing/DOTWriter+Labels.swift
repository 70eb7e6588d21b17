import KnowledgeGraph

/// The labels and tooltips of nodes and links.
extension Page {
    private func row(_ inner: String) -> String { "<tr><td align=\"center\">\(inner)</td></tr>" }

    private func table(_ rows: String, attributes: String = "") -> String {
        "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"\(density.padding)\"\(attributes)>\(rows)</table>"
    }

    func gloss(_ text: String, size: Double? = nil) -> String {
        let isolated = DrawingText.isRightToLeft(text) ? DrawingText.isolated(text) : text
        return DOTText.font(
            DrawingText.isRightToLeft(text) ? options.arabicFont : options.latinFont,
            size: size ?? density.glossSize, color: theme.gloss,
            DOTText.markup(isolated))
    }

    /// The name, bold, in lines of even length; the other language below it; then what is known beside it.
    func label(of entity: Diagram.Entity) -> String {
        let name = DrawingText.cleaned(entity.label)
        let english = entity.english.map { DrawingText.cleaned($0) }
        let leadsEnglish = options.labels == .en && english?.isEmpty == false
        let (first, second) = leadsEnglish ? (english ?? name, Optional(name)) : (name, english)
        var rows = ""
        let shown = first.isEmpty ? DrawingText.cleaned(entity.name) : first
        let room = density.name(in: entity.kind)
        for line in DrawingText.wrapped(shown, width: room.width, lines: room.lines) {
            let text = DOTText.markup(DrawingText.isolated(line))
            let isLatin = !DrawingText.isRightToLeft(line)
            rows += row(
                "<b>\(isLatin ? DOTText.font(options.latinFont, size: density.nameSize - 2, color: theme.text, text) : text)</b>"
            )
        }
        if density.setting.hasGloss, let second, !second.isEmpty, second != shown {
            let lines = DrawingText.wrapped(second, width: density.glossWidth, lines: density.glossLines)
            // Where room is short, a second language that had to be cut would only take it; the tooltip has it whole.
            if density.level == .open || lines.last?.hasSuffix("…") != true {
                for line in lines { rows += row(gloss(line)) }
            }
        }
        for line in notes(of: entity) { rows += row(gloss(line, size: density.glossSize + 1)) }
        return table(rows)
    }

    /// What is written below a name: the sort of event and its dates, the state of an instrument, what was collapsed.
    private func notes(of entity: Diagram.Entity) -> [String] {
        var parts: [String] = []
        func values(_ property: OntologyProperty) -> [String] {
            entity.notes.filter { $0.key == property.rawValue }.map { note in
                note.isWord ? word(options.words[note.value]) : DrawingText.cleaned(note.value, limit: 40)
            }
        }
        if entity.kind == .event { parts.append(values(.kind).first ?? word(options.words[entity.type])) }
        let start = values(.startDate).first
        if let start {
            let end = values(.endDate).first
            parts.append(
                end == nil || end == start
                    ? Self.day(start) : "\(Self.day(start)) – \(Self.day(end ?? start))")
        } else if let text = values(.dateText).first {
            parts.append(text)
        }
        parts += values(.status)
        var lines =
            parts.isEmpty ? [] : DrawingText.wrapped(parts.joined(separator: " · "), width: 36, lines: 2)
        if entity.collapsed > 0 {
            let filled = options.words["word:collapsed"].filled(entity.collapsed)
            lines.append(options.labels == .en ? filled.en : filled.ar)
        }
        return lines
    }

    /// A date in digits, with a direction of its own: among Arabic letters its parts would change places. A day
    /// without a year loses its hyphens.
    static func day(_ date: String) -> String {
        let shown = date.utf8.starts(with: "--".utf8) ? String(date.dropFirst(2)) : date
        return "\(DrawingText.leftToRightIsolate)\(shown)\(DrawingText.endOfIsolate)"
    }

    func word(_ entry: DrawingWords.Entry) -> String { options.labels == .en ? entry.en : entry.ar }

    /// One cell on the background, so that the line does not run through the words.
    func label(of link: Diagram.Link) -> String {
        let entry = options.words[link.key]
        var rows = ""
        func add(_ text: String, _ qualifiers: [String]) {
            var text = text
            if !qualifiers.isEmpty { text += " (\(qualifiers.joined(separator: "، ")))" }
            if link.count > 1 { text += " ×\(link.count)" }
            for line in DrawingText.wrapped(text, width: density.linkWidth, lines: 3) {
                let isolated = DOTText.markup(DrawingText.isolated(line))
                let isLatin = !DrawingText.isRightToLeft(line)
                rows +=
                    "<tr><td>"
                    + (isLatin
                        ? DOTText.font(
                            options.latinFont, size: density.linkSize - 1.5, color: theme.linkText, isolated)
                        : isolated)
                    + "</td></tr>"
            }
        }
        if options.labels != .en { add(entry.ar, link.qualifiers.map { options.words[$0].ar }) }
        if options.labels != .ar { add(entry.en, link.qualifiers.map { options.words[$0].en }) }
        return table(rows, attributes: " bgcolor=\"\(theme.background)\"")
    }

    /// The full name, and the sentence that it first stands in.
    func tooltip(of index: Int) -> String {
        let entity = diagram.entities[index]
        var lines = [DrawingText.cleaned(entity.label)]
        if let english = entity.english { lines.append(DrawingText.cleaned(english)) }
        return lines.filter { !$0.isEmpty }.map(DrawingText.isolated).joined(separator: "\n")
    }

    /// What the link says in words, and the sentence that says it.
    func tooltip(of link: Diagram.Link) -> String {
        var lines = [sentence(of: link)]
        if let quote = quote(link.evidence.first) { lines.append(quote) }
        return lines.map(DrawingText.isolated).joined(separator: "\n")
    }

    /// «سعد المهيني ← المنصب ← …» in words.
    private func sentence(of link: Diagram.Link) -> String {
        let entry = options.words[link.key]
        let (from, to) = entry.way == .inverse ? (link.target, link.source) : (link.source, link.target)
        let names = [from, to].map { DrawingText.cleaned(diagram.entities[$0].label, limit: 120) }
        return "\(names[0]) – \(entry.ar) – \(names[1])"
    }

    private func quote(_ evidence: Evidence?) -> String? {
        guard let evidence else { return nil }
        guard let index = evidence.sentence, diagram.graph.sentences.indices.contains(Int(index)) else {
            return evidence.derivation == .background ? options.words["word:background"].ar : nil
        }
        let text = DrawingText.cleaned(diagram.graph.sentences[Int(index)].text, limit: 600)
        guard !text.isEmpty else { return nil }
        let quoted = "«\(text)»"
        return evidence.derivation == .read
            ? quoted : "\(options.words["word:\(evidence.derivation.rawValue)"].ar): \(quoted)"
    }
}
