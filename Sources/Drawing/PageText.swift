import KnowledgeGraph

/// The text of a page, cut where mentions and evidence begin and end.
struct PageText {
    let diagram: Diagram
    let words: DrawingWords
    let isEnglish: Bool

    /// A stretch of a document: a paragraph, or a sentence where the text itself was not kept.
    private struct Chunk {
        let start: Int
        let scalars: ArraySlice<Unicode.Scalar>
    }

    private struct Span {
        let start: Int
        let end: Int
        /// The index of an entity or of a link.
        let index: Int
        let isEntity: Bool
    }

    var html: String {
        let spans = spans()
        var out = ""
        let graph = diagram.graph
        for (number, document) in graph.documents.enumerated() {
            if graph.documents.count > 1 {
                out += "<h2>\(XMLText.escaped(DrawingText.cleaned(document.title ?? document.name)))</h2>\n"
            }
            for chunk in chunks(of: number, document) {
                out += "<p>" + cut(chunk, spans[number, default: []]) + "</p>\n"
            }
        }
        if out.isEmpty {
            let entry = words["word:no-text"]
            out = "<p>\(XMLText.escaped(isEnglish ? entry.en : entry.ar))</p>\n"
        }
        return out
    }

    /// By document, by start.
    private func spans() -> [Int: [Span]] {
        let graph = diagram.graph
        var places: [NodeID: Int] = [:]
        for (index, entity) in diagram.entities.enumerated() { places[entity.id] = index }
        var spans: [Int: [Span]] = [:]
        for mention in graph.mentions {
            guard let index = places[mention.node] else { continue }
            spans[Int(mention.document), default: []].append(
                Span(
                    start: Int(mention.range.lowerBound), end: Int(mention.range.upperBound), index: index,
                    isEntity: true))
        }
        for (index, link) in diagram.links.enumerated() {
            for evidence in link.evidence {
                let sentence = evidence.sentence.flatMap { place in
                    graph.sentences.indices.contains(Int(place)) ? graph.sentences[Int(place)].range : nil
                }
                guard let range = evidence.range ?? sentence else { continue }
                spans[Int(evidence.document), default: []].append(
                    Span(
                        start: Int(range.lowerBound), end: Int(range.upperBound), index: index,
                        isEntity: false))
            }
        }
        return spans.mapValues { list in
            list.sorted { ($0.start, $0.end, $0.index) < ($1.start, $1.end, $1.index) }
        }
    }

    private func chunks(of number: Int, _ document: DocumentRecord) -> [Chunk] {
        if let text = document.text {
            let scalars = Array(text.unicodeScalars)
            var chunks: [Chunk] = []
            var start = 0
            for end in 0...scalars.count where end == scalars.count || scalars[end] == "\n" {
                if end > start { chunks.append(Chunk(start: start, scalars: scalars[start..<end])) }
                start = end + 1
            }
            return chunks
        }
        return diagram.graph.sentences
            .filter { Int($0.document) == number }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
            .map { Chunk(start: Int($0.range.lowerBound), scalars: ArraySlice($0.text.unicodeScalars)) }
    }

    private func cut(_ chunk: Chunk, _ spans: [Span]) -> String {
        let end = chunk.start + chunk.scalars.count
        let inside = spans.filter { $0.start < end && $0.end > chunk.start && $0.end > $0.start }
        let bounds = Set(
            inside.flatMap { [max($0.start, chunk.start), min($0.end, end)] } + [chunk.start, end]
        ).sorted()
        var out = ""
        for (from, to) in zip(bounds, bounds.dropFirst()) {
            let first = chunk.scalars.startIndex + from - chunk.start
            let piece = chunk.scalars[first..<(first + to - from)]
            let text = XMLText.escaped(String(String.UnicodeScalarView(piece)))
            let here = inside.filter { $0.start <= from && $0.end >= to }
            let nodes = Set(here.filter(\.isEntity).map(\.index)).sorted().map(String.init).joined(
                separator: " ")
            let links = Set(here.filter { !$0.isEntity }.map(\.index)).sorted().map(String.init).joined(
                separator: " ")
            if nodes.isEmpty, links.isEmpty {
                out += text
            } else {
                out +=
                    "<span\(nodes.isEmpty ? "" : " data-n=\"\(nodes)\"")\(links.isEmpty ? "" : " data-e=\"\(links)\"")>\(text)</span>"
            }
        }
        return out
    }
}
