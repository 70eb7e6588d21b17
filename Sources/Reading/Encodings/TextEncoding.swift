/// The encodings that Arabic documents come in.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1256 = "windows-1256"
    case iso8859_6 = "iso-8859-6"

    /// - Parameter name: as users and web pages write it, in any case: `UTF8`, `cp1256`, `x-arabic`.
    public init?(name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-8-sig", "us-ascii", "ascii": self = .utf8
        case "utf-16", "utf16", "utf-16le", "utf16le", "unicode", "ucs-2": self = .utf16LittleEndian
        case "utf-16be", "utf16be": self = .utf16BigEndian
        case "windows-1256", "cp1256", "cp-1256", "x-cp1256", "ansi-1256", "1256": self = .windows1256
        case "iso-8859-6", "iso8859-6", "iso_8859-6", "iso88596", "arabic", "x-arabic", "asmo-708", "ecma-114",
            "iso-8859-6-i", "iso-8859-6-e", "csisolatinarabic":
            self = .iso8859_6
        default: return nil
        }
    }
}
