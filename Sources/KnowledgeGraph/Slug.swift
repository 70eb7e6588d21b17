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
        let words = Self.words(label)
        wordCount = words.count
        let whole = Array(words.joined(separator: [UInt8(ascii: "-")]))
        guard !whole.isEmpty else {
            description = "_" + Self.digest(Array(label.utf8))
            return
        }
        guard whole.count > Self.limit else {
            description = String(decoding: whole, as: UTF8.self)
            return
        }
        var cut = words[0].count
        for word in words.dropFirst() {
            guard cut + 1 + word.count <= Self.limit else { break }
            cut += 1 + word.count
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

    private static func words(_ label: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var isForeign = false
        func end() {
            if !word.isEmpty { words.append(word) }
            word = []
            isForeign = false
        }
        func append(foreign: some Sequence<UInt8>) {
            if !isForeign { word.append(UInt8(ascii: "_")) }
            isForeign = true
            word.append(contentsOf: foreign)
        }
        for scalar in label.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: word.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x41...0x5A: append(foreign: [UInt8(truncatingIfNeeded: scalar.value + 0x20)])
            case 0x61...0x7A: append(foreign: [UInt8(truncatingIfNeeded: scalar.value)])
            case 0...0x7F: end()
            default:
                if let letters = Transliteration.letters(of: scalar) {
                    if isForeign { word.append(UInt8(ascii: "_")) }
                    isForeign = false
                    word.append(contentsOf: letters)
                } else if isIgnored(scalar) {
                    continue
                } else if isLetter(scalar) {
                    append(foreign: "X\(String(scalar.value, radix: 16, uppercase: true))".utf8)
                } else {
                    end()
                }
            }
        }
        end()
        return words
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
