/// A character beyond ASCII that the writers escape though the grammars allow it raw: C1 controls (a terminal
/// obeys them), line and paragraph separators (tools that read by line break there), bidirectional
/// embeddings, overrides and isolates (they turn the text around them), U+FEFF, and the non-characters U+FFFE
/// and U+FFFF.
///
/// Returns the code point and its length in bytes, or nil where the character at `at` is written as it is.
@inline(__always)
func specialCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (scalar: UInt32, length: Int)? {
    switch bytes[at] {
    case 0xC2:
        guard at + 1 < bytes.count, bytes[at + 1] < 0xA0 else { return nil }
        return (UInt32(bytes[at + 1]), 2)
    case 0xE2, 0xEF:
        guard at + 2 < bytes.count else { return nil }
        let scalar =
            UInt32(bytes[at] & 15) << 12 | UInt32(bytes[at + 1] & 63) << 6 | UInt32(bytes[at + 2] & 63)
        switch scalar {
        case 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF: return (scalar, 3)
        default: return nil
        }
    default: return nil
    }
}

extension ByteClass {
    /// The classes of a term's bytes; where a lead byte raised a suspicion, the whole text is looked at.
    static func exact(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let all = union(of: bytes)
        guard all & (quoted.rawValue | xml.rawValue) != 0 else { return all }
        var result = all & ~(quoted.rawValue | xml.rawValue)
        for at in bytes.indices {
            let found = table[Int(bytes[at])] & (quoted.rawValue | xml.rawValue)
            if found != 0, bytes[at] < 0x80 || specialCharacter(bytes, at: at) != nil { result |= found }
        }
        return result
    }
}

extension OutputBuffer {
    /// The inside of a quoted string: `STRING_LITERAL_QUOTE` of N-Triples and Turtle (1.1, productions 9 and
    /// 22) and a JSON string (RFC 8259, section 7), which share their escapes. Clean runs are copied whole.
    mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        var clean = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            guard ByteClass.table[Int(byte)] & ByteClass.quoted.rawValue != 0 else {
                at += 1
                continue
            }
            var length = 1
            var scalar = UInt32(byte)
            if byte >= 0x80 {
                guard let special = specialCharacter(bytes, at: at) else {
                    at += 1
                    continue
                }
                (scalar, length) = special
            }
            try append(UnsafeBufferPointer(rebasing: bytes[clean..<at]))
            try appendEscape(scalar)
            at += length
            clean = at
        }
        try append(UnsafeBufferPointer(rebasing: bytes[clean...]))
    }

    /// `ECHAR`, else `UCHAR` with four digits.
    private mutating func appendEscape(_ scalar: UInt32) throws {
        switch scalar {
        case 0x22: try append("\\\"")
        case 0x5C: try append("\\\\")
        case 0x0A: try append("\\n")
        case 0x0D: try append("\\r")
        case 0x09: try append("\\t")
        case 0x08: try append("\\b")
        case 0x0C: try append("\\f")
        default:
            try append("\\u")
            for shift in [12, 8, 4, 0] as [UInt32] { try append(upperHexDigits[Int(scalar >> shift & 15)]) }
        }
    }

    /// Character data or an attribute value of XML 1.0 (productions 14 and 10). A character that XML cannot
    /// hold (`Char`, production 2) becomes U+FFFD, or is thrown where that is not wanted. Returns how many
    /// were replaced.
    @discardableResult
    mutating func appendXML(_ bytes: UnsafeBufferPointer<UInt8>, replacing: Bool) throws -> Int {
        var clean = 0
        var at = 0
        var replaced = 0
        while at < bytes.count {
            let byte = bytes[at]
            guard ByteClass.table[Int(byte)] & ByteClass.xml.rawValue != 0 else {
                at += 1
                continue
            }
            var length = 1
            var scalar = UInt32(byte)
            if byte >= 0x80 {
                guard let special = specialCharacter(bytes, at: at) else {
                    at += 1
                    continue
                }
                (scalar, length) = special
            }
            try append(UnsafeBufferPointer(rebasing: bytes[clean..<at]))
            switch scalar {
            case 0x26: try append("&amp;")
            case 0x3C: try append("&lt;")
            case 0x3E: try append("&gt;")
            case 0x22: try append("&quot;")
            case 0...8, 0xB, 0xC, 0xE...0x1F, 0xFFFE, 0xFFFF:
                guard replacing else {
                    let hex = String(scalar, radix: 16, uppercase: true)
                    throw RDFError(
                        .notXMLCharacter,
                        "XML cannot hold U+" + String(repeating: "0", count: 4 - min(4, hex.count)) + hex)
                }
                try append("\u{FFFD}")
                replaced += 1
            default:
                try append("&#x")
                try append(String(scalar, radix: 16, uppercase: true))
                try append(UInt8(ascii: ";"))
            }
            at += length
            clean = at
        }
        try append(UnsafeBufferPointer(rebasing: bytes[clean...]))
        return replaced
    }
}
