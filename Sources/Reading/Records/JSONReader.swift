import Files

/// A JSON file of one record, or of an array of records, each a document.
struct JSONReader {
    static func documents(
        _ text: [UInt8], file: String, options: ReadingOptions
    ) throws(FileError) -> DocumentStream {
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(text)
        } catch {
            throw FileError.inText(text, at: error.offset, file: file, "is not JSON: \(error.message)")
        }
        if case .object = value {
            let document = try JSONRecord(value).document(
                named: file, at: FileError(.badData, file: file, ""), format: .json, options: options)
            return DocumentStream(single: document)
        }
        guard case .array(let values) = value else {
            throw FileError(
                .badData, file: file, "holds neither an object nor an array of objects",
                hint: "isnad reads records with named fields")
        }
        var index = 0
        return DocumentStream {
            guard index < values.count else { return nil }
            index += 1
            let place = FileError(.badData, file: "\(file)#\(index)", "")
            return Result { () throws(FileError) in
                try JSONRecord(values[index - 1]).document(
                    named: "\(file)#\(index)", at: place, format: .json, options: options)
            }
        }
    }
}

extension FileError {
    /// An error at a byte of a UTF-8 text, told as line and column.
    static func inText(_ text: [UInt8], at offset: Int, file: String, _ message: String, hint: String? = nil) -> FileError {
        let before = text.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return FileError(
            .badData, file: file, line: 1 + before.count { $0 == 0x0A },
            column: 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }, byteOffset: offset, message, hint: hint)
    }
}
