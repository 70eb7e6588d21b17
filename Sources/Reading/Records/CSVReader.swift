import Files

/// Comma-separated values (RFC 4180) with a header line, a document a row. The separator is a comma, semicolon or tab,
/// whichever the header has most of; a quoted field may hold line ends.
struct CSVReader {
    let file: String
    let options: ReadingOptions
    private var source: RecordSource
    private var header: [String] = []
    private var separator: UInt8 = 0x2C
    private var line = 1
    private var isStarted = false

    init(_ input: InputFile, options: ReadingOptions) {
        (file, self.options, source) = (input.name, options, RecordSource(input))
    }

    init(text: [UInt8], file: String, options: ReadingOptions) {
        (self.file, self.options, source) = (file, options, RecordSource(text: text))
    }

    mutating func next() -> Result<Document, FileError>? {
        while true {
            do throws(FileError) {
                guard let record = try nextRecord() else { return nil }
                if !isStarted {
                    isStarted = true
                    try readHeader(record.bytes)
                    continue
                }
                if record.bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                return .success(try document(of: record.bytes, line: record.line))
            } catch {
                // Without a header no row can be read.
                if header.isEmpty { source = RecordSource(text: []) }
                return .failure(error)
            }
        }
    }

    private mutating func nextRecord() throws(FileError) -> (bytes: [UInt8], line: Int)? {
        var isQuoted = false
        let found = try source.next(limit: options.maximumBytes) { buffer, from in
            for index in from..<buffer.count {
                if buffer[index] == 0x22 { isQuoted.toggle() }
                if buffer[index] == 0x0A, !isQuoted { return index + 1 }
            }
            return nil
        }
        guard let record = found else { return nil }
        let start = line
        line += record.bytes.count { $0 == 0x0A }
        if record.isTooLong { throw error("the row is longer than \(options.maximumBytes) bytes", line: start) }
        if isQuoted {
            throw error("the quote is never closed", line: start, hint: "double the quotes inside a quoted field")
        }
        let bytes = Array(record.bytes)
        if let wrong = TextDecoder.firstError(in: bytes) { throw error("is not UTF-8: \(wrong.kind)", line: start) }
        return (bytes, start)
    }

    private mutating func readHeader(_ bytes: [UInt8]) throws(FileError) {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
        let counts = candidates.map { candidate in bytes.count { $0 == candidate } }
        if let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) { separator = candidates[index] }
        let names = cells(of: bytes).map { OneLine.text(String(decoding: $0, as: UTF8.self))?.lowercased() ?? "" }
        let known = options.fields.names[.text, default: []] + options.fields.names[.title, default: []]
        guard names.contains(where: known.contains) else {
            throw error(
                "the first line names no column for the text", line: 1,
                hint: "call it text, body, content or النص; found: \(names.prefix(12).joined(separator: ", "))")
        }
        header = names
    }

    private func document(of bytes: [UInt8], line: Int) throws(FileError) -> Document {
        let row = cells(of: bytes)
        guard row.count <= header.count else {
            throw error("the row has \(row.count) fields, the header \(header.count)", line: line)
        }
        let assembler = RecordAssembler(fields: options.fields, format: .csv)
        let place = error("", line: line)
        return try assembler.document(named: "\(file)#\(line)", at: place) { name in
            guard let index = header.firstIndex(of: name), index < row.count else { return nil }
            return row[index]
        }
    }

    private func cells(of bytes: [UInt8]) -> [[UInt8]] {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte != 0x22 {
                    cell.append(byte)
                } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    cell.append(0x22)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22 {
                isQuoted = true
            } else if byte == separator {
                cells.append(cell)
                cell = []
            } else if byte != 0x0A && !(byte == 0x0D && index + 2 >= bytes.count) {
                cell.append(byte)
            }
            index += 1
        }
        cells.append(cell)
        return cells
    }

    private func error(_ message: String, line: Int, hint: String? = nil) -> FileError {
        FileError(.badData, file: file, line: line, message, hint: hint)
    }
}
