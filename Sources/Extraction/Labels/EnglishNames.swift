import KnowledgeGraph

/// The English of names and nationalities, as the gazetteers of a `Lexicon` have it.
struct EnglishNames: Sendable {
    let lexicon: Lexicon

    /// The English of the longest name at the beginning of `words`, and its length in words.
    func longest(_ words: ArraySlice<EnglishWord>) -> (length: Int, entry: EnglishDictionary.Entry)? {
        guard let first = words.first else { return nil }
        var node = lexicon.gazetteer.start(lexicon.symbols.find(first.folded))
        var found: (Int, Int32)?
        for (index, word) in words.enumerated() where node >= 0 {
            if index > 0 {
                let symbol = lexicon.symbols.find(word.folded)
                guard symbol >= 0 else { break }
                node = lexicon.gazetteer.step(node, symbol)
                guard node >= 0 else { break }
            }
            let entry = lexicon.gazetteer.entry[Int(node)]
            guard entry >= 0 else { continue }
            let thing = lexicon.gazetteerEntries[Int(entry)]
            // «اللجنة التنفيذية» is many a committee; a place stays a place.
            if !thing.isWeak || thing.type == .Place, !thing.english.isEmpty { found = (index + 1, entry) }
        }
        guard let (length, index) = found else { return nil }
        let thing = lexicon.gazetteerEntries[Int(index)]
        let text = Self.withoutBrackets(thing.english)
        let isDefinite = Self.takesArticle(text, thing.type)
        return (length, EnglishDictionary.Entry(text: text, isDefinite: isDefinite, type: thing.type))
    }

    /// The adjective of a State, «كويتي» and «كويتية».
    func demonym(_ word: EnglishWord) -> String? {
        var symbol = lexicon.symbols.find(word.bare)
        // «السعودى» is «السعودي» as Egypt writes it.
        if symbol < 0 { symbol = lexicon.symbols.find(word.key) }
        guard symbol >= 0, let country = lexicon.nisbaCountry[symbol] else { return nil }
        let demonym = lexicon.countries[country].demonym
        return demonym.isEmpty ? nil : demonym
    }

    private static func takesArticle(_ name: String, _ type: OntologyClass) -> Bool {
        switch type {
        case .Place: return false
        case .Country:
            return name.hasPrefix("United ") || name.hasSuffix("Republic") || name.hasSuffix("Islands")
                || plural.contains(name)
        default: return !name.hasPrefix("The ")
        }
    }

    private static let plural: Set<String> = [
        "Philippines", "Netherlands", "Maldives", "Comoros", "Bahamas", "Gambia", "Congo",
    ]

    /// "Kuwait Oil Company (KOC)" as "Kuwait Oil Company".
    private static func withoutBrackets(_ text: String) -> String {
        guard let open = text.utf8.firstIndex(of: UInt8(ascii: "(")) else { return text }
        var bytes = Array(text.utf8[..<open])
        while bytes.last == 0x20 { bytes.removeLast() }
        return bytes.isEmpty ? text : String(decoding: bytes, as: UTF8.self)
    }
}
