/// A tab-separated file of `Ontology/`: lines, cells, and where they stand.
///
/// `#` begins a comment line; empty lines are skipped. Lists inside a cell are joined by `|`.
struct TabularFile {
    let name: String
    let text: String

    struct Row {
        let line: Int
        let cells: [Substring]

        /// The cell of a column, empty if the row is shorter.
        subscript(column: Int) -> Substring { column < cells.count ? cells[column] : "" }

        /// The parts of a list cell, empty ones and `-` left out.
        func list(_ column: Int) -> [Substring] {
            self[column].parts("|").filter { $0 != "-" }
        }
    }

    var rows: [Row] {
        var rows: [Row] = []
        var line = 0
        for content in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            guard let first = content.first, first != UInt8(ascii: "#") else { continue }
            let cells = content.split(separator: 0x09, omittingEmptySubsequences: false)
            rows.append(Row(line: line, cells: cells.map { Substring($0) }))
        }
        return rows
    }
}

/// What is wrong with a file of knowledge, and where.
public struct KnowledgeError: Error, Sendable, Equatable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var message: String

    public init(file: String, line: Int, message: String) {
        (self.file, self.line, self.message) = (file, line, message)
    }

    public var description: String { "\(file):\(line): error: \(message)" }
}

extension Substring {
    /// The non-empty parts between an ASCII separator, found byte by byte.
    func parts(_ separator: Unicode.Scalar) -> [Substring] {
        utf8.split(separator: UInt8(truncatingIfNeeded: separator.value)).map { Substring($0) }
    }
}
