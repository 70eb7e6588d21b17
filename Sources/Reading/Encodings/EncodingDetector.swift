/// Tells the encoding of a text from its bytes.
enum EncodingDetector {
    enum Guess: Equatable {
        /// Certain: valid UTF-8, or what the file declares and its bytes bear out.
        case known(TextEncoding)
        /// Likely enough to go on with a warning.
        case guessed(TextEncoding)
        /// UTF-8 with wrong places in it.
        case damaged
        case binary
        case unknown
    }

    static func byteOrderMark(of bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        return nil
    }

    /// The kind of a file that is no text, by its first bytes.
    static func binaryKind(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.bytes) }?.name
    }

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0x1F, 0x8B, 0x08], "gzip; unpack it first"), (Array("BZh9".utf8), "bzip2; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz; unpack it first"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd; unpack it first"),
        ([0x50, 0x4B, 3, 4], "a zip archive; unpack it first"), ([0x37, 0x7A, 0xBC, 0xAF], "7z; unpack it first"),
        (Array("%PDF-".utf8), "PDF"), (Array("SQLite format 3".utf8), "an SQLite database"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Office document; save it as .docx"),
        ([0xFF, 0xFE, 0, 0], "UTF-32; convert it to UTF-8"), ([0, 0, 0xFE, 0xFF], "UTF-32; convert it to UTF-8"),
        (Array("RIFF".utf8), "sound or video"), (Array("ID3".utf8), "sound"), (Array("OggS".utf8), "sound or video"),
    ]

    static func guess(_ bytes: [UInt8], declared: TextEncoding?) -> Guess {
        if let wide = utf16(bytes) { return .guessed(wide) }
        let sample = bytes.prefix(1 << 16)
        let controls = sample.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
        if TextDecoder.firstError(in: bytes) == nil {
            return controls * 10 > sample.count * 3 && sample.count > 16 ? .binary : .known(.utf8)
        }
        if controls * 50 > sample.count { return .binary }
        if hasArabicRunInUTF8(bytes) { return .damaged }
        let shares = [TextEncoding.windows1256, .iso8859_6].map { ($0, ArabicWordShare(bytes, in: $0)) }
        if let declared, declared != .utf8 {
            let isBorneOut = shares.contains { $0.0 == declared && $0.1.undefined == 0 }
            if isBorneOut { return .known(declared) }
        }
        let sure = shares.filter { $0.1.isArabic }.sorted { $0.1.share > $1.1.share }
        guard let best = sure.first else { return .unknown }
        if sure.count > 1, sure[1].1.share * 2 > best.1.share { return .unknown }
        return .guessed(best.0)
    }

    /// UTF-16 without a mark: the high bytes of Arabic letters are 06, those of spaces and digits 00, all on one side.
    private static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 8 else { return nil }
        let sample = bytes.prefix(1 << 16)
        var (even, odd, evenNull, oddNull) = (0, 0, 0, 0)
        for (index, byte) in sample.enumerated() where byte == 0 || byte == 6 {
            if index & 1 == 0 {
                even += 1
                if byte == 0 { evenNull += 1 }
            } else {
                odd += 1
                if byte == 0 { oddNull += 1 }
            }
        }
        let half = sample.count / 2
        // A NUL is needed as well: a text of nothing but 06 and letters does not exist.
        if odd * 10 > half * 8, even * 10 < half, oddNull > 0 { return .utf16LittleEndian }
        if even * 10 > half * 8, odd * 10 < half, evenNull > 0 { return .utf16BigEndian }
        return nil
    }

    /// Three Arabic letters in a row, as UTF-8 writes them (D8…DB and a byte from 80 to BF, three times): in the
    /// single-byte encodings these would be letters and signs in turn, which is no text.
    private static func hasArabicRunInUTF8(_ bytes: [UInt8]) -> Bool {
        var run = 0
        var index = 0
        while index + 1 < bytes.count {
            if (0xD8...0xDB).contains(bytes[index]), (0x80...0xBF).contains(bytes[index + 1]) {
                run += 1
                if run == 3 { return true }
                index += 2
            } else {
                run = 0
                index += 1
            }
        }
        return false
    }
}

/// How much of a text is what every Arabic text is full of, if its bytes are read in a given encoding: words with the
/// article ال, and the commonest particles.
struct ArabicWordShare {
    private(set) var words = 0
    private(set) var common = 0
    /// Bytes that the encoding does not define.
    private(set) var undefined = 0

    var share: Double { words == 0 ? 0 : Double(common) / Double(words) }
    /// In real texts the share is about 0.4, in a wrongly decoded one near 0.
    var isArabic: Bool { common >= 2 && share >= 0.12 && undefined == 0 }

    /// - Complexity: linear, in the first mebibyte of `bytes`.
    init(_ bytes: [UInt8], in encoding: TextEncoding) {
        var word: [UInt32] = []
        for byte in bytes.prefix(1 << 20) {
            guard let scalar = SingleByteTable.scalar(of: byte, in: encoding) else {
                undefined += 1
                continue
            }
            if (0x621...0x652).contains(scalar) {
                if word.count < 4 { word.append(scalar) }
            } else if !word.isEmpty {
                count(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { count(word) }
    }

    private mutating func count(_ word: [UInt32]) {
        words += 1
        if word.count > 3 ? word.starts(with: [0x627, 0x644]) : Self.particles.contains(word) { common += 1 }
    }

    /// في من على إلى أن عن مع
    private static let particles: Set<[UInt32]> = [
        [0x641, 0x64A], [0x645, 0x646], [0x639, 0x644, 0x649], [0x625, 0x644, 0x649], [0x623, 0x646], [0x639, 0x646],
        [0x645, 0x639],
    ]
}
