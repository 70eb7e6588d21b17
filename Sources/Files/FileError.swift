import SystemPackage

/// What went wrong with a file: where, why, and what to do about it.
///
/// One error serves reading and writing, so that the command can print all of them alike and leave with the right
/// exit code.
public struct FileError: Error, Sendable, Equatable {
    /// An exit code of `sysexits.h`, or of a signal.
    public struct Code: RawRepresentable, Sendable, Hashable {
        public let rawValue: Int32
        public init(rawValue: Int32) { self.rawValue = rawValue }

        /// 65: what was read is not what it should be.
        public static let badData = Code(rawValue: 65)
        /// 66: an input is missing, may not be read, or is a directory.
        public static let noInput = Code(rawValue: 66)
        /// 73: an output cannot be made.
        public static let cannotCreate = Code(rawValue: 73)
        /// 74: reading or writing failed half-way.
        public static let inputOutput = Code(rawValue: 74)
        /// 141: the reader of standard output has gone; nothing to report.
        public static let closedPipe = Code(rawValue: 141)
    }

    public var code: Code
    /// The file as it is shown: control characters escaped; nil if the error has no file.
    public var file: String?
    /// From 1.
    public var line: Int?
    /// In code points, from 1.
    public var column: Int?
    /// In bytes of the file as it was read, from 0.
    public var byteOffset: Int?
    public var message: String
    /// What to do about it.
    public var hint: String?
    /// The input is no text at all; a walk through folders passes over such files with a note.
    public var isBinaryFile = false

    public init(
        _ code: Code, file: String? = nil, line: Int? = nil, column: Int? = nil, byteOffset: Int? = nil,
        _ message: String, hint: String? = nil
    ) {
        (self.code, self.file, self.line, self.column) = (code, file, line, column)
        (self.byteOffset, self.message, self.hint) = (byteOffset, message, hint)
    }

    /// An error of the operating system about a file.
    public init(_ code: Code, path: FilePath, _ action: String, _ cause: Errno, hint: String? = nil) {
        self.init(code, file: path.shown, "\(action): \(cause)", hint: hint)
    }
}

extension FileError: CustomStringConvertible {
    /// `file:line:column: error: message`, and the hint on a line of its own. No control character but that
    /// line end.
    public var description: String { Self.render(self, severity: "error") }

    /// The same form with another word for the severity, as `warning`.
    public func description(severity: String) -> String { Self.render(self, severity: severity) }

    private static func render(_ error: FileError, severity: String) -> String {
        var place = error.file.map { "\($0):" } ?? ""
        if let line = error.line {
            place += "\(line):"
            if let column = error.column { place += "\(column):" }
        }
        var text = place.isEmpty ? "" : place + " "
        text += "\(severity): \(error.message.escapedForTerminal)"
        if error.line == nil, let offset = error.byteOffset { text += " (byte \(offset))" }
        if let hint = error.hint { text += "\n  hint: \(hint.escapedForTerminal)" }
        return text
    }
}
