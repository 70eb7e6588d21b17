/// Text on its way into a picture: cleaned, wrapped, and isolated line by line.
enum DrawingText {
    /// Right-to-left isolate, left-to-right isolate, and the end of either.
    static let (rightToLeftIsolate, leftToRightIsolate, endOfIsolate):
        (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) =
            ("\u{2067}", "\u{2066}", "\u{2069}")

    /// Without controls of any sort, with every run of white space as one space, cut at `limit` code points.
    /// What steers the direction of text goes, or one name could turn the rest of the picture around.
    static func cleaned(_ text: String, limit: Int = 1000) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        var space = false
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                space = true
                continue
            }
            if isDropped(scalar) { continue }
            if count >= limit {
                result.append("…")
                break
            }
            if space, !result.isEmpty {
                result.append(" ")
                count += 1
            }
            space = false
            result.append(scalar)
            count += 1
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    /// Controls, marks of direction, the byte order mark, and what is no character. Joiners stay: they shape letters.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFEFF,
            0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// The text in at most `lines` lines of about `width` columns, as even as they can be; what is too long ends
    /// with «…».
    static func wrapped(_ text: String, width: Int, lines limit: Int) -> [String] {
        var words: [(text: String, width: Int)] = []
        // A word is broken only where it would ruin the page.
        for word in text.unicodeScalars.split(separator: " ") {
            words += pieces(of: word, width: max(width, 26))
        }
        guard !words.isEmpty else { return [] }
        let needed = filled(words, width: width).count
        if needed > limit {
            var kept = Array(filled(words, width: width).prefix(limit))
            kept[limit - 1] += "…"
            return kept
        }
        // The narrowest width that needs no more lines.
        var narrow = words.map(\.width).max() ?? width
        while narrow < width, filled(words, width: narrow).count > needed { narrow += 1 }
        return filled(words, width: narrow)
    }

    private static func pieces(of word: Substring.UnicodeScalarView, width: Int) -> [(
        text: String, width: Int
    )] {
        var pieces: [(text: String, width: Int)] = []
        var current = String.UnicodeScalarView()
        var columns = 0
        var marks = 0
        for scalar in word {
            let isMark = isMark(scalar)
            // A heap of marks on one letter says nothing and reaches over the lines around it.
            marks = isMark ? marks + 1 : 0
            if marks > 4 { continue }
            if columns == width, !isMark {
                pieces.append((String(current), columns))
                (current, columns) = (.init(), 0)
            }
            current.append(scalar)
            if !isMark { columns += 1 }
        }
        if !current.isEmpty { pieces.append((String(current), columns)) }
        return pieces
    }

    private static func filled(_ words: [(text: String, width: Int)], width: Int) -> [String] {
        var lines: [String] = []
        var room = 0
        for word in words {
            if let last = lines.indices.last, room >= word.width + 1 {
                lines[last] += " " + word.text
                room -= word.width + 1
            } else {
                lines.append(word.text)
                room = width - word.width
            }
        }
        return lines
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Whether a line holds letters that run from right to left.
    static func isRightToLeft(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
    }

    /// The line with its own direction around it, so that digits, brackets and full stops at its ends stay there.
    static func isolated(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(isRightToLeft(line) ? rightToLeftIsolate : leftToRightIsolate)
        result.append(contentsOf: line.unicodeScalars)
        result.append(endOfIsolate)
        return String(result)
    }
}
