import ArabicText

/// Cleans the words of a mention into a label: marks, tatweel and controls go, runs of space become one,
/// «لل…» gets its article back.
struct LabelCleaner {
    let text: AnalyzedText

    /// The label of a run of tokens.
    func label(_ tokens: Range<Int>) -> String {
        guard !tokens.isEmpty else { return "" }
        var label = text.withSurface(tokens) { Self.clean($0) }
        let first = tokens.lowerBound
        if text.isWord(first) {
            let form = text.form(first)
            // «للجنة»: the surface begins at its second lam.
            if form.preposition == .li, form.hasArticle, !label.hasPrefix("ال") {
                label = label.hasPrefix("ل") && form.length > 0 && startsWithSharedLam(form) ? "ال" + label : "ال" + label.dropFirstScalar()
            }
        }
        return label
    }

    /// Whether the lam of the article was written into the stem's own: «للجنة» is ل + لجنة.
    private func startsWithSharedLam(_ form: WordForm) -> Bool {
        form.prefixLetters > 0 && form.stemStartsWithLam
    }

    static func fold(_ text: String) -> String { String(decoding: Folding.fold(text), as: UTF8.self) }

    static func clean(_ text: String) -> String {
        var text = text
        return text.withUTF8 { clean($0) }
    }

    /// - Parameter text: UTF-8.
    static func clean(_ text: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: text.count) { clean in
            var (at, count) = (0, 0)
            var hasSpace = false
            while at < text.count {
                let (scalar, length) = decode(text, at)
                switch isLetter(scalar) ? .letter : Folding.scalarClass(scalar) {
                case .mark: break
                case .space, .newline: hasSpace = count > 0
                default:
                    // A space takes no more room than what it stands for.
                    if hasSpace {
                        clean[count] = 0x20
                        count += 1
                        hasSpace = false
                    }
                    for offset in at..<at + length { clean[count + offset - at] = text[offset] }
                    count += length
                }
                at += length
            }
            return count
        }
    }

    /// The letters of most words.
    @inline(__always)
    private static func isLetter(_ scalar: UInt32) -> Bool {
        scalar >= 0x621 && scalar <= 0x63A || scalar >= 0x641 && scalar <= 0x64A
    }

    /// The scalar at a byte and its length in bytes; U+FFFD for what is cut off.
    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[at])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard at + length <= text.count else { return (0xFFFD, text.count - at) }
        func next(_ offset: Int) -> UInt32 { UInt32(text[at + offset] & 0x3F) }
        switch length {
        case 1: return (first, 1)
        case 2: return ((first & 0x1F) << 6 | next(1), 2)
        case 3: return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        default: return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        }
    }
}

extension String {
    /// Equality without canonical equivalence, which labels have no use for and which takes long.
    func hasSameBytes(as other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }

    func dropFirstScalar() -> String { String(String.UnicodeScalarView(unicodeScalars.dropFirst())) }
}
