import ArabicText
import Files
import Reading

/// Documents of every kind, from bytes.
enum ReadingTargets {
    static func decode(_ bytes: [UInt8]) {
        for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
            for isLossy in [false, true] {
                var options = ReadingOptions()
                (options.encoding, options.isLossy, options.format) = (encoding, isLossy, .text)
                let isRead = read(bytes, "text.txt", options) > 0
                if isLossy, encoding != nil { check(isRead || isBinary(bytes, options), "lossy reading refuses nothing") }
            }
        }
    }

    private static func isBinary(_ bytes: [UInt8], _ options: ReadingOptions) -> Bool {
        do {
            _ = try DocumentReader(options: options).documents(in: bytes, named: "text.txt")
        } catch {
            return error.isBinaryFile
        }
        return false
    }

    static func documents(_ bytes: [UInt8], _ name: String) {
        var options = ReadingOptions()
        options.format = name.hasSuffix("html") ? .html : name.hasSuffix("rss") ? .rss : nil
        read(bytes, name, options)
    }

    /// - Returns: how many documents came.
    @discardableResult
    private static func read(_ bytes: [UInt8], _ name: String, _ options: ReadingOptions) -> Int {
        var count = 0
        do {
            for result in try DocumentReader(options: options).documents(in: bytes, named: name) {
                switch result {
                case .success(let document):
                    count += 1
                    promise(document)
                case .failure(let error): promise(error)
                }
                check(count <= bytes.count + 1, "more documents than bytes")
            }
        } catch {
            promise(error)
        }
        return count
    }

    private static func promise(_ document: Document) {
        let text = document.source.bytes
        check(String(validating: text, as: UTF8.self) != nil, "the text is UTF-8")
        check(!text.contains(0), "no NUL in the text")
        for line in [document.title, document.publisher, document.author].compactMap({ $0 }) {
            check(!line.isEmpty && line.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "metadata is one line")
        }
        if let date = document.date { check(date.utf8.count == 10, "a date is YYYY-MM-DD: \(date)") }
        if let url = document.url { check(url.lowercased().hasPrefix("http"), "an address is http: \(url)") }
        document.warnings.forEach(promise)
    }

    private static func promise(_ error: FileError) {
        let shown = error.description
        check(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "messages are clean: \(shown)")
        check([65, 66, 74].contains(error.code.rawValue), "the code is documented")
    }
}
