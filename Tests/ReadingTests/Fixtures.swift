import Files
import Reading

/// Sentences of the test's own.
let sample = "اجتمع وزير النقل مع السفير في العاصمة، وقال إن الطريق الجديد سيفتح قريبا على مراحل.\n"

/// All documents in bytes.
func read(
    _ bytes: some Sequence<UInt8>, _ name: String = "file.txt", _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> [Result<Document, FileError>] {
    var options = ReadingOptions()
    change(&options)
    return Array(try DocumentReader(options: options).documents(in: Array(bytes), named: name))
}

/// The one document in bytes.
func readOne(
    _ bytes: some Sequence<UInt8>, _ name: String = "file.txt", _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> Document {
    let results = try read(bytes, name, change)
    guard results.count == 1, let first = results.first else { throw FileError(.badData, "\(results.count) documents") }
    return try first.get()
}

/// The error that reading ends with.
func refusal(
    _ bytes: some Sequence<UInt8>, _ name: String = "file.txt", _ change: (inout ReadingOptions) -> Void = { _ in }
) -> FileError? {
    do {
        for result in try read(bytes, name, change) { _ = try result.get() }
        return nil
    } catch {
        return error as? FileError
    }
}

extension Document {
    var text: String { String(decoding: source.bytes, as: UTF8.self) }
    var warningText: String { warnings.map(\.description).joined(separator: "\n") }
}

/// UTF-16LE.
func littleEndian(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return bytes
}
