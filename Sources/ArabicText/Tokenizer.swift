/// Cuts a text into words, numbers, punctuation and line ends, in one pass over the bytes.
///
/// A word is a run of letters with the marks on them; a number is a run of digits, with `.` `,` `٫` `٬` between digits.
/// A number inside a word stays with it (`COVID19`). Space is not a token.
public struct Tokenizer: Sendable {
    public init() {}

    public func tokens(in source: SourceText) -> TokenizedText {
        var result = TokenizedText(source: source, folded: [], tokens: [], scalarCount: 0)
        result.folded.reserveCapacity(source.bytes.count)
        result.tokens.reserveCapacity(source.bytes.count / 9 + 4)
        source.bytes.withUnsafeBufferPointer { bytes in
            var scanner = Scanner(bytes: bytes)
            scanner.run(into: &result)
        }
        return result
    }
}

private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The tables of `Folding`, at hand.
    private let ascii = Folding.asciiClass
    private let arabic = Folding.arabicClass
    private let folds = Folding.arabicFold
    var position = 0
    var scalar: Int32 = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The scalar at `position` and its length in bytes; U+FFFD and 1 for a byte that is not UTF-8.
    @inline(__always)
    func decode(at position: Int) -> (value: UInt32, length: Int) {
        let first = bytes[position]
        if first < 0x80 { return (UInt32(first), 1) }
        if first >= 0xC2 && first < 0xE0 && position + 1 < bytes.count {
            return (UInt32(first & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F), 2)
        }
        if first >= 0xE0 && first < 0xF0 && position + 2 < bytes.count {
            return (
                UInt32(first & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
                    | UInt32(bytes[position + 2] & 0x3F), 3
            )
        }
        if first >= 0xF0 && first < 0xF5 && position + 3 < bytes.count {
            return (
                UInt32(first & 0x07) << 18 | UInt32(bytes[position + 1] & 0x3F) << 12
                    | UInt32(bytes[position + 2] & 0x3F) << 6 | UInt32(bytes[position + 3] & 0x3F), 4
            )
        }
        return (0xFFFD, 1)
    }

    @inline(__always)
    private func scalarClass(_ value: UInt32) -> Folding.ScalarClass {
        if value < 0x80 { return ascii[Int(value)] }
        if value >= 0x600 && value < 0x700 { return arabic[Int(value - 0x600)] }
        return Folding.scalarClass(value)
    }

    /// Appends the folded form of a letter or a digit.
    @inline(__always)
    private func fold(_ value: UInt32, into folded: inout [UInt8]) {
        guard value >= 0x600 && value < 0x700, folds[Int(value - 0x600)] >= 0x80 else {
            return Folding.append(value, to: &folded)
        }
        let letter = folds[Int(value - 0x600)]
        folded.append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
        folded.append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
    }

    mutating func run(into result: inout TokenizedText) {
        while position < bytes.count {
            let (value, length) = decode(at: position)
            switch scalarClass(value) {
            case .space, .mark:
                position += length
                scalar += 1
            case .newline: single(.lineEnd, value, length, into: &result)
            case .punctuation: single(.punctuation, value, length, into: &result)
            case .letter: word(into: &result)
            case .digit: number(into: &result)
            }
        }
        result.scalarCount = scalar
    }

    private mutating func single(
        _ kind: Token.Kind, _ value: UInt32, _ length: Int, into result: inout TokenizedText
    ) {
        let here = Int32(truncatingIfNeeded: result.folded.count)
        result.tokens.append(
            Token(
                kind: kind, bytes: Int32(position)..<Int32(position + length),
                scalars: scalar..<scalar + 1, folded: here..<here, mark: value))
        position += length
        scalar += 1
    }

    private mutating func word(into result: inout TokenizedText) {
        let start = position
        let startScalar = scalar
        let startFolded = result.folded.count
        var end = position
        var endScalar = scalar
        var marks = 0
        loop: while position < bytes.count {
            if letters(into: &result.folded) {
                (end, endScalar) = (position, scalar)
                marks = 0
                continue
            }
            let (value, length) = decode(at: position)
            switch scalarClass(value) {
            case .letter, .digit:
                fold(value, into: &result.folded)
                position += length
                scalar += 1
                (end, endScalar) = (position, scalar)
                marks = 0
            case .mark:
                position += length
                scalar += 1
                marks += 1
                // Harakat at the end belong to the word; a bidi control there does not.
                if value < 0x700 { (end, endScalar) = (position, scalar) }
            default: break loop
            }
        }
        append(.word, start, end, startScalar, endScalar, startFolded, into: &result)
    }

    /// Takes up to four of the letters that fold to two bytes each, as those of most words do; false if there is none.
    @inline(__always)
    private mutating func letters(into folded: inout [UInt8]) -> Bool {
        var run: UInt64 = 0
        var count = 0
        while count < 4, position + 1 < bytes.count, bytes[position] >= 0xD8, bytes[position] <= 0xDB {
            let place = Int(bytes[position] & 0x03) << 6 | Int(bytes[position + 1] & 0x3F)
            guard arabic[place] == .letter, folds[place] >= 0x80 else { break }
            run |= UInt64(0xC0 | folds[place] >> 6 | (0x80 | folds[place] & 0x3F) << 8) << UInt64(16 * count)
            count += 1
            position += 2
        }
        guard count > 0 else { return false }
        withUnsafeBytes(of: run.littleEndian) { folded.append(contentsOf: $0[..<(2 * count)]) }
        scalar += Int32(count)
        return true
    }

    private mutating func number(into result: inout TokenizedText) {
        let start = position
        let startScalar = scalar
        let startFolded = result.folded.count
        loop: while position < bytes.count {
            let (value, length) = decode(at: position)
            switch scalarClass(value) {
            case .digit:
                fold(value, into: &result.folded)
                position += length
                scalar += 1
            case .punctuation where value == 0x2E || value == 0x2C || value == 0x66B || value == 0x66C:
                guard position + length < bytes.count,
                    scalarClass(decode(at: position + length).value) == .digit
                else { break loop }
                result.folded.append(value == 0x2C || value == 0x66C ? 0x2C : 0x2E)
                position += length
                scalar += 1
            default: break loop
            }
        }
        append(.number, start, position, startScalar, scalar, startFolded, into: &result)
    }

    private func append(
        _ kind: Token.Kind, _ start: Int, _ end: Int, _ startScalar: Int32, _ endScalar: Int32,
        _ startFolded: Int, into result: inout TokenizedText
    ) {
        result.tokens.append(
            Token(
                kind: kind, bytes: Int32(start)..<Int32(end), scalars: startScalar..<endScalar,
                folded: Int32(startFolded)..<Int32(result.folded.count), mark: 0))
    }
}
