/// Addresses that a picture may link to.
enum SafeLink {
    /// The address if it is one of http, https or urn once entities and white space are seen through; else nil.
    /// It is returned percent-encoded, so that no quote, space or bracket can end an attribute.
    static func checked(_ address: String) -> String? {
        let decoded = DrawingText.cleaned(decodingEntities(address), limit: 2000)
        guard !decoded.hasSuffix("…") || address.hasSuffix("…") else { return nil }
        let scheme = decoded.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" || scheme == "urn" else { return nil }
        if scheme != "urn", !decoded.dropFirst(scheme.utf8.count).utf8.starts(with: "://".utf8) { return nil }
        // Control characters inside an address are an attempt at something.
        guard !address.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            return nil
        }
        var result = ""
        for byte in decoded.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where "-._~:/?#[]@!$&()*+,;=%".utf8.contains(byte):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }

    /// Numeric entities and the few names that hide a scheme.
    private static func decodingEntities(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            let name = rest.dropFirst().prefix(12).prefix { $0 != ";" }
            let after = rest.dropFirst(name.count + 1)
            if after.first == ";", let scalar = scalar(named: name) {
                result.unicodeScalars.append(scalar)
                rest = after.dropFirst()
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func scalar(named name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "colon": return ":"
        case "Tab": return "\t"
        case "NewLine": return "\n"
        case "sol": return "/"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let value =
                digits.first == "x" || digits.first == "X"
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init)
        }
    }
}
