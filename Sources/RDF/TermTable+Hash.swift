extension TermTable {
    /// Drawn once a process: nobody can prepare texts that collide. Ids and output do not depend on it.
    private static let seed = UInt64.random(in: .min ... .max)

    /// Eight bytes at a time through a 64 × 64 → 128 bit multiplication, folded (the mixing step of wyhash).
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        var state = mix(Self.seed ^ seed, UInt64(truncatingIfNeeded: bytes.count) ^ 0x9E37_79B9_7F4A_7C15)
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return state }
        var at = 0
        while at + 8 <= bytes.count {
            state = mix(
                state ^ base.loadUnaligned(fromByteOffset: at, as: UInt64.self), 0xA076_1D64_78BD_642F)
            at += 8
        }
        var last: UInt64 = 0
        if bytes.count >= 8 {
            last = base.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        } else {
            while at < bytes.count {
                last = last << 8 | UInt64(bytes[at])
                at += 1
            }
        }
        return mix(state ^ last, 0xE703_7ED1_A0B4_28DB)
    }

    @inline(__always)
    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}

/// Whether two runs of bytes of the same length hold the same.
@inline(__always)
func equalBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count, let x = UnsafeRawPointer(a.baseAddress), let y = UnsafeRawPointer(b.baseAddress)
    else { return a.count == b.count }
    var at = 0
    while at + 8 <= a.count {
        if x.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            != y.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        {
            return false
        }
        at += 8
    }
    while at < a.count {
        if x.load(fromByteOffset: at, as: UInt8.self) != y.load(fromByteOffset: at, as: UInt8.self) {
            return false
        }
        at += 1
    }
    return true
}

/// Order by bytes, which for UTF-8 is order by code points.
@inline(__always)
func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool? {
    let shared = min(a.count, b.count)
    var at = 0
    while at < shared {
        if a[at] != b[at] { return a[at] < b[at] }
        at += 1
    }
    return a.count == b.count ? nil : a.count < b.count
}
