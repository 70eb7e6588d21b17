import ArabicText
import Testing

/// Tokens and where they stand.
@Suite struct TokenizerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var surfaces: [String]
        var testDescription: String { text }
    }

    static let cases: [Case] = [
        Case(text: "", surfaces: []),
        Case(text: "  \u{A0}\t ", surfaces: []),
        Case(text: "قال الوزير", surfaces: ["قال", "الوزير"]),
        Case(text: "قالَ الوَزيرُ.", surfaces: ["قالَ", "الوَزيرُ", "."]),
        Case(text: "«كونا»", surfaces: ["«", "كونا", "»"]),
        Case(text: "رقم 5 لسنة 2006", surfaces: ["رقم", "5", "لسنة", "2006"]),
        Case(text: "١٢٫٥ و3,000 و2.5.", surfaces: ["١٢٫٥", "و3", ",", "000", "و2", ".", "5", "."]),
        Case(text: "3,000 و", surfaces: ["3,000", "و"]),
        Case(text: "الوزارة،والهيئة", surfaces: ["الوزارة", "،", "والهيئة"]),
        Case(text: "الوزيـــر", surfaces: ["الوزيـــر"]),
        Case(text: "كوفيد-19", surfaces: ["كوفيد", "-", "19"]),
        Case(text: "سطر\nسطر\r\nسطر", surfaces: ["سطر", "\n", "سطر", "\r", "\n", "سطر"]),
        Case(text: "\u{202E}وزير\u{202C}", surfaces: ["وزير"]),
        Case(text: "الكو\u{200C}يت", surfaces: ["الكو\u{200C}يت"]),
        Case(text: "UNODC وHSBC", surfaces: ["UNODC", "وHSBC"]),
        Case(text: "👩‍👩‍👧", surfaces: ["👩‍👩‍👧"]),
    ]

    @Test(arguments: cases) func surfaces(_ item: Case) {
        let text = Tokenizer().tokens(in: SourceText(item.text))
        let found = text.tokens.map { text.source.text(Int($0.bytes.lowerBound)..<Int($0.bytes.upperBound)) }
        #expect(found.map { Array($0.utf8) } == item.surfaces.map { Array($0.utf8) }, "\(found)")
    }

    /// Byte and scalar ranges of a token cut out the same text, and tokens follow each other.
    @Test(arguments: cases) func offsets(_ item: Case) {
        let text = Tokenizer().tokens(in: SourceText(item.text))
        let scalars = Array(item.text.unicodeScalars)
        var last: Int32 = 0
        for token in text.tokens {
            #expect(token.scalars.lowerBound >= last)
            last = token.scalars.upperBound
            var cut = String.UnicodeScalarView()
            cut.append(contentsOf: scalars[Int(token.scalars.lowerBound)..<Int(token.scalars.upperBound)])
            let bytes = text.source.bytes[Int(token.bytes.lowerBound)..<Int(token.bytes.upperBound)]
            #expect(Array(String(cut).utf8) == Array(bytes))
        }
        #expect(Int(text.scalarCount) == scalars.count)
    }

    @Test func foldedForms() {
        let text = Tokenizer().tokens(in: SourceText("قالَ الأمـيرُ في ٢٠٢٤"))
        let folded = text.tokens.map {
            String(
                decoding: text.folded[Int($0.folded.lowerBound)..<Int($0.folded.upperBound)], as: UTF8.self)
        }
        #expect(folded == ["قال", "الامير", "في", "2024"])
    }

    @Test func bytesThatAreNoTextEndNothing() {
        let text = Tokenizer().tokens(in: SourceText(utf8: [0xD9, 0xFF, 0xD8, 0xA7, 0xE2, 0x80]))
        #expect(text.tokens.allSatisfy { $0.bytes.upperBound <= 6 })
    }
}
