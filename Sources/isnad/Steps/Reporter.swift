import Files
import JSONText

/// Messages on standard error: `file:line:column: severity: message`.
struct Reporter {
    var isQuiet = false
    var isVerbose = false
    var usesColor = false
    var format = LogFormat.text

    func error(_ error: FileError) { say(error, "error", red) }

    func warning(_ warning: FileError) {
        if !isQuiet { say(warning, "warning", yellow) }
    }

    /// Said only with `-v`.
    func note(_ note: FileError) {
        if isVerbose { say(note, "note", blue) }
    }

    /// A line without a place.
    func line(_ text: String) {
        guard !isQuiet else { return }
        StandardStreams.report(
            format == .text ? text : JSONValue.object([("level", .string("info")), ("message", .string(text))]).text)
    }

    private func say(_ error: FileError, _ severity: String, _ color: String) {
        if format == .json { return StandardStreams.report(error.json(severity: severity)) }
        guard usesColor else { return StandardStreams.report(error.description(severity: severity)) }
        StandardStreams.report(error.description(severity: color + severity + reset))
    }

    private let red = "\u{1B}[1;31m"
    private let yellow = "\u{1B}[1;33m"
    private let blue = "\u{1B}[1;34m"
    private let reset = "\u{1B}[0m"
}
