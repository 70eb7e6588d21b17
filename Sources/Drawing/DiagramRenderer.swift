import KnowledgeGraph

/// Makes the finished file of a diagram.
public struct DiagramRenderer: Sendable {
    /// What can be made, by suffix.
    public enum Format: String, Sendable, CaseIterable {
        case svg, png, pdf, html, dot

        /// The format that a file's suffix stands for.
        public init?(path: String) {
            guard let stop = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
            let suffix = path[path.utf8.index(after: stop)...].lowercased()
            self.init(rawValue: suffix == "gv" ? "dot" : suffix == "htm" ? "html" : suffix)
        }
    }

    public var options: DrawingOptions
    public var graphviz: Graphviz

    public init(options: DrawingOptions = DrawingOptions(), graphviz: Graphviz = Graphviz()) {
        (self.options, self.graphviz) = (options, graphviz)
    }

    /// - Throws: `Graphviz.Failure`, for formats other than `.dot`.
    public func render(_ diagram: Diagram, as format: Format) throws(Graphviz.Failure) -> Graphviz.Output {
        if format == .dot {
            return Graphviz.Output(bytes: DOTWriter(options: options).write(diagram), warnings: "")
        }
        let first = try graphviz.render(DOTWriter(options: options).write(diagram), as: .svg)
        // The same layout once more, with the titles of the frames where no link runs through them.
        var writer = DOTWriter(options: options)
        writer.titlePlaces = FrameTitles(svg: first.bytes).places
        let dot = writer.write(diagram)
        switch format {
        case .png: return try graphviz.render(dot, as: .png)
        case .pdf: return try graphviz.render(dot, as: .pdf)
        case .svg, .html, .dot:
            var output = writer.titlePlaces.isEmpty ? first : try graphviz.render(dot, as: .svg)
            var finisher = SVGFinisher()
            finisher.title = Page(diagram: diagram, options: options).title
            output.bytes = finisher.finish(output.bytes)
            if format == .html {
                output.bytes = PageWriter(options: options).write(diagram, svg: output.bytes)
            }
            return output
        }
    }
}
