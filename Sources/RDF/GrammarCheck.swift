/// The terminals of the grammars that terms are checked against when they are made.
enum GrammarCheck {
    /// `LANGTAG` without its `@`, with an optional `--ltr` or `--rtl` (RDF 1.2 Turtle, `LANG_DIR`).
    static func isLanguageTag(_ tag: some Collection<UInt8>) -> Bool {
        var bytes = Array(tag)
        if bytes.count > 5,
            bytes.suffix(5).elementsEqual("--rtl".utf8) || bytes.suffix(5).elementsEqual("--ltr".utf8)
        {
            bytes.removeLast(5)
        }
        var isFirst = true
        for part in bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.allSatisfy({ isLetter($0) || (!isFirst && isDigit($0)) }) else {
                return false
            }
            isFirst = false
        }
        return true
    }

    /// `(PN_CHARS_U | [0-9]) ((PN_CHARS | '.')* PN_CHARS)?`; colons count as PN_CHARS_U, as in N-Triples 1.1.
    static func isBlankNodeLabel(_ label: String) -> Bool {
        var last: Unicode.Scalar?
        for scalar in label.unicodeScalars {
            if last == nil {
                guard isNameStart(scalar) || scalar == ":" || isDigit(scalar) else { return false }
            } else {
                guard isNameCharacter(scalar) || scalar == ":" || scalar == "." else { return false }
            }
            last = scalar
        }
        return last != nil && last != "."
    }

    /// `PN_PREFIX?`: what stands before the colon of a prefixed name.
    static func isPrefix(_ prefix: String) -> Bool {
        var last: Unicode.Scalar?
        for scalar in prefix.unicodeScalars {
            if last == nil {
                guard isNameStart(scalar), scalar != "_" else { return false }
            } else {
                guard isNameCharacter(scalar) || scalar == "." else { return false }
            }
            last = scalar
        }
        return last != "."
    }

    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

    /// `PN_CHARS_U` of Turtle, and but for the colon `NameStartChar` of XML.
    static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
            0xFDF0...0xFFFD,
            0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// `PN_CHARS` of Turtle; XML's `NameChar` has the full stop and the colon too.
    static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: isNameStart(scalar)
        }
    }
}
