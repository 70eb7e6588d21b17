/// The text of a term while it is put together: bytes of UTF-8, without a `String` for each.
public struct TermText: Sendable {
    var bytes: [UInt8] = []

    public init() { bytes.reserveCapacity(256) }

    init(bytes: [UInt8]) { self.bytes = bytes }

    public var count: Int { bytes.count }

    public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    public mutating func append(_ text: Substring.UTF8View) { bytes.append(contentsOf: text) }

    public mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    public mutating func append(_ byte: UInt8) { bytes.append(byte) }

    public mutating func append(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// The digits of `number`, with a minus sign where it is negative.
    public mutating func append(decimal number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Two lower-case hex digits a byte.
    public mutating func append(hex more: some Sequence<UInt8>) {
        for byte in more {
            bytes.append(lowerHexDigits[Int(byte >> 4)])
            bytes.append(lowerHexDigits[Int(byte & 15)])
        }
    }

    /// The bytes put together so far.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes(body)
    }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

let lowerHexDigits = Array("0123456789abcdef".utf8)
let upperHexDigits = Array("0123456789ABCDEF".utf8)
