/// Reads the title of an office into English: «وكيل وزارة العدل المساعد للشؤون القانونية» is
/// "Assistant Undersecretary of the Ministry of Justice for Legal Affairs".
struct EnglishOfficeParser {
    let phrases: EnglishPhraseParser

    private static let roles: [EnglishDictionary.Kind] = [.role, .deputy, .roleFor]
    private static let deepest = 4

    func office(_ words: [EnglishWord], _ start: Int, _ depth: Int = 0) -> EnglishPhrase? {
        guard depth < Self.deepest, let match = role(words, start) else { return nil }
        var office = EnglishPhrase(text: match.entry.text, end: start + match.length)
        (office.isOffice, office.link) = (true, match.entry.link)
        var modifiers: [String] = []
        let first = words[start]
        let isDeputyOfRole =
            match.kind == .deputy && office.end < words.count
            && !words[office.end].hasArticle && phrases.longest(Self.roles, words, office.end) != nil
        if !isDeputyOfRole { takeModifiers(words, first, &office, &modifiers) }
        if match.kind == .deputy, office.end < words.count, let above = self.above(words, office.end, depth) {
            office.text += " " + above.text
            office.end = above.end
            office.demonym = office.demonym ?? above.demonym
            takeModifiers(words, first, &office, &modifiers)
        } else if office.end < words.count {
            takeBody(match, words, depth, hasModifiers: !modifiers.isEmpty, &office)
            takeModifiers(words, first, &office, &modifiers)
            office = phrases.attached(office, words, depth)
            takeModifiers(words, first, &office, &modifiers)
        }
        office.text = modifiers.map { $0 + " " }.joined() + office.text
        return office
    }

    /// The role at a word. «رئيس دولة الإمارات» is not the head of a State, but of the one that is named.
    private func role(_ words: [EnglishWord], _ start: Int) -> EnglishPhraseParser.Match? {
        guard let match = phrases.longest(Self.roles, words, start) else { return nil }
        for length in 1..<match.length {
            guard let name = phrases.dictionary.names.longest(words[(start + length)...]),
                length + name.length > match.length, name.entry.type == .Country || name.entry.type == .Parliament,
                let entry = phrases.dictionary.entry(words[start..<start + length], .role)
            else { continue }
            return EnglishPhraseParser.Match(length: length, kind: .role, entry: entry)
        }
        return match
    }

    /// The body or the office that an office belongs to: «وزارة العدل», and for an adviser «وزير العدل».
    private func takeBody(
        _ match: EnglishPhraseParser.Match, _ words: [EnglishWord], _ depth: Int, hasModifiers: Bool,
        _ office: inout EnglishPhrase
    ) {
        let isClosed = words[office.end - 1].hasArticle && match.kind != .roleFor
        if !isClosed, !phrases.isPreposition(words[office.end]),
            let body = phrases.phrase(
                words, office.end, depth + 1,
                // «سفير السعودية بتونس»: the ambassador is to Tunisia.
                under: .init(
                    word: words[office.end - 1], kind: office.link == nil ? .of : .after, isOffice: true))
        {
            let role = hasModifiers ? office.text : phrases.dictionary.role(office.text, at: body)
            office.text = role + (match.kind == .roleFor ? " " : " of ") + body.withArticle
            office.end = body.end
            office.demonym = office.demonym ?? body.demonym
            office.isOfName = body.isName
        } else if match.kind == .role, let above = self.above(words, office.end, depth),
            !isClosed || words[office.end].without("ل") != nil
        {
            office.text += (match.entry.isAdviser ? " to the " : " of the ") + above.text
            office.end = above.end
            office.demonym = office.demonym ?? above.demonym
        }
    }

    /// The office that a deputy or an assistant stands under, «نائب وزير», «النائب الأول لرئيس».
    private func above(_ words: [EnglishWord], _ start: Int, _ depth: Int) -> EnglishPhrase? {
        if let found = office(words, start, depth + 1) { return found }
        guard let bare = words[start].without("ل") else { return nil }
        var changed = words
        changed[start] = bare
        return office(changed, start, depth + 1)
    }

    /// «المساعد», «السابق», «بالإنابة» and nationalities, wherever they stand after the role.
    private func takeModifiers(
        _ words: [EnglishWord], _ first: EnglishWord, _ office: inout EnglishPhrase,
        _ modifiers: inout [String]
    ) {
        while office.end < words.count {
            let word = words[office.end]
            if phrases.isConcerned(words, office.end) { return }
            if let modifier = phrases.modifier(word), word.hasArticle || !first.hasArticle {
                modifiers.insert(modifier, at: 0)
            } else if let demonym = phrases.demonym(word) {
                office.demonym = demonym
            } else {
                return
            }
            office.end += 1
        }
    }
}
