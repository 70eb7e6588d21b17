/// Reads comma-separated values (RFC 4180), as query engines write them.
struct CommaSeparated {
    private(set) var rows: [[String]] = []

    init(_ bytes: [UInt8]) {
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        func finishRow(_ row: inout [String]) -> [String] {
            defer { row = [] }
            return row
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
                cell.append(byte)
                index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted, 0x0A where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                if byte == 0x0A { rows.append(finishRow(&row)) }
            case 0x0D where !isQuoted: break
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !row.isEmpty {
            row.append(String(decoding: cell, as: UTF8.self))
            rows.append(row)
        }
    }
}
