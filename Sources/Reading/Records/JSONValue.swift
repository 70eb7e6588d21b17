/// A JSON value (RFC 8259). Strings are valid UTF-8; numbers are kept as they are written.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case number([UInt8])
    case string([UInt8])
    case array([JSONValue])
    case object([Member])

    struct Member: Equatable {
        var name: [UInt8]
        var value: JSONValue
    }

    /// The value of a member; of several with one name the last, as in ECMAScript.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name.elementsEqual(name.utf8) }?.value
    }

    /// A string, or a number as it is written.
    var text: String? {
        switch self {
        case .string(let bytes), .number(let bytes): String(decoding: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The elements of an array, or the value itself as the only one.
    var elements: [JSONValue] {
        if case .array(let values) = self { return values }
        return self == .null ? [] : [self]
    }
}
