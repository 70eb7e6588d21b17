import Files

/// Newline-delimited JSON: an object a line, each a document; empty lines are passed over.
struct NDJSONReader {
    let file: String
    let options: ReadingOptions
    private var source: RecordSource
    private var line = 0

    init(_ input: InputFile, options: ReadingOptions) {
        (file, self.options, source) = (input.name, options, RecordSource(input))
    }

    init(text: [UInt8], file: String, options: ReadingOptions) {
        (self.file, self.options, source) = (file, options, RecordSource(text: text))
    }

    mutating func next() -> Result<Document, FileError>? {
        while true {
            do throws(FileError) {
                let found = try source.next(limit: options.maximumBytes) { buffer, from in
                    buffer[from...].firstIndex(of: 0x0A).map { $0 + 1 }
                }
                guard let record = found else { return nil }
                line += 1
                if record.bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                if record.isTooLong { throw error("the line is longer than \(options.maximumBytes) bytes", at: nil) }
                return .success(try document(of: Array(record.bytes)))
            } catch {
                return .failure(error)
            }
        }
    }

    private func document(of bytes: [UInt8]) throws(FileError) -> Document {
        var bytes = bytes
        var repairs: [FileError] = []
        if let wrong = TextDecoder.firstError(in: bytes) {
            guard options.isLossy else {
                throw error(
                    "is not UTF-8: \(wrong.kind)", at: bytes[..<wrong.byteOffsets.lowerBound],
                    hint: "--lossy replaces what cannot be read")
            }
            bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
            repairs.append(error("undecodable bytes were replaced by U+FFFD", at: nil))
        }
        let value: JSONValue
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(bytes)
        } catch {
            throw self.error("is not JSON: \(error.message)", at: bytes[..<error.offset])
        }
        guard case .object = value else { throw error("the line is no JSON object", at: nil) }
        var document = try JSONRecord(value).document(
            named: "\(file)#\(line)", at: error("", at: nil), format: .ndjson, options: options)
        document.warnings += repairs
        return document
    }

    private func error(_ message: String, at prefix: ArraySlice<UInt8>?, hint: String? = nil) -> FileError {
        FileError(
            .badData, file: file, line: line, column: prefix.map { $0.count { $0 & 0xC0 != 0x80 } + 1 }, message,
            hint: hint)
    }
}

/// A JSON object as a record with named fields.
struct JSONRecord {
    private var fields: [String: JSONValue] = [:]

    init(_ value: JSONValue) {
        guard case .object(let members) = value else { return }
        for member in members { fields[String(decoding: member.name, as: UTF8.self).lowercased()] = member.value }
    }

    func document(
        named name: String, at place: FileError, format: DocumentFormat, options: ReadingOptions
    ) throws(FileError) -> Document {
        let assembler = RecordAssembler(fields: options.fields, format: format)
        return try assembler.document(named: name, at: place) { field in fields[field].flatMap { Self.bytes(of: $0) } }
    }

    /// A string or a number; of an object its `name` or `@id`, of an array its first element — or, if all are strings, all
    /// of them as lines, as some dumps keep paragraphs.
    private static func bytes(of value: JSONValue) -> [UInt8]? {
        switch value {
        case .string(let bytes), .number(let bytes): return bytes
        case .object: return (value["name"] ?? value["@id"] ?? value["$oid"] ?? value["$date"]).flatMap { bytes(of: $0) }
        case .array(let values):
            let strings = values.compactMap { if case .string(let bytes) = $0 { bytes } else { nil } }
            if strings.count == values.count { return Array(strings.joined(separator: [0x0A])) }
            return values.first.flatMap { bytes(of: $0) }
        case .null, .bool: return nil
        }
    }
}
