/// Interns folded words: the same bytes get the same number, from 0 upward, in the order of first sight.
///
/// Open addressing over an arena of bytes. A copy is cheap until it is changed, so that every worker
/// starts from the lexicon's table and adds the words of its own documents.
public struct SymbolTable: Sendable {
    private var arena: [UInt8] = []
    private var starts: [Int32] = [0]
    private var hashes: [UInt32] = []
    private var slots: [Int32]
    private var mask: Int

    public init(capacity: Int = 1 << 12) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// Number of symbols.
    public var count: Int { hashes.count }

    /// The symbol of `bytes`, made if it is new.
    public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = Self.hash(bytes)
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let symbol = slots[slot]
            if hashes[Int(symbol)] == hash, isEqual(symbol, bytes) { return symbol }
            slot = (slot + 1) & mask
        }
        let symbol = Int32(truncatingIfNeeded: hashes.count)
        slots[slot] = symbol
        hashes.append(hash)
        arena.append(contentsOf: bytes)
        starts.append(Int32(truncatingIfNeeded: arena.count))
        if hashes.count * 2 > slots.count { grow() }
        return symbol
    }

    /// The symbol of `bytes`, or -1.
    public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = Self.hash(bytes)
        var slot = Int(hash) & mask
        while slots[slot] >= 0 {
            let symbol = slots[slot]
            if hashes[Int(symbol)] == hash, isEqual(symbol, bytes) { return symbol }
            slot = (slot + 1) & mask
        }
        return -1
    }

    public mutating func intern(_ bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBufferPointer { intern($0) }
    }

    public func find(_ bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBufferPointer { find($0) }
    }

    /// The bytes of a symbol.
    public func bytes(of symbol: Int32) -> ArraySlice<UInt8> {
        arena[Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])]
    }

    public func text(of symbol: Int32) -> String {
        symbol < 0 ? "" : String(decoding: bytes(of: symbol), as: UTF8.self)
    }

    private func isEqual(_ symbol: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(symbol)])
        guard Int(starts[Int(symbol) + 1]) - start == bytes.count else { return false }
        for offset in 0..<bytes.count where arena[start + offset] != bytes[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (symbol, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: symbol)
        }
    }

    /// FNV-1a, 32 bits, with a final mix (Fowler, Noll, Vo).
    @inline(__always)
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var h: UInt32 = 0x811C_9DC5
        for byte in bytes { h = (h ^ UInt32(byte)) &* 0x0100_0193 }
        h ^= h >> 15
        return h &* 0x2C1B_3C6D
    }
}
