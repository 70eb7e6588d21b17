/// How a picture is to look.
public struct DrawingOptions: Sendable {
    /// The direction in which ranks follow each other; right to left reads naturally in Arabic.
    public enum RankDirection: String, Sendable, CaseIterable {
        case rightToLeft = "RL"
        case leftToRight = "LR"
        case topToBottom = "TB"
        case bottomToTop = "BT"
    }

    /// The language of the labels of links, and which of a node's two names stands first.
    public enum LabelLanguage: String, Sendable, CaseIterable { case ar, en, both }

    public var rankDirection = RankDirection.rightToLeft
    public var labels = LabelLanguage.ar
    public var theme = Theme.light
    /// The font of Arabic text, which has to have its letters.
    public var arabicFont = "Noto Naskh Arabic"
    /// The font of Latin text.
    public var latinFont = "Noto Sans"
    /// The title; nil takes the document's.
    public var title: String?
    /// Whether the legend is drawn.
    public var legend = true
    /// Whether links that follow from others or matter less are drawn too; the picture says how many it leaves out.
    public var secondaryLinks = false
    /// Up to how many entities links carry their labels.
    public var labelledLimit = 60
    /// The words of the picture.
    public var words = DrawingWords.builtIn

    public init() {}
}
