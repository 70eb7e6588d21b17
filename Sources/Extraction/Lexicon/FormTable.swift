/// The forms seen so far by their folded bytes: one probe for a word that came before, which most words did.
struct FormTable {
    private struct Slot {
        /// All bits of the hash; the lowest byte holds the number of bytes, 255 for more.
        var tag: UInt64
        /// -1 where there is none.
        var form: Int32
        /// Where the bytes begin in `arena`.
        var start: Int32
    }

    private static let free = Slot(tag: 0, form: -1, start: 0)
    private var arena: [UInt8] = []
    private var slots = [Slot](repeating: free, count: 1 << 12)
    private var count = 0

    /// The form of `bytes`, nil if they are new.
    @inline(__always)
    func form(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32? {
        let mask = slots.count - 1
        let tag = Self.tag(bytes, hash)
        var at = Int(truncatingIfNeeded: hash >> 8) & mask
        while slots[at].form >= 0 {
            if slots[at].tag == tag, isEqual(Int(slots[at].start), bytes) { return slots[at].form }
            at = (at + 1) & mask
        }
        return nil
    }

    /// - Precondition: `bytes` are new, of fewer than 255 bytes.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, form: Int32) {
        insert(Slot(tag: Self.tag(bytes, hash), form: form, start: Int32(truncatingIfNeeded: arena.count)))
        arena.append(contentsOf: bytes)
        count += 1
        guard count * 2 > slots.count else { return }
        let old = slots
        slots = [Slot](repeating: Self.free, count: old.count * 2)
        for slot in old where slot.form >= 0 { insert(slot) }
    }

    private mutating func insert(_ slot: Slot) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: slot.tag >> 8) & mask
        while slots[at].form >= 0 { at = (at + 1) & mask }
        slots[at] = slot
    }

    @inline(__always)
    private static func tag(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt64 {
        hash & ~0xFF | UInt64(truncatingIfNeeded: min(bytes.count, 255))
    }

    @inline(__always)
    private func isEqual(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        arena.withUnsafeBytes { arena in
            let raw = UnsafeRawBufferPointer(bytes)
            var at = 0
            while at + 8 <= raw.count {
                let known = arena.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
                if known != raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
                at += 8
            }
            while at < raw.count {
                if arena[start + at] != raw[at] { return false }
                at += 1
            }
            return true
        }
    }

    /// Eight bytes at a step, multiplied and folded, as in `SymbolTable`, but with all bits of use.
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        var at = 0
        while at + 8 <= raw.count {
            mix(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        if at + 4 <= raw.count {
            mix(UInt64(raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
            at += 4
        }
        if at + 2 <= raw.count {
            mix(UInt64(raw.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
            at += 2
        }
        if at < raw.count { mix(UInt64(raw[at])) }
        return hash
    }
}
