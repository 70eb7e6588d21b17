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
        var placed: [UInt8]?
        return try render(diagram, as: format, placed: &placed)
    }

    /// The files of several formats, all of one layout.
    /// - Throws: `Graphviz.Failure`, for formats other than `.dot`.
    public func render(
        _ diagram: Diagram, as formats: [Format]
    ) throws(Graphviz.Failure) -> [Graphviz.Output] {
        var placed: [UInt8]?
        var outputs: [Graphviz.Output] = []
        for format in formats { outputs.append(try render(diagram, as: format, placed: &placed)) }
        return outputs
    }

    private func render(
        _ diagram: Diagram, as format: Format, placed: inout [UInt8]?
    ) throws(Graphviz.Failure) -> Graphviz.Output {
        if format == .dot {
            return Graphviz.Output(bytes: DOTWriter(options: options).write(diagram), warnings: "")
        }
        let dot: [UInt8]
        if let placed { dot = placed } else { dot = try arranged(diagram) }
        placed = dot
        switch format {
        case .png: return try graphviz.render(dot, as: .png, isPlaced: true)
        case .pdf: return try graphviz.render(dot, as: .pdf, isPlaced: true)
        case .svg, .html, .dot:
            var output = try graphviz.render(dot, as: .svg, isPlaced: true)
            var finisher = SVGFinisher()
            finisher.title = Page(diagram: diagram, options: options).title
            output.bytes = finisher.finish(output.bytes)
            if format == .html {
                output.bytes = PageWriter(options: options).write(diagram, svg: output.bytes)
            }
            return output
        }
    }

    /// The DOT file in which everything has its place: what is linked as `dot` lays it out, the rest around it. The
    /// first setting is taken that leaves names readable on a page, else the one that leaves them largest.
    func arranged(_ diagram: Diagram) throws(Graphviz.Failure) -> [UInt8] {
        var writer = DOTWriter(options: options)
        let page = writer.page(of: diagram)
        guard page.apart.count < page.diagram.entities.count else {
            return try graphviz.render(writer.write(diagram), as: .dot).bytes
        }
        var best: (arrangement: Arrangement, setting: DrawingDensity.Setting, size: Double)?
        var aside = Layout(xdot: [])
        var width = 0
        for setting in page.density.settings {
            if !setting.hasGloss, let best, best.size >= DrawingDensity.small { break }
            writer.setting = setting
            writer.part = .main
            let main = Layout(xdot: try graphviz.render(writer.write(diagram), as: .xdot).bytes)
            if width != setting.nameWidth || !setting.hasGloss {
                writer.part = .aside
                aside = Layout(xdot: try graphviz.render(writer.write(diagram), as: .xdot).bytes)
                width = setting.nameWidth
            }
            let arrangement = Arrangement(
                main, aside: aside, blocks: page.blocks, readsFromRight: options.labels != .en)
            let size = page.density.nameSize * Arrangement.scaleOnA4(arrangement.box)
            if best.map({ size > $0.size }) ?? true { best = (arrangement, setting, size) }
            if size >= DrawingDensity.readable { break }
        }
        writer.setting = best?.setting
        writer.part = best.map { .placed($0.arrangement.settled()) } ?? .whole
        return writer.write(diagram)
    }
}
