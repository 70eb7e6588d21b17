import ArgumentParser
import Drawing
import KnowledgeGraph

/// How a picture looks.
struct DrawingLookOptions: ParsableArguments {
    @Option(help: "Direction of the ranks: RL, LR, TB or BT.")
    var rankdir = DrawingOptions.RankDirection.rightToLeft

    @Option(help: "Language of the labels of links: ar, en or both.")
    var labels = DrawingOptions.LabelLanguage.ar

    @Option(help: "Font of the Arabic text.")
    var font = DrawingOptions().arabicFont

    @Option(help: "Colours: light, dark or print.")
    var theme = Theme.light

    @Option(help: ArgumentHelp("Title of the picture; else the document's own.", valueName: "text"))
    var title: String?

    @Flag(help: "Draws the links, too, that follow from others or matter less.")
    var allLinks = false

    @Flag(inversion: .prefixedNo, help: "A legend of shapes and lines.")
    var legend = true

    var drawing: DrawingOptions {
        var options = DrawingOptions()
        (options.rankDirection, options.labels, options.theme) = (rankdir, labels, theme)
        (options.arabicFont, options.title, options.secondaryLinks, options.legend) = (
            font, title, allLinks, legend
        )
        return options
    }
}

/// What of a graph is drawn.
struct DrawingPartOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Draws only what is near a thing of this name.", valueName: "name"))
    var focus: String?

    @Option(help: "How many links away from the focus.")
    var hops = 1

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Draws only these classes, with those below them: Person, Post, Ministry …", valueName: "class"))
    var types: [OntologyClass] = []

    @Option(help: "Draws only the things with the most links.")
    var topK: Int?

    @Flag(help: "One node for each ministry, committee or other body with all that belongs to it.")
    var collapse = false

    @Option(
        help: """
            The most things that are drawn. Default: all up to \(DiagramSelection.drawableCount), else the \
            \(DiagramSelection.readableCount) with the most links.
            """)
    var maxNodes: Int?

    func validate() throws {
        guard hops >= 0 else { throw ValidationError("--hops is 0 or more") }
        for (name, value) in [("--top-k", topK), ("--max-nodes", maxNodes)] {
            if let value, value < 1 { throw ValidationError("\(name) is 1 or more") }
        }
    }

    var selection: DiagramSelection {
        var selection = DiagramSelection()
        (selection.focus, selection.hops, selection.types) = (focus, hops, types)
        (selection.topK, selection.collapse, selection.maxNodes) = (topK, collapse, maxNodes)
        return selection
    }
}

extension DrawingOptions.RankDirection: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
extension DrawingOptions.LabelLanguage: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
extension OntologyClass: ExpressibleByArgument {
    /// Whatever the case of its letters.
    public init?(argument: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() })
        else {
            return nil
        }
        self = found
    }
}
