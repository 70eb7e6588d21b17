/// What single words are to a phrase.
extension EnglishPhraseParser {
    /// The longest entry of some kinds that begins at a word.
    func longest(_ kinds: [EnglishDictionary.Kind], _ words: [EnglishWord], _ start: Int) -> Match? {
        guard start < words.count else { return nil }
        for length in stride(from: min(EnglishDictionary.longest, words.count - start), to: 0, by: -1) {
            for kind in kinds {
                if let entry = dictionary.entry(words[start..<start + length], kind) {
                    return Match(length: length, kind: kind, entry: entry)
                }
            }
        }
        return nil
    }

    func demonym(_ word: EnglishWord) -> String? { dictionary.names.demonym(word) }

    /// The adjective, in the masculine or with ة.
    func adjective(_ word: EnglishWord) -> String? {
        for kind in [EnglishDictionary.Kind.adjective, .time, .feminine] {
            if let known = dictionary.entry(word, kind) { return known.text }
            if word.isFeminine, let known = dictionary.entry(stem: word.key.dropLast(2), kind) { return known.text }
        }
        return nil
    }

    /// An adjective of offices, «السابق», «المساعد».
    func modifier(_ word: EnglishWord) -> String? {
        (dictionary.entry(word, .modifier) ?? dictionary.entry(word, .time))?.text
    }

    func isFeminine(_ word: EnglishWord) -> Bool {
        word.isFeminine || dictionary.entry(word, .feminine) != nil
    }

    /// «المعنية بتنفيذ …», not «السلطات المعنية».
    func isConcerned(_ words: [EnglishWord], _ index: Int) -> Bool {
        dictionary.entry(words[index], .concerned) != nil && index + 1 < words.count
            && words[index + 1].without("ب") != nil
    }

    func isPreposition(_ word: EnglishWord) -> Bool {
        [.preposition, .affairs, .concerned].contains { dictionary.entry(word, $0) != nil }
    }
}
