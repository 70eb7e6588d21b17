/// The class of an office in `lexicon/roles.tsv`: `minister`, `head`, `ambassador` …, empty if it has none.
///
/// A name of any length in eight bytes, so that mentions are copied and compared without a `String`.
struct RoleClass: Hashable, Sendable, ExpressibleByStringLiteral {
    /// FNV-1a, 64 bits, of the name (Fowler, Noll, Vo).
    private let code: UInt64

    init(_ name: String) { code = Self.code(name.utf8) }

    init(stringLiteral name: StaticString) {
        code = name.withUTF8Buffer { Self.code($0) }
    }

    @inline(__always)
    private static func code(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
