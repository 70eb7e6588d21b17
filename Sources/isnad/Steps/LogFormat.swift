import ArgumentParser
import Files
import JSONText

/// How messages are written on standard error.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json

    /// That which the command line asks for, for errors that end the program and reach no command any more.
    static func asked(by arguments: [String]) -> LogFormat {
        let isJSON = arguments.contains("--log-format=json") || zip(arguments, arguments.dropFirst()).contains {
            $0 == "--log-format" && $1 == "json"
        }
        return isJSON ? .json : .text
    }
}

extension FileError {
    /// One object: level, file, line, column, byte, message, hint.
    func json(severity: String) -> String {
        JSONValue.object(leavingOut: [
            ("level", .string(severity)), ("file", file.map { .string($0) }), ("line", line.map { .number($0) }),
            ("column", column.map { .number($0) }), ("byte", byteOffset.map { .number($0) }), ("message", .string(message)),
            ("hint", hint.map { .string($0) }),
        ]).text
    }
}
