/// Folding of letters for matching: what a reader takes for the same word becomes the same bytes.
///
/// Dropped: harakat and Quranic marks (U+064B–065F, 0670, 06D6–06ED, 0610–061A), tatweel, zero-width and
/// bidi controls, soft hyphen, BOM. Mapped: أ إ آ ٱ → ا, Persian ک ی → ك ي, Arabic presentation forms
/// (U+FB50–FDFB, FE70–FEFC) to their letters, digits of three scripts to ASCII, Latin capitals to small
/// letters. Kept: ة, ى, ؤ, ئ, ء, since each tells words apart. Source: UnicodeData.txt, compatibility mappings.
public enum Folding {
    /// What the tokenizer needs to know of a scalar.
    public enum ScalarClass: UInt8, Sendable {
        case letter, digit, mark, space, newline, punctuation
    }

    /// Class of a scalar.
    @inline(__always)
    public static func scalarClass(_ v: UInt32) -> ScalarClass {
        if v < 0x80 { return asciiClass[Int(v)] }
        if v >= 0x600 && v < 0x700 { return arabicClass[Int(v - 0x600)] }
        return otherClass(v)
    }

    /// Appends the folded form of a letter or a digit.
    @inline(__always)
    public static func append(_ v: UInt32, to out: inout [UInt8]) {
        if v < 0x80 {
            out.append(v >= 0x41 && v <= 0x5A ? UInt8(v + 32) : UInt8(truncatingIfNeeded: v))
        } else if v >= 0x600 && v < 0x700 {
            let folded = arabicFold[Int(v - 0x600)]
            if folded < 0x80 {
                out.append(UInt8(truncatingIfNeeded: folded))
            } else {
                out.append(UInt8(truncatingIfNeeded: 0xC0 | folded >> 6))
                out.append(UInt8(truncatingIfNeeded: 0x80 | folded & 0x3F))
            }
        } else {
            appendOther(v, to: &out)
        }
    }

    /// The folded form of a text, scalar by scalar; marks are dropped, everything else is kept.
    public static func fold(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var text = text
        text.withUTF8 { fold($0, into: &out) }
        return out
    }

    static let asciiClass: [ScalarClass] = (0..<0x80).map { v in
        switch v {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x0A, 0x0B, 0x0C, 0x0D: .newline
        // «#منصور_العتيبي»: the marks of a hashtag part words and say nothing.
        case 0x09, 0x20, 0x23, 0x5F: .space
        case 0x00...0x08, 0x0E...0x1F, 0x7F: .space
        default: .punctuation
        }
    }

    static let arabicClass: [ScalarClass] = (0x600..<0x700).map { v in
        switch v {
        case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8,
            0x6EA...0x6ED, 0x640, 0x61C, 0x600...0x605:
            .mark
        case 0x660...0x669, 0x6F0...0x6F9: .digit
        case 0x620...0x64A, 0x66E, 0x66F, 0x671...0x6D3, 0x6D5, 0x6E5, 0x6E6, 0x6EE, 0x6EF,
            0x6FA...0x6FC, 0x6FF:
            .letter
        default: .punctuation
        }
    }

    static let arabicFold: [UInt32] = (0x600..<0x700).map { v in
        switch v {
        case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673: 0x627
        case 0x6A9, 0x6AA: 0x643
        case 0x6CC, 0x6D2, 0x6CD: 0x64A
        case 0x6C0, 0x6C1, 0x6D5: 0x647
        case 0x660...0x669: UInt32(v) - 0x660 + 0x30
        case 0x6F0...0x6F9: UInt32(v) - 0x6F0 + 0x30
        default: UInt32(v)
        }
    }

    private static func otherClass(_ v: UInt32) -> ScalarClass {
        switch v {
        case 0x85, 0x2028, 0x2029: .newline
        case 0x80...0x9F, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
            0x300...0x36F, 0xFE00...0xFE0F, 0x8D3...0x8FF, 0x180E, 0xE0000...0xE007F:
            .mark
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x5FF, 0x700...0x1FFF:
            .letter
        case 0xFD3E, 0xFD3F, 0xFDFC, 0xFDFD, 0xFE10...0xFE6F: .punctuation
        case 0xFB50...0xFDFB, 0xFE70...0xFEFC: .letter
        case 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFAFF, 0x10000...0x1FFFF: .letter
        default: .punctuation
        }
    }

    private static func appendOther(_ v: UInt32, to out: inout [UInt8]) {
        if v >= 0xFB50 && v <= 0xFEFC, let letters = PresentationForms.letters(of: v) {
            for letter in letters { append(letter, to: &out) }
            return
        }
        guard let scalar = Unicode.Scalar(v) else { return }
        if v < 0x250, let lower = scalar.properties.lowercaseMapping.unicodeScalars.first {
            UTF8.encode(lower)?.forEach { out.append($0) }
        } else {
            UTF8.encode(scalar)?.forEach { out.append($0) }
        }
    }
}
