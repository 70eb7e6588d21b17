extension Folding {
    /// Appends the folded form of UTF-8 bytes to `out`, scalar by scalar, as `fold(_:)` does for a text. What is not
    /// UTF-8 counts as punctuation and is kept.
    public static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        arabicLetters.withUnsafeBufferPointer { letters in
            var position = 0
            while position < bytes.count {
                let first = bytes[position]
                if first >= 0xD8, first <= 0xDB, position + 1 < bytes.count {
                    let letter = letters[Int(first & 3) << 6 | Int(bytes[position + 1] & 0x3F)]
                    if letter != 0 {
                        out.append(UInt8(truncatingIfNeeded: letter >> 8))
                        out.append(UInt8(truncatingIfNeeded: letter))
                        position += 2
                        continue
                    }
                }
                position += appendScalar(bytes, position, to: &out)
            }
        }
    }

    /// For U+0600–06FF the two bytes of the folded letter; 0 for what is no letter.
    private static let arabicLetters: [UInt16] = (UInt32(0x600)..<0x700).map { value in
        guard scalarClass(value) == .letter else { return 0 }
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : 0
    }

    /// Returns the number of bytes that it has read.
    private static func appendScalar(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, to out: inout [UInt8]
    ) -> Int {
        let (value, length) = scalar(bytes, position)
        switch scalarClass(value) {
        case .mark: break
        case .letter, .digit: append(value, to: &out)
        case .space: out.append(0x20)
        case .newline: out.append(0x0A)
        case .punctuation: out.append(contentsOf: bytes[position..<position + length])
        }
        return length
    }

    /// The scalar at a byte and its length; U+FFFD and 1 for what is none.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[position])
        let rest = bytes.count - position
        if first < 0x80 { return (first, 1) }
        func next(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset]) & 0x3F }
        if first < 0xE0, rest > 1 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0, rest > 2 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        if rest > 3 { return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4) }
        return (0xFFFD, 1)
    }
}
