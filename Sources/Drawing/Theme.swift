/// The colours of a picture.
///
/// The fills and borders of the light theme were chosen for text above 15:1 on every fill, borders above 4.5:1 on
/// the background, and for what remains of them under simulated colour blindness; the tests measure all three.
public enum Theme: String, Sendable, CaseIterable {
    case light, dark
    /// Black on white, for printers without colour: shape alone tells the kind.
    case print

    /// Colours as `#RRGGBB`.
    public struct Pair: Sendable, Equatable {
        public let fill: String
        public let border: String
    }

    public var background: String { self == .dark ? "#15191E" : "#FFFFFF" }
    public var text: String { self == .dark ? "#F4F6F8" : "#111111" }
    /// For the second language beside the first.
    public var gloss: String { self == .dark ? "#C3CBD3" : "#333333" }
    public var link: String { self == .dark ? "#9AA5B1" : "#555555" }
    public var linkText: String { self == .dark ? "#DDE3E9" : "#222222" }

    public subscript(kind: DrawnKind) -> Pair {
        switch self {
        case .light: light(kind)
        case .dark: dark(kind)
        case .print:
            Pair(fill: kind == .role || kind == .topic ? "#FFFFFF" : "#F2F2F2", border: "#222222")
        }
    }

    private func light(_ kind: DrawnKind) -> Pair {
        switch kind {
        case .person, .group: Pair(fill: "#D5F0E6", border: "#00674B")
        case .role, .statement: Pair(fill: "#FFFFFF", border: "#333333")
        case .body, .international: Pair(fill: "#D6EBF8", border: "#0B5C8F")
        case .committee: Pair(fill: "#F6E1EE", border: "#8E3B72")
        case .event, .objective: Pair(fill: "#FBE3D6", border: "#A33C00")
        case .instrument: Pair(fill: "#FFF6C2", border: "#7A6A00")
        case .country, .place: Pair(fill: "#F0F0F0", border: "#555555")
        case .media: Pair(fill: "#E6E3F4", border: "#4B3F8F")
        case .topic: Pair(fill: "#FFFFFF", border: "#6B6B6B")
        }
    }

    private func dark(_ kind: DrawnKind) -> Pair {
        switch kind {
        case .person, .group: Pair(fill: "#0E3B2E", border: "#4CC9A0")
        case .role, .statement: Pair(fill: "#22282F", border: "#C9D1D9")
        case .body, .international: Pair(fill: "#0D334C", border: "#63B3E6")
        case .committee: Pair(fill: "#44213A", border: "#E08CC2")
        case .event, .objective: Pair(fill: "#4A2410", border: "#F09A66")
        case .instrument: Pair(fill: "#3B3505", border: "#D9C53A")
        case .country, .place: Pair(fill: "#33383E", border: "#A9B1B9")
        case .media: Pair(fill: "#2C2750", border: "#A99DF0")
        case .topic: Pair(fill: "#15191E", border: "#98A2AC")
        }
    }

    /// The fill of the frame around what belongs to a thing of this kind.
    public func frame(_ kind: DrawnKind) -> String {
        switch self {
        case .print: "#FFFFFF"
        case .light:
            switch kind {
            case .committee: "#FDF7FB"
            case .event: "#FEF8F4"
            case .instrument: "#FFFDF0"
            default: "#F4FAFE"
            }
        case .dark:
            switch kind {
            case .committee: "#211821"
            case .event: "#211A17"
            case .instrument: "#1E1D14"
            default: "#151F28"
            }
        }
    }
}
