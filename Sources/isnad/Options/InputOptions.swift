import ArgumentParser
import Files
import Reading

/// What is read, and how.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Documents; none or - is standard input.", valueName: "file"),
        completion: .file())
    var inputs: [String] = []

    @Flag(name: [.customShort("r"), .long], help: "Reads the files in folders, too, hidden ones left out.")
    var recursive = false

    @Option(
        help:
            "Encoding of the documents: utf-8, utf-16le, utf-16be, windows-1256, iso-8859-6. Default: detected."
    )
    var encoding: TextEncoding?

    @Flag(help: "Replaces bytes that cannot be decoded, with a warning, in place of refusing the document.")
    var lossy = false

    @Option(help: "The longest document that is read, in bytes.")
    var maxBytes = ReadingOptions().maximumBytes

    @Flag(help: "Fails with exit code 65 if any document could not be read.")
    var strict = false

    @Option(help: "The day of the documents, YYYY-MM-DD, where they do not say it themselves.")
    var date: DocumentDate?

    var reading: ReadingOptions {
        var options = ReadingOptions()
        options.encoding = encoding
        options.isLossy = lossy
        options.maximumBytes = maxBytes
        return options
    }

    func validate() throws {
        guard maxBytes > 0 else { throw ValidationError("--max-bytes must be more than 0") }
    }
}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
}

/// A day of the Gregorian calendar, ISO 8601.
struct DocumentDate: ExpressibleByArgument {
    let text: String

    /// - Parameter argument: `YYYY-MM-DD`, a day that exists.
    init?(argument: String) {
        let parts = argument.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2],
            argument.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
            let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
            let day = Int(Substring(parts[2])), (1...12).contains(month), year > 0
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        text = argument
    }
}
