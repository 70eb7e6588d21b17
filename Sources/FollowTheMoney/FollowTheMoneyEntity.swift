import Crypto
import JSONText

/// An entity of FollowTheMoney: a schema, and properties of several values each.
struct FollowTheMoneyEntity {
    let id: String
    let schema: String
    private(set) var properties: [(name: String, values: [String])] = []

    init(_ id: String, _ schema: String) { (self.id, self.schema) = (id, schema) }

    /// Adds what is there and not yet in it.
    mutating func add(_ name: String, _ values: String?...) { add(name, values) }

    mutating func add(_ name: String, _ values: [String?]) {
        for case let value? in values.map({ $0.map(Self.plain) }) where !value.isEmpty {
            if let index = properties.firstIndex(where: { $0.name == name }) {
                if !properties[index].values.contains(value) { properties[index].values.append(value) }
            } else {
                properties.append((name, [value]))
            }
        }
    }

    /// Without controls and marks of direction, which FollowTheMoney does not take.
    private static func plain(_ text: String) -> String {
        func isOut(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isOut) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isOut($0) }))
    }

    var json: JSONValue {
        .object([
            ("id", .string(id)), ("schema", .string(schema)),
            ("properties", .object(properties.map { ($0.name, .array($0.values.map { .string($0) })) })),
        ])
    }

    /// An id as FollowTheMoney wants it: letters, digits, full stops and hyphens, up to 200; the last part of a name
    /// that is longer, or has something else in it, is its SHA-256.
    static func id(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D || byte == 0x2E
        }
        if isPlain, name.utf8.count <= 160, let last = name.utf8.last, last != 0x2D, last != 0x2E { return name }
        let kind = name.utf8.prefix { (0x61...0x7A).contains($0) }
        var hash = SHA256()
        hash.update(data: Array(name.utf8))
        var text = Array(kind) + [0x2E]
        for byte in hash.finalize().prefix(16) {
            for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
