/// Which typed literals Turtle may write without quotes: those whose lexical form is the canonical one of
/// `xsd:integer`, `xsd:decimal` or `xsd:boolean`, so that every reader gives it back byte by byte.
struct PlainDatatypes {
    private(set) var type = TermID(index: -1)
    private var integer: Int32 = -1
    private var decimal: Int32 = -1
    private var boolean: Int32 = -1

    init() {}

    init(_ terms: TermTable) {
        func find(_ iri: String) -> Int32 { terms.find(iri: iri)?.index ?? -2 }
        type = TermID(index: find(RDFVocabulary.type))
        integer = find(RDFVocabulary.integer)
        decimal = find(RDFVocabulary.decimal)
        boolean = find(RDFVocabulary.boolean)
    }

    /// `record` is of kind `.literal` and has a datatype.
    @inline(__always)
    func isPlain(_ record: TermTable.Record, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch record.qualifier {
        case integer: Self.isCanonicalInteger(text[...])
        case decimal: Self.isCanonicalDecimal(text)
        case boolean: text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
        default: false
        }
    }

    /// `0`, or an optional minus sign and digits of which the first is not 0.
    private static func isCanonicalInteger(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        guard let first = rest.first, rest.allSatisfy({ GrammarCheck.isDigit($0) }) else { return false }
        return first != UInt8(ascii: "0") || (rest.count == 1 && !isNegative)
    }

    /// An integer part and a fraction, neither empty, without zeros that could be left out.
    private static func isCanonicalDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let dot = text.firstIndex(of: UInt8(ascii: ".")) else { return false }
        let fraction = text[(dot + 1)...]
        guard let last = fraction.last, fraction.allSatisfy({ GrammarCheck.isDigit($0) }) else {
            return false
        }
        if last == UInt8(ascii: "0"), fraction.count > 1 { return false }
        let whole = text[..<dot]
        if whole.elementsEqual("-0".utf8) { return last != UInt8(ascii: "0") }
        return isCanonicalInteger(whole)
    }
}
