/// What went wrong while terms were made, statements were read or a graph was written.
public struct RDFError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kinds of errors; more may come.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        public let description: String

        /// The text breaks the grammar of its syntax.
        public static let syntax = Code(description: "syntax")
        /// A blank node label, language tag or prefix that the grammars do not allow.
        public static let invalidTerm = Code(description: "invalidTerm")
        /// A predicate that RDF/XML cannot write as an element name.
        public static let noQName = Code(description: "noQName")
        /// A character that XML 1.0 cannot hold.
        public static let notXMLCharacter = Code(description: "notXMLCharacter")
        /// A term or a place that the version or the syntax in use does not have.
        public static let notRepresentable = Code(description: "notRepresentable")
        /// Reading or writing failed; the message holds the system's words.
        public static let inputOutput = Code(description: "inputOutput")
        /// The reader on the other side of the pipe has gone (EPIPE).
        public static let closedPipe = Code(description: "closedPipe")
    }

    public var code: Code
    /// One sentence without a full stop.
    public var message: String
    /// The file as the caller named it.
    public var file: String?
    /// Line and column, both from 1; the column counts bytes.
    public var line: Int?
    public var column: Int?
    /// The offending statement as N-Quads, without its line end.
    public var statement: String?

    public init(
        _ code: Code, _ message: String, file: String? = nil, line: Int? = nil, column: Int? = nil,
        statement: String? = nil
    ) {
        (self.code, self.message, self.statement) = (code, message, statement)
        (self.file, self.line, self.column) = (file, line, column)
    }

    /// Whether the text that was read is to blame.
    var isOfInput: Bool { code == .syntax || code == .invalidTerm }

    /// `file:line:column: message`, and the statement if there is one.
    public var description: String {
        var text = ""
        if let file { text += file + ":" }
        if let line { text += "\(line):" }
        if let column { text += "\(column):" }
        if !text.isEmpty { text += " " }
        text += message
        if let statement { text += ": " + statement }
        return text
    }
}
