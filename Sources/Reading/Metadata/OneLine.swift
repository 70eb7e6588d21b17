/// Metadata values, cleaned: they end up in literals and messages, where a control character has no business.
enum OneLine {
    /// Controls and runs of spaces become one space, none at the ends; at most 2,000 code points. nil if nothing is left.
    static func text(_ string: String) -> String? {
        var result = String.UnicodeScalarView()
        var count = 0
        var pendingSpace = false
        for scalar in string.unicodeScalars where !isInvisible(scalar.value) {
            if isSpace(scalar.value) {
                pendingSpace = count > 0
                continue
            }
            if pendingSpace {
                result.append(" ")
                pendingSpace = false
            }
            result.append(scalar)
            count += 1
            if count == 2000 { break }
        }
        return count == 0 ? nil : String(result)
    }

    private static func isSpace(_ value: UInt32) -> Bool {
        value <= 0x20 || (0x7F...0xA0).contains(value) || value == 0x2028 || value == 0x2029
            || (0x2000...0x200B).contains(value) || value == 0x3000
    }

    /// Bidirectional controls, which would turn around what stands beside the value, and what is no character.
    private static func isInvisible(_ value: UInt32) -> Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) || value == 0xFEFF || value == 0xFFFE
            || value == 0xFFFF
    }
}

/// Addresses that a page claims for itself.
enum WebAddress {
    /// The address without spaces at its ends, if it is `http` or `https` and has a host and no space, quote or control
    /// character in it; nil for `javascript:`, `data:` and whatever tries to look otherwise.
    static func checked(_ text: String) -> String? {
        guard let text = OneLine.text(text), text.utf8.count <= 2000 else { return nil }
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.utf8.starts(with: $0.utf8) }) else { return nil }
        let rest = text.unicodeScalars.dropFirst(scheme.utf8.count)
        guard let first = rest.first, first != "/", first != "?", first != "#" else { return nil }
        let forbidden = rest.contains { $0.value <= 0x20 || "<>\"{}|\\^`".unicodeScalars.contains($0) }
        return forbidden ? nil : text
    }
}

/// BCP 47 language tags.
enum LanguageTag {
    /// `ar`, `ar-KW` of `ar`, `ar_KW`, `AR-kw`; nil for what is no tag.
    static func checked(_ text: String) -> String? {
        let parts = text.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.map { String($0) ?? "" }
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 8 && $0.utf8.allSatisfy(isAlphanumeric) })
        else { return nil }
        let rest = parts.dropFirst().map { part in
            switch part.utf8.count {
            case 2: part.uppercased()
            case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part
            }
        }
        return ([first.lowercased()] + rest).joined(separator: "-")
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
