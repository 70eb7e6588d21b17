import ArgumentParser
import Files
import Glibc

/// What is said on standard error.
struct ReportOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Says nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Says more.")
    var verbose = false

    @Option(help: "Colours on standard error: auto, always or never. NO_COLOR is honoured.")
    var color = ColorChoice.auto

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    var reporter: Reporter {
        let colours =
            switch color {
            case .always: true
            case .never: false
            case .auto:
                getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
                    && getenv("TERM").map { String(cString: $0) != "dumb" } ?? true
                    && StandardStreams.isTerminal(.standardError)
            }
        return Reporter(isQuiet: quiet, isVerbose: verbose, usesColor: colours)
    }
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }
