/// Element names for IRIs: namespace, prefix and local part (Namespaces in XML 1.0, production 7, QName).
struct XMLNames {
    struct Declaration {
        let prefix: String
        let namespace: String
    }

    /// For each term: 0 not yet known, else (declaration + 1) << 16 | start of the local part; `refused` has
    /// no name.
    private var shapes: [UInt32]
    private(set) var declarations: [Declaration]
    private(set) var tokens: [[UInt8]] = []
    private let prefixes: PrefixTable
    private static let refused: UInt32 = 1

    /// The first declaration is `rdf:`.
    init(count: Int, prefixes: PrefixTable) {
        shapes = Array(repeating: 0, count: count)
        declarations = []
        self.prefixes = prefixes
        _ = declare(Array(RDFVocabulary.rdf.utf8))
    }

    /// Prefix with colon and start of the local part of a term that `mark` gave a name to.
    @inline(__always)
    func name(_ id: Int32) -> (token: Int, localStart: Int)? {
        let shape = shapes[Int(id)]
        return shape > Self.refused ? (Int(shape >> 16) - 1, Int(shape & 0xFFFF)) : nil
    }

    /// Finds a name for the IRI of `id` and declares its namespace; false if it has none.
    mutating func mark(_ id: Int32, _ view: TermView) -> Bool {
        if shapes[Int(id)] == 0 { shapes[Int(id)] = shape(view.bytes(view.record(id))) ?? Self.refused }
        return shapes[Int(id)] > Self.refused
    }

    private mutating func shape(_ iri: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard let start = localStart(iri), start < 1 << 16 else { return nil }
        let namespace = Array(iri[..<start])
        // Reserved (Namespaces in XML 1.0, section 3): these are bound to `xml` and `xmlns` and to nothing
        // else.
        if namespace.elementsEqual("http://www.w3.org/XML/1998/namespace".utf8) { return nil }
        if namespace.elementsEqual("http://www.w3.org/2000/xmlns/".utf8) { return nil }
        let declaration = declare(namespace)
        return UInt32(declaration + 1) << 16 | UInt32(start)
    }

    /// Where the longest NCName at the end begins; a declared namespace that leaves a NCName goes before.
    private func localStart(_ iri: UnsafeBufferPointer<UInt8>) -> Int? {
        var boundary = iri.count
        var start: Int?
        while boundary > 0 {
            let (scalar, begin) = Self.scalar(before: boundary, iri)
            guard GrammarCheck.isNameCharacter(scalar) || scalar == "." else { break }
            boundary = begin
            if GrammarCheck.isNameStart(scalar) { start = begin }
        }
        guard let longest = start, longest > 0 else { return nil }
        for entry in prefixes.entries {
            let length = entry.namespaceBytes.count
            guard length >= boundary, length < iri.count, iri[..<length].elementsEqual(entry.namespaceBytes)
            else {
                continue
            }
            if GrammarCheck.isNameStart(Self.scalar(at: length, iri)) { return length }
        }
        return longest
    }

    private mutating func declare(_ namespace: [UInt8]) -> Int {
        let text = String(decoding: namespace, as: UTF8.self)
        if let known = declarations.firstIndex(where: { $0.namespace.utf8.elementsEqual(namespace) }) {
            return known
        }
        var prefix = prefixes.entries.first { $0.namespaceBytes == namespace && Self.isUsable($0.prefix) }?
            .prefix
        if declarations.isEmpty { prefix = "rdf" }
        if prefix == nil || declarations.contains(where: { $0.prefix == prefix }) {
            var number = 1
            while isTaken("ns\(number)") { number += 1 }
            prefix = "ns\(number)"
        }
        let chosen = prefix ?? "ns"
        declarations.append(Declaration(prefix: chosen, namespace: text))
        tokens.append(Array((chosen + ":").utf8))
        return declarations.count - 1
    }

    private func isTaken(_ prefix: String) -> Bool {
        prefixes.entries.contains { $0.prefix == prefix } || declarations.contains { $0.prefix == prefix }
    }

    /// Not empty, and not beginning with `xml` in any case, which XML reserves.
    private static func isUsable(_ prefix: String) -> Bool {
        !prefix.isEmpty && prefix != "rdf" && !prefix.prefix(3).lowercased().elementsEqual("xml")
    }

    private static func scalar(before end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)
    {
        var begin = end - 1
        while begin > 0, bytes[begin] & 0xC0 == 0x80 { begin -= 1 }
        return (scalar(at: begin, bytes), begin)
    }

    private static func scalar(at begin: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
        var decoder = UTF8()
        var iterator = bytes[begin...].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
        return "\u{FFFD}"
    }
}

/// `NCName`s for the labels of blank nodes (`rdf:nodeID`): a label that is none, or could be taken for a
/// changed one, is written with `x-` before it, where `-` is doubled and `:` becomes `-c`. No two labels
/// meet.
enum XMLNodeID {
    static func needsChange(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = label.first else { return true }
        return GrammarCheck.isDigit(first) || label.starts(with: "x-".utf8)
            || label.contains(UInt8(ascii: ":"))
    }

    static func changed(_ label: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var name = Array("x-".utf8)
        for byte in label {
            switch byte {
            case UInt8(ascii: "-"): name += "--".utf8
            case UInt8(ascii: ":"): name += "-c".utf8
            default: name.append(byte)
            }
        }
        return name
    }
}
