/// A tab-separated file of `Ontology/`: lines, cells, and where they stand.
///
/// `#` begins a comment line; empty lines are skipped. Lists inside a cell are joined by `|`. Rows and cells look into
/// `bytes` and are not to be kept longer than these.
struct TabularFile {
    let name: String
    let text: String
    /// The bytes of `text`, while they are lent.
    let bytes: UnsafeBufferPointer<UInt8>

    /// The rows in their order, read one by one.
    var rows: Rows { Rows(bytes) }

    struct Rows: Sequence, IteratorProtocol {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0
        private var line = 0

        fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func next() -> Row? {
            while position < bytes.count {
                line += 1
                var row = Row(line: line, bytes: bytes, start: position)
                let first = bytes[position]
                while position < bytes.count, bytes[position] != 0x0A {
                    if bytes[position] == 0x09 { row.addTab(position) }
                    position += 1
                }
                row.end = position
                position += 1
                if first != UInt8(ascii: "#"), row.end > row.start { return row }
            }
            return nil
        }
    }

    struct Row {
        /// From 1.
        let line: Int
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate let start: Int
        fileprivate var end: Int
        private var tabCount = 0
        /// Where the first tabs are; a table has no more columns than this and one.
        private var tabs = InlineArray<20, Int32>(repeating: 0)

        fileprivate init(line: Int, bytes: UnsafeBufferPointer<UInt8>, start: Int) {
            (self.line, self.bytes, self.start, end) = (line, bytes, start, start)
        }

        fileprivate mutating func addTab(_ position: Int) {
            guard tabCount < tabs.count else { return }
            tabs[tabCount] = Int32(truncatingIfNeeded: position)
            tabCount += 1
        }

        /// The cell of a column, empty if the row is shorter.
        subscript(column: Int) -> Cell {
            guard column <= tabCount else { return Cell(UnsafeBufferPointer(rebasing: bytes[end..<end])) }
            let from = column == 0 ? start : Int(tabs[column - 1]) + 1
            let to = column < tabCount ? Int(tabs[column]) : end
            return Cell(UnsafeBufferPointer(rebasing: bytes[from..<to]))
        }

        /// The parts of a list cell, empty ones and `-` left out.
        func list(_ column: Int) -> [Cell] {
            let cell = self[column]
            return cell.isEmpty ? [] : cell.parts("|").filter { !($0 == "-") }
        }
    }

    /// A cell or a part of one, in place.
    struct Cell {
        let bytes: UnsafeBufferPointer<UInt8>

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        var isEmpty: Bool { bytes.isEmpty }

        /// Number of code points.
        var scalarCount: Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

        /// The non-empty parts between an ASCII separator.
        func parts(_ separator: Unicode.Scalar) -> [Cell] {
            let mark = UInt8(truncatingIfNeeded: separator.value)
            var parts: [Cell] = []
            var start = 0
            for end in 0...bytes.count where end == bytes.count || bytes[end] == mark {
                if start < end { parts.append(Cell(UnsafeBufferPointer(rebasing: bytes[start..<end]))) }
                start = end + 1
            }
            return parts
        }

        func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }

        /// Without ال, if three letters or more remain.
        var withoutArticle: Cell {
            let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
            guard bytes.count > 4, bytes[0] == article[0], bytes[1] == article[1], bytes[2] == article[2],
                bytes[3] == article[3], scalarCount >= 5
            else { return self }
            return Cell(UnsafeBufferPointer(rebasing: bytes[4...]))
        }

        static func == (cell: Cell, text: StaticString) -> Bool {
            guard cell.bytes.count == text.utf8CodeUnitCount else { return false }
            for index in 0..<cell.bytes.count where cell.bytes[index] != text.utf8Start[index] { return false }
            return true
        }

        static func ~= (text: StaticString, cell: Cell) -> Bool { cell == text }
    }
}

extension String {
    init(_ cell: TabularFile.Cell) { self.init(decoding: cell.bytes, as: UTF8.self) }
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
