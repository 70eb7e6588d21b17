import ArgumentParser
import Files
import Glibc
import SystemPackage

/// What is said on standard error.
struct ReportOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Says nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Says more.")
    var verbose = false

    @Option(help: "Colours: auto (on a terminal), always or never. NO_COLOR is honoured.")
    var color = ColorChoice.auto

    @Option(help: "Messages on standard error: text, or json (an object a line).")
    var logFormat = LogFormat.text

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    var reporter: Reporter {
        Reporter(isQuiet: quiet, isVerbose: verbose, usesColor: usesColor(.standardError), format: logFormat)
    }

    /// What makes a heading bold on standard output, where that is wanted.
    var headings: (start: String, end: String) {
        usesColor(.standardOutput) ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    }

    private func usesColor(_ stream: FileDescriptor) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
                && getenv("TERM").map { String(cString: $0) != "dumb" } ?? true
                && StandardStreams.isTerminal(stream)
        }
    }
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }
