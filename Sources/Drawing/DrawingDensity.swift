import KnowledgeGraph

/// How closely a picture is set, so that what it holds stays readable on a page of A4.
struct DrawingDensity {
    enum Level: Int, Comparable {
        /// Up to 30 entities: room for both languages and every frame.
        case open
        /// Up to 60: narrower names, one line of the second language, frames around bodies alone.
        case dense
        /// More: no labels on links either.
        case crowded

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// What may be chosen for a picture by how it turns out.
    struct Setting: Equatable {
        /// Of names, in columns.
        var nameWidth: Int
        /// Whether the leaves of a wide fan take several ranks in turn; in one they are a column as high as the page.
        var staggersFans = false
        /// Links that may run against the ranks: what they join stands where its other links put it.
        var loose: Set<OntologyProperty> = []
        /// Whether the second language stands below the names.
        var hasGloss = true
    }

    let level: Level
    var setting: Setting

    init(entities: Int, labelledLimit: Int) {
        level = entities > labelledLimit ? .crowded : entities > 30 ? .dense : .open
        setting = Setting(nameWidth: level == .open ? 26 : 18, staggersFans: level == .crowded)
    }

    /// What is tried, the best liked first.
    var settings: [Setting] {
        switch level {
        case .open: return [Setting(nameWidth: 26), Setting(nameWidth: 20)]
        case .dense:
            let audience: Set<OntologyProperty> = [.audience, .participant]
            let hosts = audience.union([.organizer])
            let free: [Set<OntologyProperty>] = [[], audience, hosts]
            let full =
                [18, 22, 15].map { Setting(nameWidth: $0) }
                + free.dropFirst().map { Setting(nameWidth: 18, loose: $0) }
                + free.map { Setting(nameWidth: 18, staggersFans: true, loose: $0) }
            return full + free.map { Setting(nameWidth: 18, loose: $0, hasGloss: false) }
        case .crowded: return [setting]
        }
    }

    private var nameWidth: Int { setting.nameWidth }

    /// Shapes with slanted sides grow in both directions with what is in them.
    func name(in kind: DrawnKind) -> (width: Int, lines: Int) {
        guard level > .open else { return (nameWidth, 3) }
        return kind.isSlanted ? (nameWidth - 2, 3) : (nameWidth, 4)
    }

    var glossWidth: Int { level == .open ? 36 : 24 }
    var glossLines: Int { level == .open ? 2 : 1 }
    var linkWidth: Int { level == .open ? 24 : 9 }

    /// In points. A dense picture is made smaller on the page, so that its letters have to be larger.
    var nameSize: Double { level == .open ? 13 : 17 }
    var glossSize: Double { level == .open ? 9 : 11 }
    var linkSize: Double { level == .open ? 10.5 : 12 }
    var padding: Int { level == .open ? 1 : 0 }
    var frameMargin: Int { level == .open ? 10 : 6 }

    /// In inches, as Graphviz takes them.
    var nodeSeparation: String { level == .open ? "0.25" : "0.1" }
    var rankSeparation: String {
        switch level {
        case .open: "0.5"
        case .dense: "0.2"
        case .crowded: "0.9"
        }
    }

    /// From this many on, the entities that hang on one other alone are a fan.
    var fan: Int { 5 }

    /// Over how many ranks the leaves of a fan are set.
    func fanRanks(_ count: Int) -> Int { min(6, max(2, (count + 5) / 6)) }

    /// From this size of names on a page on, nothing else is tried. In points.
    static let readable = 7.0
    /// Below this size the second language is given up.
    static let small = 6.8
}
