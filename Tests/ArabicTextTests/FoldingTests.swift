import ArabicText
import Testing

/// What a reader takes for the same word becomes the same bytes.
@Suite struct FoldingTests {
    static let pairs: [(String, String)] = [
        ("أحمد", "احمد"), ("إدارة", "ادارة"), ("آل", "ال"), ("ٱلكتاب", "الكتاب"),
        ("وَزيرُ", "وزير"), ("مُحَمَّد", "محمد"), ("الرَّحْمٰن", "الرحمن"), ("الوزيـــر", "الوزير"),
        ("کویت", "كويت"), ("ی", "ي"), ("ﻭﺯﻳﺮ", "وزير"), ("ﷲ", "الله"), ("ﻻ", "لا"),
        ("٢٠٠٦", "2006"), ("۲۰۰۶", "2006"), ("UNODC", "unodc"), ("الـ\u{200D}هيئة", "الهيئة"),
        ("الكو\u{200B}يت", "الكويت"), ("\u{202E}وزير\u{202C}", "وزير"), ("وزا\u{AD}رة", "وزارة"),
        ("\u{FEFF}وزير", "وزير"),
    ]

    /// Letters that tell words apart stay apart.
    static let kept: [(String, String)] = [
        ("وزارة", "وزاره"), ("على", "علي"), ("سأل", "سئل"), ("مؤتمر", "موتمر"), ("جزء", "جز"),
        ("بنت", "بنات"),
    ]

    @Test(arguments: pairs) func foldsTo(_ text: String, _ folded: String) {
        #expect(Folding.fold(text) == Array(folded.utf8))
    }

    @Test(arguments: kept) func keeps(_ a: String, _ b: String) {
        #expect(Folding.fold(a) != Folding.fold(b))
    }

    @Test(arguments: pairs) func twiceIsOnce(_ text: String, _ folded: String) {
        let once = Folding.fold(text)
        #expect(Folding.fold(String(decoding: once, as: UTF8.self)) == once)
    }

    /// The two ways in, over every scalar there is.
    @Test func bytesFoldAsTextDoes() {
        for value in UInt32(1)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            var folded: [UInt8] = []
            Array(text.utf8).withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
            guard folded != Folding.fold(text) else { continue }
            Issue.record(
                "U+\(String(value, radix: 16)) folds to \(folded), and as text to \(Folding.fold(text))")
            return
        }
    }

    @Test func bytesThatAreNoTextAreKept() {
        var folded: [UInt8] = []
        [0xD8, 0xA7, 0xFF, 0xD8].withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
        #expect(folded.starts(with: [0xD8, 0xA7]))
    }
}
