import Foundation
import Testing

/// Rows of hostile inputs that one run on one file shows: what is read, and how the command leaves.
struct InputRow: CustomTestStringConvertible {
    var number: Int
    var title: String
    var file = "in.txt"
    var bytes: [UInt8]
    var options = ""
    var status: Int32 = 0
    /// All of these stand in the messages.
    var messages: [String] = []
    /// None of these stands in the output or the messages.
    var never: [String] = []
    /// In which formats the graph is written.
    var suffixes = ["nt", "ttl", "rdf", "dot"]
    /// The nodes are those of the plain sample.
    var isLikeSample = false
    var testDescription: String { "\(number) \(title)" }

    init(
        _ number: Int, _ title: String, _ text: String = "", bytes: [UInt8]? = nil, file: String = "in.txt",
        options: String = "", status: Int32 = 0, messages: [String] = [], never: [String] = [], suffixes: [String] = ["nt", "ttl", "rdf", "dot"], isLikeSample: Bool = false
    ) {
        self.suffixes = suffixes
        (self.number, self.title, self.file, self.options, self.status) = (number, title, file, options, status)
        (self.messages, self.never, self.isLikeSample) = (messages, never, isLikeSample)
        self.bytes = bytes ?? Array(text.utf8)
    }
}

private func utf16(_ text: String, low: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 {
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        bytes += low ? pair : pair.reversed()
    }
    return bytes
}

private func windows1256(_ text: String) -> [UInt8] {
    text.data(using: String.Encoding(rawValue: 0x8000_0506)).map(Array.init) ?? []
}

/// The presentation form of each letter that has one, isolated (U+FE8D…), as old PDF files hold it.
private func presented(_ text: String) -> String {
    let forms: [Unicode.Scalar: Unicode.Scalar] = [
        "ا": "\u{FE8D}", "ل": "\u{FEDF}", "و": "\u{FEED}", "ز": "\u{FEAF}", "ي": "\u{FEF4}", "ر": "\u{FEAE}", "س": "\u{FEB3}",
        "م": "\u{FEE3}", "خ": "\u{FEA7}", "ج": "\u{FE9F}", "ة": "\u{FE94}", "ن": "\u{FEE7}", "ت": "\u{FE97}", "ق": "\u{FED7}",
    ]
    return String(String.UnicodeScalarView(text.unicodeScalars.map { forms[$0] ?? $0 }))
}

private func between(_ text: String, _ mark: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
        var scalars = Array(String(word).unicodeScalars)
        if scalars.count > 3 { scalars.insert(contentsOf: mark.unicodeScalars, at: 2) }
        return String(String.UnicodeScalarView(scalars))
    }.joined(separator: " ")
}

let inputRows: [InputRow] = {
    let sample = sampleSentence
    let long = Array(repeating: sample, count: 3).joined(separator: "\n")
    let bidi = "\u{202E}"
    return [
        InputRow(1, "empty", options: "-v", messages: ["empty"]),
        InputRow(2, "spaces", " \n\t\r\n ", options: "-v", messages: ["empty"]),
        InputRow(3, "byte order mark", "\u{FEFF}" + sample, isLikeSample: true),
        InputRow(4, "UTF-16LE", bytes: utf16("\u{FEFF}" + sample, low: true), isLikeSample: true),
        InputRow(4, "UTF-16BE", bytes: utf16("\u{FEFF}" + sample, low: false), isLikeSample: true),
        InputRow(5, "UTF-16 without mark", bytes: utf16(sample, low: true), messages: ["utf-16le"], isLikeSample: true),
        InputRow(
            6, "UTF-16 of odd length", bytes: utf16("\u{FEFF}" + sample, low: true) + [0x27], status: 65,
            messages: ["in.txt:1:", "byte \(sample.utf16.count * 2 + 2)"]),
        InputRow(6, "lone surrogate", bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x27, 0x06], status: 65, messages: ["byte 2"]),
        InputRow(7, "windows-1256", bytes: windows1256(long), messages: ["windows-1256", "--encoding"], isLikeSample: true),
        InputRow(7, "an unknown code page", bytes: [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], status: 65, messages: ["--encoding"]),
        InputRow(
            8, "half UTF-8, half windows-1256", bytes: Array((sample + "\n").utf8) + windows1256(sample), status: 65,
            messages: ["in.txt:2:1:", "--lossy"]),
        InputRow(
            8, "the same, repaired", bytes: Array((sample + "\n").utf8) + windows1256(sample), options: "--lossy",
            messages: ["U+FFFD"]),
        InputRow(9, "overlong", bytes: Array(sample.utf8) + [0xC0, 0x80], status: 65, messages: ["byte \(sample.utf8.count)"]),
        InputRow(9, "CESU-8", bytes: Array(sample.utf8) + [0xED, 0xA0, 0x80], status: 65, messages: ["byte"]),
        InputRow(9, "five bytes", bytes: Array(sample.utf8) + [0xF8, 0x88, 0x80, 0x80, 0x80], status: 65, messages: ["byte"]),
        InputRow(10, "cut off", bytes: Array(sample.utf8) + [0xD8], status: 65, messages: ["byte \(sample.utf8.count)"]),
        InputRow(11, "NUL", sample + "\u{0}" + sample, messages: ["NUL"], never: ["\u{0}"], isLikeSample: true),
        InputRow(12, "controls", sample.replacing("الراشد", with: "الر\u{1}اشد\u{85}"), never: ["\u{1}"]),
        // rapper refuses noncharacters in every syntax, though RDF has them.
        InputRow(12, "noncharacters", sample.replacing("سالم", with: "سالم\u{FFFE}\u{FFFF}"), suffixes: ["rdf", "dot"]),
        InputRow(
            13, "a picture", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], status: 65,
            messages: ["binary file"]),
        InputRow(13, "gzip", bytes: [0x1F, 0x8B, 0x08, 0, 1, 2, 3, 4], status: 65, messages: ["binary file"]),
        InputRow(
            14, "right-to-left override in a name", sample.replacing("سالم", with: bidi + "سالم"), messages: ["U+202E"],
            never: [bidi], isLikeSample: true),
        InputRow(
            15, "isolates that never close", Array(repeating: "\u{2066}" + sample, count: 50).joined(separator: "\n"),
            // Not in DOT, whose writer isolates the names itself, and closes what it opens.
            messages: ["U+2066"], never: ["\u{2066}"], suffixes: ["nt", "ttl", "rdf"], isLikeSample: true),
        InputRow(16, "presentation forms", presented(sample), isLikeSample: true),
        InputRow(
            17, "letters in visual order",
            Array(repeating: String(String.UnicodeScalarView(long.unicodeScalars.reversed())), count: 5).joined(separator: "\n"),
            messages: ["reverse"]),
        InputRow(18, "tatweel", between(sample, "\u{640}"), isLikeSample: true),
        InputRow(18, "diacritics", between(sample, "\u{64E}"), isLikeSample: true),
        InputRow(20, "soft hyphens", between(sample, "\u{AD}"), isLikeSample: true),
        InputRow(20, "zero-width spaces", between(sample, "\u{200B}"), isLikeSample: true),
        InputRow(20, "zero-width joiners", between(sample, "\u{200D}"), isLikeSample: true),
        InputRow(21, "Persian letters", sample.replacing("ك", with: "ک").replacing("ي", with: "ی"), isLikeSample: true),
        InputRow(22, "look-alikes", "أعلنت منظمة WНО تقريرها.\nأعلنت منظمة WHO تقريرها.", messages: ["look"]),
        InputRow(23, "10,000 marks on a letter", sample + " س" + String(repeating: "\u{64E}", count: 10_000), isLikeSample: true),
        InputRow(24, "a long line", String(repeating: sample + " ", count: 1500)),
        InputRow(26, "many short sentences", String(repeating: "قال الوزير. ", count: 10_000)),
        InputRow(27, "joined titles", String(repeating: "ووزير الخارجية ", count: 5_000), messages: ["pieces"]),
        InputRow(28, "nested brackets", String(repeating: "(«", count: 10_000) + sample + String(repeating: "»)", count: 10_000)),
        InputRow(29, "unbalanced quotes", "»(" + sample + "«((«", isLikeSample: true),
        InputRow(
            49, "entities from files", "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"/etc/passwd\">]><rss>&x;</rss>",
            file: "in.xml", status: 65, messages: ["DOCTYPE"], never: ["root:"]),
        InputRow(
            51, "escapes in what is shown", "{\"text\":\"\u{1B}[2J\u{1B}]0;x\u{7}\"}", file: "in.ndjson", status: 65,
            messages: ["in.ndjson:1:"], never: ["\u{1B}"]),
    ]
}()
