import ArabicText
import Files

/// Reads PDF through `pdftotext` of poppler.
struct PDFReader {
    let file: String
    let options: ReadingOptions

    func document(_ bytes: [UInt8]) throws(FileError) -> Document {
        let text = try ConvertedFile(file: file, options: options).text(
            of: bytes, by: "pdftotext", ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], package: "poppler-utils")
        var lossy = options
        (lossy.isLossy, lossy.encoding) = (true, .utf8)
        // The form feed between pages is a space to the tokenizer, and stays.
        var decoded = try TextDecoder(options: lossy, file: file).decode(text)
        WrappedLines.joinByLength(&decoded.text)
        var document = Document(name: file, source: SourceText(utf8: decoded.text), format: .pdf)
        document.warnings = decoded.warnings
        if decoded.text.allSatisfy({ $0 <= 0x20 }), !bytes.isEmpty {
            document.warnings.append(
                FileError(
                    .badData, file: file, "has no text, only pictures of it",
                    hint: "run text recognition over it first, as ocrmypdf -l ara"))
        }
        if let warning = VisualOrder.warning(for: decoded.text, file: file) { document.warnings.append(warning) }
        return document
    }
}

/// Arabic that a PDF holds letter by letter as it is seen, from left to right.
enum VisualOrder {
    /// A warning if words end with لا as often as words of a proper text begin with ال, or begin with ة, which none does.
    static func warning(for text: [UInt8], file: String) -> FileError? {
        var (words, articles, reversed) = (0, 0, 0)
        var word: [UInt8] = []
        func close() {
            guard word.count >= 6 else { return }
            words += 1
            if word.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) { articles += 1 }
            if word.suffix(4).elementsEqual([0xD9, 0x84, 0xD8, 0xA7]) || word.starts(with: [0xD8, 0xA9]) { reversed += 1 }
        }
        for byte in text.prefix(1 << 20) {
            if byte >= 0x80 {
                if word.count < 64 { word.append(byte) }
            } else {
                close()
                word.removeAll(keepingCapacity: true)
            }
        }
        close()
        guard words >= 10, reversed * 6 > words, reversed > articles * 3 else { return nil }
        return FileError(
            .badData, file: file, "its Arabic seems to stand in reverse, letter by letter; hardly anything will be found",
            hint: "save the document again as text from the program that made it")
    }
}
