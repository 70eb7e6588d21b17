/// Lines and columns of a text, for messages.
public struct LineMap: Sendable {
    private let bytes: [UInt8]
    /// The code point at which each line begins.
    private var lineStarts: [Int] = [0]
    /// The byte of every 64th code point.
    private var bytesOfScalars: [Int] = []

    /// - Parameter bytes: valid UTF-8.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scalar = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalar % 64 == 0 { bytesOfScalars.append(index) }
            scalar += 1
            if byte == 0x0A { lineStarts.append(scalar) }
        }
    }

    /// Line and column of a code point, both from 1, the column in code points.
    public func place(of scalar: Int) -> (line: Int, column: Int) {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= scalar { low = middle } else { high = middle }
        }
        return (low + 1, scalar - lineStarts[low] + 1)
    }

    /// The text of a half-open range of code points.
    public func text(_ range: Range<Int32>) -> String {
        String(decoding: bytes[byte(of: Int(range.lowerBound))..<byte(of: Int(range.upperBound))], as: UTF8.self)
    }

    private func byte(of scalar: Int) -> Int {
        guard scalar / 64 < bytesOfScalars.count else { return bytes.count }
        var byte = bytesOfScalars[scalar / 64]
        var rest = scalar % 64
        while byte < bytes.count {
            if bytes[byte] & 0xC0 != 0x80 {
                if rest == 0 { return byte }
                rest -= 1
            }
            byte += 1
        }
        return byte
    }
}
