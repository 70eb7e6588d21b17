import Files

/// Turns the bytes of a file into valid UTF-8.
struct TextDecoder {
    let options: ReadingOptions
    /// The file, for messages.
    let file: String

    struct Decoded {
        var text: [UInt8]
        var encoding: TextEncoding
        var warnings: [FileError] = []
    }

    /// - Throws: 65 with the place of the first bytes that cannot be decoded.
    func decode(_ bytes: [UInt8]) throws(FileError) -> Decoded {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileError(
                .badData, file: file, "is not UTF-8",
                hint: "name its encoding, as --encoding windows-1256, or repair it with --lossy")
        }
        _ = text
        return Decoded(text: bytes, encoding: .utf8)
    }
}
