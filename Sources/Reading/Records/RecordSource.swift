import Files

/// A file in pieces: lines for NDJSON, chunks for CSV; no more of it in memory than one record.
struct RecordSource {
    private let refill: (inout [UInt8]) throws(FileError) -> Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    init(_ input: InputFile) {
        refill = { (buffer: inout [UInt8]) throws(FileError) in try input.read(1 << 18, into: &buffer) }
    }

    /// Of text that was decoded already.
    init(text: [UInt8]) {
        refill = { (_: inout [UInt8]) throws(FileError) in 0 }
        buffer = text
        isAtEnd = true
    }

    /// The bytes up to the next end, which `findEnd` tells, or to the end of the file; nil if none are left.
    ///
    /// - Parameters:
    ///   - limit: the most bytes; of a longer record the first `limit` come, and `isTooLong` is true.
    ///   - findEnd: called with the buffer, the place to go on from and whether the file ends with the buffer; gives the
    ///     place after the record, or nil if it needs more. It is never shown a byte twice.
    mutating func next(
        limit: Int, findEnd: (_ buffer: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int?
    ) throws(FileError) -> (bytes: ArraySlice<UInt8>, isTooLong: Bool)? {
        var from = start
        var isTooLong = false
        while true {
            if let end = buffer.withUnsafeBufferPointer({ findEnd($0, from) }) {
                defer { start = end }
                return (buffer[start..<end], isTooLong || end - start > limit)
            }
            from = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start == buffer.count ? nil : (buffer[start...], isTooLong || buffer.count - start > limit)
            }
            if buffer.count - start > limit {
                // Pass over the rest of it without keeping it.
                isTooLong = true
                buffer.removeSubrange((start + min(limit, 1 << 12))...)
                from = buffer.count
            }
            if start > 0 {
                buffer.removeSubrange(..<start)
                from -= start
                start = 0
            }
            isAtEnd = try refill(&buffer) == 0
        }
    }
}
