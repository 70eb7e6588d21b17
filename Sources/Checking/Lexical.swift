import KnowledgeGraph

/// The lexical forms that values must have: XML Schema Part 2, the parts that are used here.
enum Lexical {
    static func isValid(_ text: String, _ datatype: Value.Datatype) -> Bool {
        let bytes = Array(text.utf8)
        switch datatype {
        case .string, .arabic: return true
        case .integer:
            return isDigits(
                bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
                    ? bytes[1...] : bytes[...])
        case .nonNegativeInteger: return isDigits(bytes[...])
        case .gYear: return matches(bytes, "dddd")
        case .gYearMonth: return matches(bytes, "dddd-dd") && isMonth(bytes[5...])
        case .gMonthDay:
            return matches(bytes, "--dd-dd") && isMonth(bytes[2...3]) && isDay(bytes[5...], bytes[2...3], nil)
        case .date:
            return matches(bytes, "dddd-dd-dd") && isMonth(bytes[5...6])
                && isDay(bytes[8...], bytes[5...6], number(bytes[0...3]))
        case .duration: return isDuration(bytes)
        }
    }

    /// Digits parted by `/`, `-` or `.`, and before them up to three letters and a `/`: «م/45», `2.20.292`.
    static func isNumberOfLaw(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        if let stroke = bytes.firstIndex(of: UInt8(ascii: "/")) {
            let letters = String(decoding: bytes[..<stroke], as: UTF8.self).unicodeScalars
            let isLetters = letters.allSatisfy { ("ء"..."ي").contains($0) || ("A"..."Z").contains($0) }
            if !letters.isEmpty, letters.count <= 3, isLetters { bytes = bytes[(stroke + 1)...] }
        }
        let parts = bytes.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        return parts.allSatisfy(isDigits)
    }

    /// Small letters and digits, parted by single hyphens.
    static func isKebabCase(_ text: String) -> Bool {
        Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy {
            word in
            !word.isEmpty && word.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        }
    }

    private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func matches(_ bytes: [UInt8], _ pattern: StaticString) -> Bool {
        guard bytes.count == pattern.utf8CodeUnitCount else { return false }
        for (index, byte) in bytes.enumerated() {
            let wanted = pattern.utf8Start[index]
            guard wanted == UInt8(ascii: "d") ? byte >= 0x30 && byte <= 0x39 : byte == wanted else {
                return false
            }
        }
        return true
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    private static func isMonth(_ digits: ArraySlice<UInt8>) -> Bool { (1...12).contains(number(digits)) }

    private static func isDay(_ day: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ year: Int?) -> Bool {
        let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        let length: Int
        switch number(month) {
        case 2: length = isLeap ? 29 : 28
        case 4, 6, 9, 11: length = 30
        default: length = 31
        }
        return (1...length).contains(number(day))
    }

    /// `PnYnMnDTnHnMnS`, whole numbers, at least one part.
    private static func isDuration(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard rest.first == UInt8(ascii: "P") else { return false }
        rest = rest.dropFirst()
        var units = Array("YMD".utf8)[...]
        var parts = 0
        var isTime = false
        while let byte = rest.first {
            if byte == UInt8(ascii: "T"), !isTime {
                (units, isTime) = (Array("HMS".utf8)[...], true)
                rest = rest.dropFirst()
                guard !rest.isEmpty else { return false }
                continue
            }
            let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard !digits.isEmpty, let unit = rest.dropFirst(digits.count).first,
                let at = units.firstIndex(of: unit)
            else { return false }
            units = units[(at + 1)...]
            rest = rest.dropFirst(digits.count + 1)
            parts += 1
        }
        return parts > 0
    }
}
