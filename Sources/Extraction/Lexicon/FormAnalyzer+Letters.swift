/// Letters of a word and what the lexicon says of them.
extension FormAnalyzer {
    static let alef: UInt16 = 0xD8A7
    static let ba: UInt16 = 0xD8A8
    static let ta: UInt16 = 0xD8AA
    static let taMarbuta: UInt16 = 0xD8A9
    static let sin: UInt16 = 0xD8B3
    static let fa: UInt16 = 0xD981
    static let kaf: UInt16 = 0xD983
    static let lam: UInt16 = 0xD984
    static let mim: UInt16 = 0xD985
    static let nun: UInt16 = 0xD986
    static let ha: UInt16 = 0xD987
    static let waw: UInt16 = 0xD988
    static let alefMaqsura: UInt16 = 0xD989
    static let ya: UInt16 = 0xD98A

    /// Two-byte letters of a folded Arabic word; nil if it has others.
    static func letters(_ bytes: [UInt8]) -> [UInt16]? {
        guard bytes.count % 2 == 0 else { return nil }
        var letters: [UInt16] = []
        letters.reserveCapacity(bytes.count / 2)
        for at in stride(from: 0, to: bytes.count, by: 2) {
            guard bytes[at] >= 0xD8 && bytes[at] <= 0xDB else { return nil }
            letters.append(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))
        }
        return letters
    }

    static func bytes(_ letters: some Collection<UInt16>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 2)
        for letter in letters {
            bytes.append(UInt8(letter >> 8))
            bytes.append(UInt8(letter & 0xFF))
        }
        return bytes
    }

    /// Symbol of letters in the lexicon, else -1.
    func find(_ letters: some Collection<UInt16>) -> Int32 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count * 2) { buffer in
            var at = 0
            for letter in letters {
                buffer.initializeElement(at: at, to: UInt8(letter >> 8))
                buffer.initializeElement(at: at + 1, to: UInt8(letter & 0xFF))
                at += 2
            }
            return lexicon.symbols.find(UnsafeBufferPointer(buffer))
        }
    }

    /// Symbol of letters if the lexicon knows a class of them, else -1.
    func known(_ letters: some Collection<UInt16>) -> Int32 {
        let symbol = find(letters)
        return symbol >= 0 && !lexicon.classes[Int(symbol)].isEmpty ? symbol : -1
    }

    static func endsLikeNisba(_ letters: [UInt16]) -> Bool {
        guard letters.count >= 4, let last = letters.last else { return false }
        return last == ya || last == taMarbuta && letters[letters.count - 2] == ya
    }

    /// «وأردف»: listed whole, though «أردف» is a verb of saying behind «و».
    func isReportingUnderConjunction(_ letters: [UInt16], _ whole: Int32) -> Bool {
        guard letters.count > 3, letters[0] == Self.waw || letters[0] == Self.fa, lexicon.reportingIndex[Int(whole)] < 0 else { return false }
        let rest = find(letters.dropFirst())
        return rest >= 0 && lexicon.reportingIndex[Int(rest)] >= 0
    }

    func isHeadWord(_ letters: [UInt16]) -> Bool {
        let symbol = find(letters)
        return symbol >= 0 && lexicon.heads.start(symbol) >= 0
    }

    func isNameOnly(_ letters: some Collection<UInt16>) -> Bool {
        let symbol = find(letters)
        guard symbol >= 0 else { return false }
        return !lexicon.names[Int(symbol)].isDisjoint(with: [.given, .family, .particle])
            || lexicon.gazetteer.start(symbol) >= 0
    }

    /// A known stem that differs from the letters only in how its end is spelt: ى/ي, ه/ة, tanwin alef.
    func knownVariant(_ letters: [UInt16]) -> Int32 {
        let exact = known(letters)
        if exact >= 0 { return exact }
        guard letters.count >= 3, let last = letters.last else { return -1 }
        switch last {
        case Self.alefMaqsura: return known(letters.dropLast() + [Self.ya])
        case Self.ya: return known(letters.dropLast() + [Self.alefMaqsura])
        case Self.ha: return known(letters.dropLast() + [Self.taMarbuta])
        case Self.alef where letters.count >= 4: return known(letters.dropLast())
        default: return -1
        }
    }

    /// A known stem under a pronoun suffix: «وزارته» → «وزارة», «مؤتمرهم» → «مؤتمر».
    func knownUnderSuffix(_ letters: [UInt16]) -> Int32 {
        let suffixes: [[UInt16]] = [
            [Self.ha, Self.mim, Self.alef], [Self.ha, Self.alef], [Self.ha, Self.mim],
            [Self.ha, Self.nun], [Self.nun, Self.alef], [Self.kaf, Self.mim], [Self.ha], [Self.ya],
        ]
        for suffix in suffixes where letters.count >= suffix.count + 3 && letters.suffix(suffix.count) == suffix[...] {
            let stem = Array(letters.dropLast(suffix.count))
            // «نقلته» is of «نقلت» before it is of «نقلة».
            let verb = known(stem)
            if verb >= 0, lexicon.primary[Int(verb)].wordClass == .verb { return verb }
            if stem.last == Self.ta {
                let feminine = known(stem.dropLast() + [Self.taMarbuta])
                if feminine >= 0 { return feminine }
            }
            let plain = known(stem)
            if plain >= 0 { return plain }
            if stem.last == Self.alef {
                let defective = known(stem.dropLast() + [Self.alefMaqsura])
                if defective >= 0 { return defective }
            }
        }
        return -1
    }
}
