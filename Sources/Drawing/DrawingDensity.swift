/// How closely a picture is set, so that what it holds stays readable on a page of A4.
enum DrawingDensity: Int, Comparable {
    /// Up to 30 entities: room for both languages and every frame.
    case open
    /// Up to 60: narrower names, one line of the second language, frames around bodies alone.
    case dense
    /// More: no labels on links either.
    case crowded

    init(entities: Int, labelledLimit: Int) {
        self = entities > labelledLimit ? .crowded : entities > 30 ? .dense : .open
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// In columns.
    var nameWidth: Int { self == .open ? 26 : 22 }
    var glossWidth: Int { self == .open ? 36 : 28 }
    var glossLines: Int { self == .open ? 2 : 1 }
    var linkWidth: Int { self == .open ? 24 : 14 }

    /// In points. A dense picture is made smaller on the page, so that its letters have to be larger.
    var nameSize: Double { self == .open ? 13 : 17 }
    var glossSize: Double { self == .open ? 9 : 11 }
    var linkSize: Double { self == .open ? 10.5 : 12 }

    /// In inches, as Graphviz takes them.
    var nodeSeparation: String { self == .open ? "0.25" : "0.12" }
    var rankSeparation: String {
        switch self {
        case .open: "0.75"
        case .dense: "0.35"
        case .crowded: "0.9"
        }
    }

    /// From this many on, the entities that hang on one other alone are set in `fanRanks` ranks in turn.
    var fan: Int { 5 }
    var fanRanks: Int { 3 }
}
