/// Comparisons of the ids of rules without making a `String` of them.
extension StaticString {
    static func == (a: StaticString, b: StaticString) -> Bool {
        a.utf8CodeUnitCount == b.utf8CodeUnitCount && a.hasPrefix(b)
    }

    static func != (a: StaticString, b: StaticString) -> Bool { !(a == b) }

    func hasPrefix(_ prefix: StaticString) -> Bool {
        guard hasPointerRepresentation, prefix.hasPointerRepresentation,
            utf8CodeUnitCount >= prefix.utf8CodeUnitCount
        else { return false }
        let (bytes, start) = (utf8Start, prefix.utf8Start)
        if bytes == start { return true }
        for offset in 0..<prefix.utf8CodeUnitCount where bytes[offset] != start[offset] { return false }
        return true
    }
}
