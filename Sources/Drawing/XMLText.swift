/// Text for XML, in one place.
enum XMLText {
    /// Safe as content and inside either sort of quotes. What XML cannot hold is left out, as are the controls that
    /// turn the direction of the text around it.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            default:
                if isAllowed(scalar) { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// XML 1.0, production 2, without the controls that it advises against.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: false
        case 0x202A...0x202E, 0x2066...0x2069: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
