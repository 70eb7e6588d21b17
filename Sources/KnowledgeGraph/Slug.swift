import Crypto

/// A label as the last part of an IRI: ASCII letters, digits, `-` between words and `_` before what is not Arabic.
///
/// Letters go through the frozen table of `Ontology/transliteration.tsv`; marks, tatweel and controls fall away;
/// whatever else is no letter and no digit parts words. Letters of other scripts stand in a run that begins with
/// `_`: Latin ones in lower case, others as `X` and their code point. Two labels have one slug only if they have
/// one folded form, but for the 32 bits of hash of those that are cut.
public struct Slug: Hashable, Sendable, CustomStringConvertible {
    /// Longer slugs are cut here, at the end of a word, in ASCII letters.
    public static let limit = 48

    public let description: String
    /// How many words the label has.
    public let wordCount: Int

    public init(_ label: String) {
        let words = SlugWords(label)
        let (whole, ends) = (words.bytes, words.ends)
        wordCount = ends.count
        guard var cut = ends.first else {
            description = "_" + Self.digest(Array(label.utf8))
            return
        }
        guard whole.count > Self.limit else {
            description = String(decoding: whole, as: UTF8.self)
            return
        }
        for end in ends.dropFirst() {
            guard end <= Self.limit else { break }
            cut = end
        }
        description =
            String(decoding: whole[..<min(cut, Self.limit)], as: UTF8.self) + "-" + Self.digest(whole)
    }

    /// The first 8 hex digits of the SHA-256.
    static func digest(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hex = SHA256.hash(data: bytes).prefix(4).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }
}

/// The words of a label in ASCII, `-` between them.
private struct SlugWords {
    var bytes: [UInt8] = []
    /// Where each word ends in `bytes`.
    var ends: [Int] = []
    private var isInside = false
    private var isForeign = false

    init(_ label: String) {
        bytes.reserveCapacity(label.utf8.count)
        for scalar in label.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x41...0x5A: append(foreign: CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value + 0x20)))
            case 0x61...0x7A: append(foreign: CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value)))
            case 0...0x7F: end()
            default:
                if let letter = Transliteration.letter(of: scalar) {
                    beginArabic()
                    append(letter)
                } else if let letters = Transliteration.letters(of: scalar) {
                    beginArabic()
                    for letter in letters { append(letter) }
                } else if Self.isIgnored(scalar) {
                    continue
                } else if Self.isLetter(scalar) {
                    append(foreign: "X\(String(scalar.value, radix: 16, uppercase: true))".utf8)
                } else {
                    end()
                }
            }
        }
        end()
    }

    private mutating func append(_ byte: UInt8) {
        if !isInside, !ends.isEmpty { bytes.append(UInt8(ascii: "-")) }
        isInside = true
        bytes.append(byte)
    }

    private mutating func append(foreign letters: some Sequence<UInt8>) {
        if !isForeign { append(UInt8(ascii: "_")) }
        isForeign = true
        for letter in letters { append(letter) }
    }

    private mutating func beginArabic() {
        if isForeign { append(UInt8(ascii: "_")) }
        isForeign = false
    }

    private mutating func end() {
        if isInside { ends.append(bytes.count) }
        (isInside, isForeign) = (false, false)
    }

    /// Marks and controls that do not part words: harakat, Quranic marks, tatweel, joiners, directions.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x640, 0x61C, 0x600...0x605, 0xFE00...0xFE0F: true
        // The marks of Arabic presentation forms, each on a tatweel or a space.
        case 0xFBB2...0xFBC2, 0xFC5E...0xFC63, 0xFCF2...0xFCF4, 0xFE70...0xFE7F: true
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: true
            default: false
            }
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .spacingMark,
            .decimalNumber, .letterNumber, .otherNumber, .unassigned, .privateUse:
            true
        default: false
        }
    }
}
