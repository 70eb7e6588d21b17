import Files
import Foundation
import Reading
import Testing

/// Rows 1–13 of the hostile inputs, as far as a reader can show them.
@Suite struct EncodingTests {
    private func utf16(_ text: String, low: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return low ? pair : pair.reversed()
        }
    }

    private func windows1256(_ text: String) throws -> [UInt8] {
        Array(try #require(text.data(using: String.Encoding(rawValue: 0x8000_0506))))
    }

    /// By our own inverse of ISO 8859-6, from Python's and glibc's tables: letters are 0xC1…0xF2.
    private func iso8859(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x600 + 0xA0) }
    }

    @Test func emptyAndBlankFilesAreEmptyDocuments() throws {
        #expect(try readOne([]).text == "")
        #expect(try readOne(" \n\r\n\t".utf8).text == " \n\r\n\t")
    }

    @Test func theByteOrderMarkIsCodePointZero() throws {
        let document = try readOne([0xEF, 0xBB, 0xBF] + sample.utf8)
        #expect(document.encoding == .utf8)
        #expect(document.text.unicodeScalars.first == "\u{FEFF}")
        #expect(document.text.unicodeScalars.dropFirst().elementsEqual(sample.unicodeScalars))
    }

    @Test(arguments: [true, false], [true, false]) func decodesUTF16(low: Bool, mark: Bool) throws {
        let text = sample + "😀 2024"
        let document = try readOne(utf16(text, low: low, mark: mark))
        #expect(document.text == (mark ? "\u{FEFF}" : "") + text)
        #expect(document.encoding == (low ? .utf16LittleEndian : .utf16BigEndian))
        #expect(document.warnings.isEmpty == mark)
    }

    @Test func saysWhereUTF16IsBroken() throws {
        let odd = try #require(refusal(utf16("نص\nآخر", low: true, mark: true) + [0x27]))
        #expect(odd.code == .badData && odd.line == 2 && odd.column == 4 && odd.byteOffset == 14)
        let lone = utf16("نص", low: true, mark: true) + [0x3D, 0xD8, 0x27, 0x06]
        #expect(try #require(refusal(lone)).byteOffset == 6)
        let repaired = try readOne(lone) { $0.isLossy = true }
        #expect(repaired.text.hasSuffix("\u{FFFD}ا"))
        #expect(repaired.warningText.contains("1 undecodable"))
    }

    @Test func detectsWindows1256AndSaysSo() throws {
        let document = try readOne(try windows1256(sample))
        #expect(document.text == sample)
        #expect(document.encoding == .windows1256)
        #expect(document.warningText.contains("windows-1256"))
    }

    @Test func detectsISO8859_6() throws {
        let document = try readOne(iso8859(sample))
        #expect(document.text == sample)
        #expect(document.encoding == .iso8859_6)
    }

    @Test func theTablesAreIconvs() throws {
        for (encoding, name) in [(TextEncoding.windows1256, "WINDOWS-1256"), (.iso8859_6, "ISO-8859-6")] {
            let converter = try #require(iconv_open("UTF-8", name))
            defer { iconv_close(converter) }
            for byte in UInt8(0x80)...0xFF {
                var input = [CChar(bitPattern: byte)]
                var output = [CChar](repeating: 0, count: 8)
                let length = input.withUnsafeMutableBufferPointer { inBuffer in
                    output.withUnsafeMutableBufferPointer { outBuffer -> Int in
                        var (from, to) = (inBuffer.baseAddress, outBuffer.baseAddress)
                        var (inLeft, outLeft) = (1, 8)
                        return iconv(converter, &from, &inLeft, &to, &outLeft) == 0 ? 8 - outLeft : 0
                    }
                }
                let theirs = String(decoding: output[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
                let ours = try? readOne([byte]) { $0.encoding = encoding }
                #expect((ours?.text ?? "") == theirs, "\(name) \(byte)")
            }
        }
    }

    @Test func doesNotGuessWithoutGrounds() throws {
        // French in Latin-1, Russian in windows-1251: no Arabic.
        for bytes in [Array("d\u{E9}j\u{E0} vu, \u{E9}t\u{E9}".unicodeScalars.map { UInt8($0.value) }),
            [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0, 0x20, 0xE8, 0x20, 0xEC, 0xE8, 0xF0]]
        {
            let error = try #require(refusal(bytes))
            #expect(error.code == .badData && error.hint?.contains("--encoding") ?? false)
        }
    }

    @Test func half1256HalfUTF8IsAnErrorWithItsPlace() throws {
        let mixed = Array(sample.utf8) + (try windows1256(sample))
        let error = try #require(refusal(mixed))
        #expect(error.code == .badData && error.byteOffset == sample.utf8.count && error.line == 2 && error.column == 1)
        let repaired = try readOne(mixed) { $0.isLossy = true }
        #expect(repaired.text.hasPrefix(sample))
        let replaced = repaired.text.unicodeScalars.count { $0 == "\u{FFFD}" }
        #expect(replaced > 0 && repaired.warningText.contains("\(replaced) undecodable"))
    }

    @Test(arguments: [
        [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xD8], [0xF0, 0x9F, 0x98],
    ])
    func wrongUTF8IsAnErrorWithItsPlace(wrong: [UInt8]) throws {
        let before = "خبر اليوم\nمن "
        let error = try #require(refusal(Array(before.utf8) + wrong))
        #expect(error.byteOffset == before.utf8.count && error.line == 2 && error.column == 4)
        #expect(try readOne(Array(before.utf8) + wrong) { $0.isLossy = true }.text.hasPrefix(before))
    }

    @Test func nulSeparatesAndIsReported() throws {
        let document = try readOne("قال\u{0}الوزير".utf8)
        #expect(document.text == "قال\nالوزير")
        #expect(document.warningText.contains("1 NUL"))
    }

    @Test func controlsAreLeftInTheText() throws {
        let text = "قال\u{1}الوزير\u{85}\u{FFFE}\u{FFFF}"
        #expect(try readOne(text.utf8).text == text)
    }

    @Test(arguments: [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
        [0x1F, 0x8B, 0x08, 0, 0, 0], [0xFF, 0xD8, 0xFF, 0xE0], [0x50, 0x4B, 3, 4, 20, 0],
    ])
    func binaryFilesAreRefused(head: [UInt8]) throws {
        let noise = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 7) }
        let error = try #require(refusal(head + noise))
        #expect(error.code == .badData && error.isBinaryFile && error.message.contains("binary file"))
        #expect(try #require(refusal(noise)).code == .badData)
    }

    @Test func theUserOverrulesTheDetector() throws {
        #expect(try readOne([0xC7, 0xE1]) { $0.encoding = .windows1256 }.text == "ال")
        #expect(refusal([0xDB]) { $0.encoding = .iso8859_6 }?.byteOffset == 0)
        #expect(TextEncoding(name: "CP1256") == .windows1256)
        #expect(TextEncoding(name: "klingon") == nil)
    }

    @Test func warnsOfVisualOrder() throws {
        let words = sample.split(separator: " ").filter { $0.unicodeScalars.count > 3 }
        let reversed = words.map { String(String.UnicodeScalarView($0.unicodeScalars.reversed())) }
        let page = Array(repeating: reversed + ["ةرازولا", "ريزولا", "ةموكحلا"], count: 4).flatMap { $0 }.joined(separator: " ")
        #expect(try readOne(page.utf8).warningText.contains("reverse"))
        #expect(try readOne(String(repeating: sample, count: 9).utf8).warnings.isEmpty)
    }

    @Test(arguments: [
        ("قال \u{202E}سالم", "U+202E"), ("قال \u{2066}سالم\nثم", "U+2066"), ("قال \u{2067}سالم", "U+2067"),
        ("قال \u{2066}سالم\u{2069} ثم", nil), ("قال \u{200F}سالم\u{200E}", nil), ("منظمة WНО", "«WНО»"), ("Wορλd", "look like"),
        ("World мир κόσμος عالم", nil), ("WHO", nil),
    ] as [(String, String?)])
    func warnsOfWhatIsNotWhatItLooksLike(text: String, warning: String?) throws {
        let document = try readOne(("سطر\n" + text).utf8)
        #expect(document.text.hasSuffix(text))
        #expect(document.warnings.isEmpty == (warning == nil))
        if let warning { #expect(document.warnings[0].message.contains(warning) && document.warnings[0].line == 2) }
    }
}
