import SystemPackage

extension String {
    /// The text with everything that could steer a terminal, or the eye, spelled out: C0 and C1 controls as `\n`,
    /// `\e` or `\x07`, bidirectional controls and line separators as `\u{202E}`.
    public var escapedForTerminal: String {
        var result = ""
        result.unicodeScalars.reserveCapacity(unicodeScalars.count)
        for scalar in unicodeScalars { result.appendShown(scalar) }
        return result
    }

    fileprivate mutating func appendShown(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x1B: append("\\e")
        case 0..<0x20, 0x7F..<0xA0: appendByte(UInt8(truncatingIfNeeded: scalar.value))
        case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
            append("\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}")
        default: unicodeScalars.append(scalar)
        }
    }

    fileprivate mutating func appendByte(_ byte: UInt8) {
        let digits = String(byte, radix: 16, uppercase: true)
        append(digits.utf8.count == 1 ? "\\x0" + digits : "\\x" + digits)
    }
}

extension FilePath {
    /// The bytes of the path; a file name need not be UTF-8.
    public var bytes: [UInt8] {
        withPlatformString { pointer in
            var bytes: [UInt8] = []
            var index = 0
            while pointer[index] != 0 {
                bytes.append(UInt8(bitPattern: pointer[index]))
                index += 1
            }
            return bytes
        }
    }

    /// - Parameter bytes: without NUL; what follows a NUL is lost, as in C.
    public init(bytes: some Sequence<UInt8>) {
        var units = bytes.map { CChar(bitPattern: $0) }
        units.append(0)
        self.init(platformString: units)
    }

    /// The path for a message: controls escaped, bytes that are not UTF-8 as `\xNN`.
    public var shown: String {
        let bytes = bytes
        if let text = String(validating: bytes, as: UTF8.self) { return text.escapedForTerminal }
        var result = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            // The longest valid character at the front, else one escaped byte.
            let character = (1...4).lazy
                .filter { $0 <= rest.count }
                .compactMap { String(validating: rest.prefix($0), as: UTF8.self) }
                .first
            if let character, let scalar = character.unicodeScalars.first {
                result.appendShown(scalar)
                rest = rest.dropFirst(character.utf8.count)
            } else if let byte = rest.popFirst() {
                result.appendByte(byte)
            }
        }
        return result
    }

    /// The path that a command-line argument names. `CommandLine.arguments` repairs what is not UTF-8, and the
    /// repaired name names no file; this looks the bytes up again.
    public init(argument: String) {
        guard argument.unicodeScalars.contains("\u{FFFD}") else {
            self.init(argument)
            return
        }
        for index in 0..<Int(CommandLine.argc) {
            guard let pointer = CommandLine.unsafeArgv[index] else { continue }
            if String(cString: pointer) == argument {
                self.init(platformString: pointer)
                return
            }
        }
        self.init(argument)
    }
}
