/// A trie over sequences of symbols: the longest known name that begins at a token.
struct PhraseTrie: Sendable {
    /// Symbol of a first word → node; grown as needed.
    private var first: [Int32] = []
    /// (node, symbol) → node: open addressing; 0 is a free place, since keys count nodes from 1.
    private var keys: [UInt64]
    private var values: [Int32]
    private var count = 0
    /// Node → entry, -1 inside a name.
    private(set) var entry: [Int32] = []

    /// - Parameter capacity: number of words of all names, as far as known.
    init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
    }

    @inline(__always)
    private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        (UInt64(UInt32(bitPattern: node)) &+ 1) << 32 | UInt64(UInt32(bitPattern: symbol))
    }

    /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    /// Adds a name. The first entry given for a name stays.
    mutating func add(_ symbols: [Int32], entry value: Int32) {
        guard let head = symbols.first, head >= 0 else { return }
        if first.count <= Int(head) {
            first.append(contentsOf: repeatElement(-1, count: Int(head) + 1 - first.count))
        }
        if first[Int(head)] < 0 { first[Int(head)] = newNode() }
        var node = first[Int(head)]
        for symbol in symbols.dropFirst() {
            let key = Self.key(node, symbol)
            let slot = slot(of: key)
            if keys[slot] == key {
                node = values[slot]
            } else {
                let made = newNode()
                (keys[slot], values[slot]) = (key, made)
                count += 1
                if count * 2 > keys.count { grow() }
                node = made
            }
        }
        if entry[Int(node)] < 0 { entry[Int(node)] = value }
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        values = [Int32](repeating: -1, count: oldKeys.count * 2)
        for (index, key) in oldKeys.enumerated() where key != 0 {
            let slot = slot(of: key)
            (keys[slot], values[slot]) = (key, oldValues[index])
        }
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
        values[slot(of: Self.key(node, symbol))]
    }
}
