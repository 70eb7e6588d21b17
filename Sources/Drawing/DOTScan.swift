/// Splits DOT that Graphviz wrote into the statements that carry attributes.
struct DOTScan {
    enum Subject: Equatable {
        /// The graph or the subgraph that is open.
        case graph(String)
        case node(String)
        case edge
    }

    private enum Token: Equatable {
        case text(String)
        case mark(UInt8)
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Every statement with its attributes, in order; defaults for nodes and edges are passed over.
    mutating func statements() -> [(subject: Subject, attributes: [String: String])] {
        var result: [(subject: Subject, attributes: [String: String])] = []
        var open: [String] = []
        var words: [String] = []
        var isEdge = false
        while let token = next() {
            switch token {
            case .text(let text): words.append(text)
            case .mark(UInt8(ascii: "{")):
                open.append(words.last ?? "")
                (words, isEdge) = ([], false)
            case .mark(UInt8(ascii: "}")):
                _ = open.popLast()
                (words, isEdge) = ([], false)
            case .mark(UInt8(ascii: ">")): isEdge = true
            case .mark(UInt8(ascii: "[")):
                let attributes = attributes()
                if isEdge {
                    result.append((.edge, attributes))
                } else if words == ["graph"] {
                    result.append((.graph(open.last ?? ""), attributes))
                } else if let name = words.last, name != "node", name != "edge" {
                    result.append((.node(name), attributes))
                }
            case .mark(UInt8(ascii: ";")): (words, isEdge) = ([], false)
            default: break
            }
        }
        return result
    }

    private mutating func attributes() -> [String: String] {
        var result: [String: String] = [:]
        var key: String?
        while let token = next(), token != .mark(UInt8(ascii: "]")) {
            guard case .text(let text) = token else { continue }
            if let known = key {
                result[known] = text
                key = nil
            } else {
                key = text
            }
        }
        return result
    }

    private mutating func next() -> Token? {
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""): return .text(quoted())
            case UInt8(ascii: "<"): return .text(markup())
            case UInt8(ascii: "-") where following == UInt8(ascii: ">"):
                position += 2
                return .mark(UInt8(ascii: ">"))
            case _ where Self.isWord(byte): return .text(word())
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: ";"):
                position += 1
                return .mark(byte)
            default: position += 1
            }
        }
        return nil
    }

    private var following: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "-"), 0x80...0xFF:
            true
        default: false
        }
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Without the quotes; a backslash at the end of a line joins it to the next.
    private mutating func quoted() -> String {
        var text: [UInt8] = []
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\"), let next = following {
                position += 2
                switch next {
                case UInt8(ascii: "\n"): break
                case UInt8(ascii: "\""): text.append(next)
                default: text += [UInt8(ascii: "\\"), next]
                }
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// What stands between `<` and the `>` that closes it.
    private mutating func markup() -> String {
        let start = position + 1
        var depth = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") { depth += 1 }
            if bytes[position] == UInt8(ascii: ">") { depth -= 1 }
            position += 1
            if depth == 0 { break }
        }
        return String(decoding: bytes[min(start, bytes.count)..<max(start, position - 1)], as: UTF8.self)
    }
}
