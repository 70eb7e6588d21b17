import ArabicText
import Files

/// Text that may not be what it looks like: characters that turn the order of what is seen, and letters of another script
/// that look like Latin ones; sentences without an end. Nothing is changed; the reader is warned.
enum SuspiciousText {
    /// - Parameter text: UTF-8.
    /// - Complexity: one pass; only letters beyond Arabic and ASCII are looked at.
    static func warnings(for text: [UInt8], file: String) -> [FileError] {
        var warnings: [FileError] = []
        text.withUnsafeBufferPointer { bytes in
            if let place = firstTurn(bytes) {
                var warning = FileError.inText(
                    text, at: place.offset, file: file,
                    "holds U+\(String(place.scalar, radix: 16, uppercase: true)), which turns the order of what is seen",
                    hint: "it is left out of names; look at the text with such characters shown")
                warning.byteOffset = nil
                warnings.append(warning)
            }
            if let word = firstMixedWord(bytes) {
                let shown = String(decoding: bytes[word], as: UTF8.self)
                var warning = FileError.inText(
                    text, at: word.lowerBound, file: file,
                    "«\(shown)» mixes Latin letters with letters that look like them",
                    hint: "it is not taken for the word that it looks like")
                warning.byteOffset = nil
                warnings.append(warning)
            }
            if let start = endlessSentence(bytes) {
                var warning = FileError.inText(
                    text, at: start, file: file,
                    "a sentence goes on for more than \(SentenceSplitter.longest >> 10) KB and is read in pieces",
                    hint: "what is said across two pieces is not found; is the punctuation lost?")
                warning.byteOffset = nil
                warnings.append(warning)
            }
        }
        return warnings
    }

    /// Where the first sentence begins that is longer than `SentenceSplitter.longest`.
    ///
    /// - Complexity: looks at the last bytes of each stretch only, where sentences end as they should.
    private static func endlessSentence(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = 0
        while bytes.count - start > SentenceSplitter.longest {
            guard let end = (start..<start + SentenceSplitter.longest).last(where: { ends(bytes, $0) }) else { return start }
            start = end + 1
        }
        return nil
    }

    /// A line end, `.`, `!`, `?`, `؟`, `…`.
    private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x0A, 0x0D, 0x2E, 0x21, 0x3F: true
        case 0x9F: index > 0 && bytes[index - 1] == 0xD8
        case 0xA6: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
        default: false
        }
    }

    /// The first override (U+202D, U+202E), or embedding or isolate that its line does not close (Unicode Standard Annex 9,
    /// and Technical Report 36, 2.2).
    private static func firstTurn(_ bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, scalar: UInt32)? {
        var open: [(offset: Int, scalar: UInt32)] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A, let first = open.first { return first }
            guard byte == 0xE2, index + 2 < bytes.count else {
                index += 1
                continue
            }
            let scalar = 0x2000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            switch scalar {
            case 0x202D, 0x202E: return (index, scalar)
            case 0x202A, 0x202B, 0x2066, 0x2067, 0x2068: if open.count < 128 { open.append((index, scalar)) }
            case 0x202C, 0x2069: _ = open.popLast()
            default: break
            }
            index += 3
        }
        return open.first
    }

    /// The first word with both Latin letters and Greek (CE, CF) or Cyrillic (D0, D1) ones.
    private static func firstMixedWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var start = 0
        var (hasLatin, hasOther) = (false, false)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: hasLatin = true
            case 0xCE...0xD1: hasOther = true
            case 0x80...0xBF, 0x30...0x39: break
            default:
                if hasLatin, hasOther { return start..<index }
                (hasLatin, hasOther) = (false, false)
                start = index + 1
            }
            index += 1
        }
        return hasLatin && hasOther ? start..<index : nil
    }
}
