import Files

/// Turns the bytes of a file into valid UTF-8, and says what it took them for.
struct TextDecoder {
    let options: ReadingOptions
    /// The file, for messages.
    let file: String

    struct Decoded {
        var text: [UInt8] = []
        var encoding: TextEncoding
        var warnings: [FileError] = []
    }

    /// - Parameter declared: what the file itself names, as a page's `charset`. A byte order mark and
    ///   `ReadingOptions.encoding` overrule it, and so does text that is plainly UTF-8.
    /// - Throws: 65 with the place of the first bytes that cannot be decoded.
    func decode(_ bytes: [UInt8], declared: TextEncoding? = nil) throws(FileError) -> Decoded {
        if let kind = EncodingDetector.binaryKind(of: bytes) { throw binary("looks like \(kind)") }
        var warnings: [FileError] = []
        let encoding: TextEncoding
        var isChecked = false
        if let mark = EncodingDetector.byteOrderMark(of: bytes) {
            encoding = mark
        } else if let chosen = options.encoding {
            encoding = chosen
        } else {
            switch EncodingDetector.guess(bytes, declared: declared) {
            case .known(let found): (encoding, isChecked) = (found, found == .utf8)
            case .guessed(let found):
                encoding = found
                warnings.append(
                    FileError(
                        .badData, file: file, "names no encoding; read as \(found.rawValue)",
                        hint: "if its letters are wrong, name another one with --encoding"))
            case .binary: throw binary("has too many control characters for a text")
            case .damaged: encoding = .utf8
            case .unknown: throw unknown(bytes)
            }
        }
        var decoded = Decoded(encoding: encoding)
        switch encoding {
        case .utf8: if isChecked { decoded.text = bytes } else { try decodeUTF8(bytes, into: &decoded) }
        case .utf16LittleEndian, .utf16BigEndian: try decodeUTF16(bytes, into: &decoded)
        case .windows1256, .iso8859_6: try decodeSingleBytes(bytes, into: &decoded)
        }
        decoded.warnings.insert(contentsOf: warnings, at: 0)
        separateAtNulls(&decoded)
        return decoded
    }

    private func decodeUTF8(_ bytes: [UInt8], into decoded: inout Decoded) throws(FileError) {
        guard let error = Self.firstError(in: bytes) else {
            decoded.text = bytes
            return
        }
        if !options.isLossy {
            throw undecodable(bytes, error.byteOffsets, "is not UTF-8: \(error.kind)", decodedPrefix: nil)
        }
        decoded.text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let added = Self.replacementCharacters(in: decoded.text) - Self.replacementCharacters(in: bytes)
        decoded.warnings.append(replaced(added))
    }

    private func decodeUTF16(_ bytes: [UInt8], into decoded: inout Decoded) throws(FileError) {
        let low = decoded.encoding == .utf16LittleEndian ? 0 : 1
        decoded.text.reserveCapacity(bytes.count)
        var replacements = 0
        var index = 0
        func unit(at index: Int) -> UInt32 { UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8 }
        while index < bytes.count {
            var scalar: UInt32 = 0xD800
            var length = min(2, bytes.count - index)
            if length == 2 {
                scalar = unit(at: index)
                if scalar & 0xFC00 == 0xD800, index + 3 < bytes.count, unit(at: index + 2) & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(at: index + 2) & 0x3FF
                    length = 4
                }
            }
            if let value = Unicode.Scalar(scalar) {
                decoded.text.append(contentsOf: UTF8.encode(value) ?? UTF8.encodedReplacementCharacter)
            } else if options.isLossy {
                decoded.text.append(contentsOf: UTF8.encodedReplacementCharacter)
                replacements += 1
            } else {
                let reason = length == 1 ? "the last byte is half a unit" : "a lone surrogate"
                throw undecodable(
                    bytes, index..<index + length, "is not UTF-16: \(reason)", decodedPrefix: decoded.text)
            }
            index += length
        }
        if replacements > 0 { decoded.warnings.append(replaced(replacements)) }
    }

    private func decodeSingleBytes(_ bytes: [UInt8], into decoded: inout Decoded) throws(FileError) {
        decoded.text.reserveCapacity(bytes.count * 2)
        var replacements = 0
        for (index, byte) in bytes.enumerated() {
            if byte < 0x80 {
                decoded.text.append(byte)
            } else if let value = SingleByteTable.scalar(of: byte, in: decoded.encoding),
                let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar)
            {
                decoded.text.append(contentsOf: units)
            } else if options.isLossy {
                decoded.text.append(contentsOf: UTF8.encodedReplacementCharacter)
                replacements += 1
            } else {
                let reason = "is not \(decoded.encoding.rawValue): there is no such letter"
                throw undecodable(bytes, index..<index + 1, reason, decodedPrefix: decoded.text)
            }
        }
        if replacements > 0 { decoded.warnings.append(replaced(replacements)) }
    }

    /// NUL ends a string in many programs that will read our output; it becomes a line end here, which keeps every
    /// offset.
    private func separateAtNulls(_ decoded: inout Decoded) {
        var count = 0
        for index in decoded.text.indices where decoded.text[index] == 0 {
            decoded.text[index] = 0x0A
            count += 1
        }
        guard count > 0 else { return }
        decoded.warnings.append(
            FileError(.badData, file: file, "has \(count) NUL characters, each read as a line end"))
    }
}

extension TextDecoder {
    /// The first place that is not UTF-8; offsets in bytes.
    static func firstError(in bytes: [UInt8]) -> UTF8.ValidationError? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error
        }
    }

    private static func replacementCharacters(in bytes: [UInt8]) -> Int {
        var count = 0
        for index in bytes.indices.dropLast(2)
        where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
            count += 1
        }
        return count
    }

    private func binary(_ reason: String) -> FileError {
        var error = FileError(
            .badData, file: file, "is a binary file: \(reason)",
            hint: "isnad reads text, HTML, RSS, Atom, NDJSON, CSV, PDF and DOCX")
        error.isBinaryFile = true
        return error
    }

    private func replaced(_ count: Int) -> FileError {
        FileError(.badData, file: file, "\(count) undecodable places were replaced by U+FFFD")
    }

    private func unknown(_ bytes: [UInt8]) -> FileError {
        let place = Self.firstError(in: bytes)?.byteOffsets ?? 0..<0
        return undecodable(bytes, place, "is in no encoding that can be told for sure", decodedPrefix: nil)
    }

    /// - Parameter decodedPrefix: what stands before the place, in UTF-8; nil if the bytes themselves do.
    private func undecodable(
        _ bytes: [UInt8], _ place: Range<Int>, _ reason: String, decodedPrefix: [UInt8]?
    ) -> FileError {
        let before = decodedPrefix.map { $0[...] } ?? bytes[..<place.lowerBound]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let shown = bytes[place].map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
        return FileError(
            .badData, file: file, line: 1 + before.count { $0 == 0x0A },
            column: 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }, byteOffset: place.lowerBound,
            "\(reason) (byte \(place.lowerBound): \(shown.joined(separator: " ")))",
            hint: "name the encoding, as --encoding windows-1256, or replace what cannot be read with --lossy")
    }
}
