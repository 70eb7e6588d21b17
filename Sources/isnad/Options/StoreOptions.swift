import ArgumentParser
import Files
import Glibc

/// How a triple store is spoken to. Names and passwords come from the environment or `~/.netrc`, never from the command
/// line, where others can read them.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Seconds that one request may take.", valueName: "s"))
    var timeout = 300

    @Option(help: ArgumentHelp("How often a request is tried again that the store or the network fails.", valueName: "n"))
    var retries = 3

    func validate() throws {
        guard timeout > 0 else { throw ValidationError("--timeout must be more than 0") }
        guard (0...100).contains(retries) else { throw ValidationError("--retries is 0 to 100") }
    }
}

/// The address of a triple store, or of its endpoint for queries.
struct StoreAddress: ExpressibleByArgument {
    let text: String

    /// `http:` or `https:`, without a name and password in it.
    init?(argument: String) {
        let lower = argument.lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lower.utf8.starts(with: $0.utf8) }) else { return nil }
        let rest = argument.utf8.dropFirst(scheme.utf8.count)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard !authority.isEmpty, !authority.contains(UInt8(ascii: "@")), !rest.contains(UInt8(ascii: "#")),
            rest.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        text = argument
    }

    /// With a parameter more.
    func adding(_ name: String, _ value: String? = nil) -> String {
        text + (text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + name + (value.map { "=" + Self.escaped($0) } ?? "")
    }

    /// RFC 3986, section 2.3: all but unreserved characters as `%XX`.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default:
                bytes.append(0x25)
                for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
