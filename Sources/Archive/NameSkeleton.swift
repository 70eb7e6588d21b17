/// What is left of a name when everything is taken away that writers of Arabic leave out or write in two ways.
///
/// Dropped: marks (U+0610–061A, 064B–065F, 0670), tatweel, the lone hamza, and the words بن and ابن between names. One
/// letter each: أ إ آ ٱ ا; ة ه; ى ئ ي; ؤ و; Persian ک ك and ی ي. Everything but letters and digits parts words.
struct NameSkeleton: Hashable, Sendable {
    let words: [String]

    init(_ label: String) {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func close() {
            let text = String(word)
            if !word.isEmpty, words.isEmpty || text != "بن" && text != "ابن" { words.append(text) }
            word = .init()
        }
        for scalar in label.unicodeScalars {
            switch scalar.value {
            case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x640, 0x621: continue
            case 0x622, 0x623, 0x625, 0x671: word.append("ا")
            case 0x629: word.append("ه")
            case 0x649, 0x626, 0x6CC: word.append("ي")
            case 0x624: word.append("و")
            case 0x6A9: word.append("ك")
            case 0x30...0x39, 0x61...0x7A, 0x620...0x64A, 0x660...0x669, 0x66E...0x6D3: word.append(scalar)
            case 0x41...0x5A: word.appendSmall(scalar)
            default: close()
            }
        }
        close()
        self.words = words
    }

    var text: String { words.joined(separator: " ") }
}

extension String.UnicodeScalarView {
    /// Appends the small letter of a Latin capital.
    fileprivate mutating func appendSmall(_ scalar: Unicode.Scalar) {
        if let small = Unicode.Scalar(scalar.value | 0x20) { append(small) }
    }
}
