/// What the writers must know of a byte of UTF-8. One table serves all; a term's flags are the union over its
/// bytes.
///
/// Lead bytes of the few characters beyond ASCII that are escaped count as such here, and the escaping looks
/// at the bytes that follow: C2 (C1 controls), E2 (U+2028…202E, U+2066…2069), EF (U+FEFF, U+FFFE, U+FFFF). No
/// letter of Arabic begins with one of them, so Arabic is copied in whole runs.
struct ByteClass: OptionSet {
    let rawValue: UInt8

    /// Must or may have to be escaped in a quoted literal of N-Triples, Turtle or JSON: `"` `\`, controls.
    static let quoted = ByteClass(rawValue: 1)
    /// Must be escaped in XML: `& < >`, controls, and `"` in attributes.
    static let xml = ByteClass(rawValue: 2)
    /// Not allowed in an IRIREF: U+0000…0020 `< > " { } | ^ \` and the backtick (N-Triples 1.1, production
    /// 8).
    static let notIRI = ByteClass(rawValue: 4)
    /// Ends the plainly safe local part of a prefixed name.
    static let notLocal = ByteClass(rawValue: 8)

    static let table: [UInt8] = (0...255).map { value in
        let byte = UInt8(truncatingIfNeeded: value)
        var all: ByteClass = []
        let control = byte < 0x20 || byte == 0x7F
        let lead = byte == 0xC2 || byte == 0xE2 || byte == 0xEF
        if control || lead || "\"\\".utf8.contains(byte) { all.insert(.quoted) }
        if (control && byte != 9 && byte != 10) || lead || "&<>\"".utf8.contains(byte) { all.insert(.xml) }
        if byte <= 0x20 || "<>\"{}|^`\\".utf8.contains(byte) { all.insert(.notIRI) }
        if !isLocal(byte) { all.insert(.notLocal) }
        return all.rawValue
    }

    /// Letters, digits, `_ - .`, and the bytes of U+0380…07FF, all of which are PN_CHARS (Turtle 1.1,
    /// production 166s).
    private static func isLocal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        case 0x80...0xBF, 0xCE...0xDF: true
        default: false
        }
    }

    /// The union of the classes of `bytes`.
    static func union(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        table.withUnsafeBufferPointer { table in
            var all: UInt8 = 0
            for byte in bytes { all |= table[Int(byte)] }
            return all
        }
    }
}
