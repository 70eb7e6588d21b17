/// 128 KiB between the writers and a sink. What is not flushed is lost: the writers' `finish()` does it.
public struct OutputBuffer: ~Copyable {
    private let sink: any ByteSink
    private let base: UnsafeMutablePointer<UInt8>
    private var count = 0

    static let capacity = 128 << 10

    public init(_ sink: any ByteSink) {
        self.sink = sink
        base = .allocate(capacity: Self.capacity)
    }

    deinit { base.deallocate() }

    public mutating func flush() throws {
        guard count > 0 else { return }
        let pending = count
        count = 0
        try sink.write(UnsafeRawBufferPointer(start: base, count: pending))
    }

    /// Makes room for `size` bytes; false if the buffer is smaller than that.
    @inline(__always)
    mutating func reserve(_ size: Int) throws -> Bool {
        if size <= Self.capacity - count { return true }
        try flush()
        return size <= Self.capacity
    }

    // MARK: After `reserve`

    /// Copies without a look at the room that is left: only within what `reserve` has granted.
    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ size: Int) {
        (base + count).update(from: bytes, count: size)
        count += size
    }

    @inline(__always)
    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { put(start, bytes.count) }
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func put(_ text: StaticString) { put(text.utf8Start, text.utf8CodeUnitCount) }

    // MARK: At any time

    @inline(__always)
    mutating func append(_ bytes: UnsafePointer<UInt8>, _ size: Int) throws {
        if size <= Self.capacity - count {
            put(bytes, size)
        } else {
            try appendSlowly(bytes, size)
        }
    }

    private mutating func appendSlowly(_ bytes: UnsafePointer<UInt8>, _ size: Int) throws {
        try flush()
        if size <= Self.capacity {
            put(bytes, size)
        } else {
            try sink.write(UnsafeRawBufferPointer(start: bytes, count: size))
        }
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if let start = bytes.baseAddress { try append(start, bytes.count) }
    }

    @inline(__always)
    public mutating func append(_ byte: UInt8) throws {
        if count == Self.capacity { try flush() }
        put(byte)
    }

    @inline(__always)
    public mutating func append(_ text: StaticString) throws {
        try append(text.utf8Start, text.utf8CodeUnitCount)
    }

    public mutating func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBufferPointer { try append($0) }
    }

    public mutating func append(_ text: String) throws {
        var text = text
        try text.withUTF8 { try append($0) }
    }
}
