/// Removing dot segments from the path of a resolved IRI (RFC 3986, section 5.2.4), which serd does only at
/// the start of a relative reference.
enum DotSegments {
    /// The IRI without `.` and `..` segments, or nil where its path has none.
    static func removed(from iri: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let slash = UInt8(ascii: "/")
        guard let start = pathStart(iri), start < iri.count, iri[start] == slash else { return nil }
        let end = iri[start...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? iri.count
        let segments = iri[(start + 1)..<end].split(separator: slash, omittingEmptySubsequences: false)
        guard segments.contains(where: { isDot($0) || isDoubleDot($0) }) else { return nil }
        var kept: [Slice<UnsafeBufferPointer<UInt8>>] = []
        for segment in segments {
            if isDoubleDot(segment) {
                _ = kept.popLast()
            } else if !isDot(segment) {
                kept.append(segment)
            }
        }
        var result = Array(iri[..<start])
        for segment in kept {
            result.append(slash)
            result += segment
        }
        if let last = segments.last, isDot(last) || isDoubleDot(last) { result.append(slash) }
        return result + iri[end...]
    }

    /// After the scheme, and the authority where there is one.
    private static func pathStart(_ iri: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let colon = iri.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = iri[(colon + 1)...]
        guard rest.starts(with: "//".utf8) else { return colon + 1 }
        return rest.dropFirst(2).firstIndex { "/?#".utf8.contains($0) } ?? iri.count
    }

    private static func isDot(_ segment: some Collection<UInt8>) -> Bool { segment.elementsEqual(".".utf8) }

    private static func isDoubleDot(_ segment: some Collection<UInt8>) -> Bool {
        segment.elementsEqual("..".utf8)
    }
}
