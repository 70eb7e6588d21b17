import ArgumentParser
import Files

/// Where the result goes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")], parsing: .singleValue,
        help: ArgumentHelp(
            "Writes to a file, in the format of its suffix; repeat it to write several. Default: standard output.",
            valueName: "out"),
        completion: .file())
    var outputs: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            Format of standard output, of an only output, and of outputs whose suffix names none: \
            \(OutputFormat.allNames). Default: turtle.
            """, valueName: "format"))
    var format: OutputFormat?

    /// The outputs with their formats.
    /// - Throws: `ValidationError` for an output whose format is not clear.
    func targets() throws -> [(path: String, format: OutputFormat)] {
        if outputs.isEmpty { return [("-", format ?? .turtle)] }
        return try outputs.map { path in
            if let format, outputs.count == 1 { return (path, format) }
            if path == "-" { return (path, format ?? .turtle) }
            guard let found = OutputFormat(path: path) ?? format else {
                throw ValidationError(
                    "cannot tell the format of '\(path.escapedForTerminal)' by its suffix; add --format "
                        + OutputFormat.allNames.replacingCommas)
            }
            return (path, found)
        }
    }
}

extension String {
    /// `a, b` as `a|b`.
    fileprivate var replacingCommas: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == " " { continue }
            text.append(scalar == "," ? "|" : scalar)
        }
        return String(text)
    }
}
