import KnowledgeGraph

/// Classes and all that lie below them, as bits. A Country is not taken for an Organization.
struct ClassSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ classes: [OntologyClass] = []) {
        for type in OntologyClass.allCases
        where classes.contains(where: { type.isA($0) && !(type == .Country && $0 == .Organization) }) {
            insert(type)
        }
    }

    /// Whether `type` is one of the classes or below one.
    @inline(__always)
    func accepts(_ type: OntologyClass) -> Bool {
        let place = Self.place(type)
        return (place < 64 ? low >> place : high >> (place - 64)) & 1 != 0
    }

    /// Adds the class itself, not those below it.
    mutating func insert(_ type: OntologyClass) {
        let place = Self.place(type)
        if place < 64 { low |= 1 << place } else { high |= 1 << (place - 64) }
    }

    @inline(__always)
    func intersects(_ other: ClassSet) -> Bool { low & other.low != 0 || high & other.high != 0 }

    mutating func formUnion(_ other: ClassSet) {
        low |= other.low
        high |= other.high
    }

    /// A class is stored as its place among the cases.
    @inline(__always)
    private static func place(_ type: OntologyClass) -> UInt64 {
        withUnsafeBytes(of: type) { UInt64($0[0]) }
    }
}
