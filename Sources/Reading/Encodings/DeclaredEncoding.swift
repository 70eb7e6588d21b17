/// The encoding that a file names in itself.
enum DeclaredEncoding {
    /// `<meta charset=…>` or `<meta http-equiv=… content="…; charset=…">` within the first 4096 bytes.
    static func inHTML(_ bytes: [UInt8]) -> TextEncoding? {
        value(after: "charset", in: bytes.prefix(4096)).flatMap { TextEncoding(name: $0) }
    }

    /// `<?xml … encoding="…"?>`.
    static func inXML(_ bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(256)
        guard let start = head.firstIndex(of: UInt8(ascii: "<")), head[start...].starts(with: "<?xml".utf8) else { return nil }
        let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
        return value(after: "encoding", in: head[start..<end]).flatMap { TextEncoding(name: $0) }
    }

    private static func value(after name: String, in bytes: ArraySlice<UInt8>) -> String? {
        let name = Array(name.utf8)
        var index = bytes.startIndex
        while index + name.count < bytes.endIndex {
            defer { index += 1 }
            guard zip(bytes[index...], name).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
            var rest = bytes[(index + name.count)...].drop { $0 <= 0x20 }
            guard rest.popFirst() == UInt8(ascii: "=") else { continue }
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let label = rest.prefix { byte in
                byte > 0x20 && byte < 0x7F && !#""';/>?"#.utf8.contains(byte)
            }
            return String(decoding: label, as: UTF8.self)
        }
        return nil
    }
}
