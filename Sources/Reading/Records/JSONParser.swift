/// A strict parser of JSON (RFC 8259): one pass, nesting bounded, no more memory than the values need.
///
/// Foundation's parser is left out for its start-up time in every run of the command, for its missing line of errors, and
/// because its stack is the process's.
struct JSONParser {
    struct Failure: Error, Equatable {
        /// In bytes, from 0.
        var offset: Int
        var message: String
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    private static let maximumDepth = 128

    /// The one value in `bytes`.
    /// - Throws: `Failure` with the first place that is not JSON.
    static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(Failure) in
                var parser = JSONParser(bytes: buffer)
                let value = try parser.value()
                parser.skipSpace()
                if parser.position < buffer.count { throw parser.failure("more follows after the value") }
                return value
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private func failure(_ message: String) -> Failure { Failure(offset: position, message: message) }
    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func value() throws(Failure) -> JSONValue {
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), .some(0x30...0x39): return .number(try number())
        case nil: throw failure("the value is cut off")
        default: throw failure("no JSON value starts here")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            bytes[position..<position + length].elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: length))
        else { throw failure("no JSON value starts here") }
        position += length
        return value
    }

    private mutating func enter() throws(Failure) {
        depth += 1
        if depth > Self.maximumDepth { throw failure("nested more than \(Self.maximumDepth) deep") }
        position += 1
        skipSpace()
    }

    private mutating func object() throws(Failure) -> JSONValue {
        try enter()
        var members: [JSONValue.Member] = []
        if current == UInt8(ascii: "}") {
            position += 1
            depth -= 1
            return .object(members)
        }
        while true {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw failure("a name in quotes is expected") }
            let name = try string()
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw failure("a colon is expected") }
            position += 1
            members.append(JSONValue.Member(name: name, value: try value()))
            if try !hasNext(before: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    private mutating func array() throws(Failure) -> JSONValue {
        try enter()
        var values: [JSONValue] = []
        if current == UInt8(ascii: "]") {
            position += 1
            depth -= 1
            return .array(values)
        }
        while true {
            values.append(try value())
            if try !hasNext(before: UInt8(ascii: "]")) { return .array(values) }
        }
    }

    /// Steps over a comma, or over the closing bracket.
    private mutating func hasNext(before end: UInt8) throws(Failure) -> Bool {
        skipSpace()
        if current == UInt8(ascii: ",") {
            position += 1
            return true
        }
        guard current == end else { throw failure("a comma or a closing bracket is expected") }
        position += 1
        depth -= 1
        return false
    }

    private mutating func number() throws(Failure) -> [UInt8] {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        if current == 0x30 { position += 1 } else { try digits() }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return Array(bytes[start..<position])
    }

    private mutating func digits() throws(Failure) {
        guard let first = current, (0x30...0x39).contains(first) else { throw failure("a digit is expected") }
        while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
    }

    private mutating func string() throws(Failure) -> [UInt8] {
        position += 1
        var result: [UInt8] = []
        while true {
            let start = position
            while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 {
                position += 1
            }
            result.append(contentsOf: bytes[start..<position])
            switch current {
            case 0x22:
                position += 1
                return result
            case 0x5C: try escape(into: &result)
            case nil: throw failure("the string is not closed")
            default: throw failure("a control character in a string must be escaped")
            }
        }
    }

    private mutating func escape(into result: inout [UInt8]) throws(Failure) {
        position += 1
        guard let letter = current else { throw failure("the string is not closed") }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            var scalar = try hexadecimal()
            if scalar & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == 0x5C,
                bytes[position + 1] == UInt8(ascii: "u")
            {
                let back = position
                position += 2
                let low = try hexadecimal()
                if low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
                } else {
                    position = back
                }
            }
            // Half a surrogate pair names no character: U+FFFD.
            let units = Unicode.Scalar(scalar).flatMap { UTF8.encode($0) } ?? UTF8.encodedReplacementCharacter
            result.append(contentsOf: units)
        default:
            position -= 1
            throw failure("no such escape")
        }
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw failure("four hexadecimal digits are expected")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
