import CSerd

/// A `ByteSource` as serd wants to read it. An error is kept here, for it cannot pass through C.
///
/// Turtle and TriG are handed over byte by byte, so that it is known how far serd has come when a statement
/// breaks a rule that serd leaves to us (an undeclared prefix). In the line-based syntaxes serd finds every
/// error itself, and gets whole pages, which is twice as fast.
final class SerdStream {
    let pageSize: Int
    private let source: any ByteSource
    private let page: UnsafeMutableRawBufferPointer
    private var position = 0
    private var filled = 0
    private(set) var error: (any Error)?
    /// Of the byte that was read last, both from 1; where the source is read byte by byte.
    private(set) var line = 1
    private(set) var column = 0

    /// The last four bytes, the newest lowest.
    private var recent: UInt32 = 0

    /// Whether a digit and a full stop were read last, or before the one byte that serd looks ahead. Read
    /// byte by byte.
    var isAfterNumberAndStop: Bool {
        isNumberAndStop(recent) || isNumberAndStop(recent >> 8)
    }

    private func isNumberAndStop(_ bytes: UInt32) -> Bool {
        let before = UInt8(truncatingIfNeeded: bytes >> 8)
        return UInt8(truncatingIfNeeded: bytes) == UInt8(ascii: ".") && GrammarCheck.isDigit(before)
    }

    init(_ source: any ByteSource, byteByByte: Bool) {
        self.source = source
        pageSize = byteByByte ? 1 : 1 << 16
        page = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit { page.deallocate() }

    static let readCallback: SerdSource = { buffer, size, count, stream in
        let this = Unmanaged<SerdStream>.fromOpaque(stream)._withUnsafeGuaranteedRef { $0 }
        if count != 1 {
            return this.readPage(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
        guard this.position < this.filled || this.fill() else { return 0 }
        let byte = this.page[this.position]
        this.position += 1
        this.recent = this.recent << 8 | UInt32(byte)
        buffer.storeBytes(of: byte, as: UInt8.self)
        if byte == UInt8(ascii: "\n") {
            this.line += 1
            this.column = 0
        } else {
            this.column += 1
        }
        return 1
    }

    private func fill() -> Bool {
        guard error == nil else { return false }
        (position, filled) = (0, 0)
        do { filled = try source.read(into: page) } catch { self.error = error }
        return filled > 0
    }

    /// As much as there is: serd takes a page that is not full for the last one.
    private func readPage(_ memory: UnsafeMutableRawBufferPointer) -> Int {
        guard error == nil else { return 0 }
        var size = 0
        do {
            while size < memory.count {
                let more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[size...]))
                if more == 0 { break }
                size += more
            }
        } catch {
            self.error = error
        }
        return size
    }

    static let errorCallback: SerdStreamErrorFunc = { stream in
        Unmanaged<SerdStream>.fromOpaque(stream).takeUnretainedValue().error == nil ? 0 : 1
    }
}
