/// Interns folded words: the same bytes get the same number, from 0 upward, in the order of first sight.
///
/// Open addressing over an arena of bytes. A frozen table is shared by all copies, each of which adds the words of its
/// own documents on top.
public struct SymbolTable: Sendable {
    /// What was interned before the last `freeze()`.
    private var base: Frozen?
    private var words: Words

    private final class Frozen: Sendable {
        let words: Words
        init(_ words: Words) { self.words = words }
    }

    public init(capacity: Int = 1 << 12) { words = Words(first: 0, capacity: capacity) }

    /// Number of symbols.
    public var count: Int { Int(words.first) + words.count }

    /// Makes what is interned so far common to all copies. A table is frozen once.
    mutating func freeze() {
        guard base == nil else { return }
        base = Frozen(words)
        words = Words(first: Int32(truncatingIfNeeded: count), capacity: 1 << 11)
    }

    /// The symbol of `bytes`, made if it is new.
    public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = Words.hash(bytes)
        if let known = base?.words.place(of: bytes, hash).symbol, known >= 0 { return known }
        return words.intern(bytes, hash)
    }

    /// The symbol of `bytes`, or -1.
    public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = Words.hash(bytes)
        if let known = base?.words.place(of: bytes, hash).symbol, known >= 0 { return known }
        return words.count == 0 ? -1 : words.place(of: bytes, hash).symbol
    }

    public mutating func intern(_ bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBufferPointer { intern($0) }
    }

    public func find(_ bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBufferPointer { find($0) }
    }

    /// The bytes of a symbol.
    public func bytes(of symbol: Int32) -> ArraySlice<UInt8> {
        if let base, symbol < words.first { return base.words.bytes(of: symbol) }
        return words.bytes(of: symbol)
    }

    public func text(of symbol: Int32) -> String {
        symbol < 0 ? "" : String(decoding: bytes(of: symbol), as: UTF8.self)
    }
}

/// The words of one layer of a table.
private struct Words: Sendable {
    /// The symbol of its first word.
    let first: Int32
    private var arena: [UInt8] = []
    private var starts: [Int32] = [0]
    /// The upper half holds the hash, the lower the symbol; `free` where there is none.
    private var slots: [UInt64]
    private var mask: Int

    private static let free = UInt64.max

    init(first: Int32, capacity: Int) {
        self.first = first
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt64](repeating: Self.free, count: size)
        mask = size - 1
        starts.reserveCapacity(capacity + 1)
        arena.reserveCapacity(capacity * 12)
    }

    var count: Int { starts.count - 1 }

    func bytes(of symbol: Int32) -> ArraySlice<UInt8> {
        let index = Int(symbol - first)
        return arena[Int(starts[index])..<Int(starts[index + 1])]
    }

    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
        let (slot, known) = place(of: bytes, hash)
        if known >= 0 { return known }
        let symbol = first + Int32(truncatingIfNeeded: count)
        slots[slot] = hash << 32 | UInt64(UInt32(bitPattern: symbol))
        arena.append(contentsOf: bytes)
        starts.append(Int32(truncatingIfNeeded: arena.count))
        if count * 4 > slots.count * 3 { grow() }
        return symbol
    }

    /// The slot of `bytes` and their symbol; a free slot and -1 if they have none.
    @inline(__always)
    func place(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (slot: Int, symbol: Int32) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != Self.free {
            let symbol = Int32(truncatingIfNeeded: slots[slot])
            if slots[slot] >> 32 == hash, isEqual(symbol, bytes) { return (slot, symbol) }
            slot = (slot + 1) & mask
        }
        return (slot, -1)
    }

    private func isEqual(_ symbol: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let index = Int(symbol - first)
        let start = Int(starts[index])
        guard Int(starts[index + 1]) - start == bytes.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for offset in 0..<bytes.count where arena[start + offset] != bytes[offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: Self.free, count: old.count * 2)
        mask = slots.count - 1
        for entry in old where entry != Self.free {
            var slot = Int(truncatingIfNeeded: entry >> 32) & mask
            while slots[slot] != Self.free { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// Eight bytes at a time, xor and multiply, as FNV-1a does by the byte (Fowler, Noll, Vo); 31 bits.
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var h = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: raw.count)
        var at = 0
        while at + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            h = (h ^ word) &* 0x9E37_79B9_7F4A_7C15
            h ^= h >> 32
            at += 8
        }
        var tail: UInt64 = 0
        while at < raw.count {
            tail = tail << 8 | UInt64(raw[at])
            at += 1
        }
        h = (h ^ tail) &* 0x9E37_79B9_7F4A_7C15
        return h >> 33
    }
}
