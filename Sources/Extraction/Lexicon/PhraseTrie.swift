/// A trie over sequences of symbols: the longest known name that begins at a token.
struct PhraseTrie: Sendable {
    /// Symbol of a first word → node; grown as needed.
    private var first: [Int32] = []
    /// (node, symbol) → node.
    private var next: [UInt64: Int32] = [:]
    /// Node → entry, -1 inside a name.
    private(set) var entry: [Int32] = []

    private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }

    /// Adds a name. The first entry given for a name stays.
    mutating func add(_ symbols: [Int32], entry value: Int32) {
        guard let head = symbols.first, head >= 0 else { return }
        while first.count <= Int(head) { first.append(-1) }
        if first[Int(head)] < 0 { first[Int(head)] = newNode() }
        var node = first[Int(head)]
        for symbol in symbols.dropFirst() {
            let key = Self.key(node, symbol)
            if let known = next[key] {
                node = known
            } else {
                let made = newNode()
                next[key] = made
                node = made
            }
        }
        if entry[Int(node)] < 0 { entry[Int(node)] = value }
    }

    private mutating func newNode() -> Int32 {
        entry.append(-1)
        return Int32(truncatingIfNeeded: entry.count - 1)
    }

    /// The node of a first word, -1 if no name begins with it.
    @inline(__always)
    func start(_ symbol: Int32) -> Int32 {
        symbol >= 0 && Int(symbol) < first.count ? first[Int(symbol)] : -1
    }

    /// The node behind `node` and `symbol`, -1 if there is none.
    @inline(__always)
    func step(_ node: Int32, _ symbol: Int32) -> Int32 {
        next[Self.key(node, symbol)] ?? -1
    }
}
