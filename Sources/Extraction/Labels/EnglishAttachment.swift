/// What prepositions attach to a phrase: «لدى», «في», «لشؤون», «المعنية بـ», and ل and ب on the word itself.
extension EnglishPhraseParser {
    func attached(
        _ phrase: EnglishPhrase, _ words: [EnglishWord], _ depth: Int, _ outer: Outer? = nil
    ) -> EnglishPhrase {
        var phrase = phrase
        while phrase.end < words.count, let next = attachment(phrase, words, depth, outer) { phrase = next }
        return phrase
    }

    private func attachment(
        _ phrase: EnglishPhrase, _ words: [EnglishWord], _ depth: Int, _ outer: Outer?
    ) -> EnglishPhrase? {
        let word = words[phrase.end]
        if !word.hasArticle, dictionary.entry(word, .affairs) != nil {
            guard let object = self.phrase(words, phrase.end + 1, depth + 1) else { return nil }
            let bare = EnglishPhrase(text: object.text, demonym: object.demonym, end: object.end)
            return extended(phrase, "for", bare, object.text.contains("Affairs") ? "" : " Affairs")
        }
        if dictionary.entry(word, .concerned) != nil, let concern = concern(phrase, words, depth) { return concern }
        // «وزير التربية بالنيابة»
        if modifier(word) != nil { return nil }
        if let preposition = dictionary.entry(word, .preposition) {
            guard let object = self.phrase(words, phrase.end + 1, depth + 1),
                preposition.text != "in" || !isLeft(object, outer)
            else { return nil }
            return extended(phrase, preposition.text, object)
        }
        for (letter, connection) in [("ل", "for"), ("ب", "in")] as [(StaticString, String)] {
            guard let bare = word.without(letter) else { continue }
            var changed = words
            changed[phrase.end] = bare
            guard let object = self.phrase(changed, phrase.end, depth + 1),
                connection == "for" || !isLeft(object, outer)
            else { continue }
            let isOf = connection == "for" && (object.isDefinite || object.isName)
            return extended(phrase, isOf ? phrase.isOffice ? "of" : phrase.link ?? "of" : connection, object)
        }
        return nil
    }

    /// «لجنة حقوق الإنسان في البرلمان»: the committee is in Parliament, not the rights.
    private func isLeft(_ object: EnglishPhrase, _ outer: Outer?) -> Bool {
        outer?.kind == .after && (object.isName || object.isDefinite)
    }

    private func concern(_ phrase: EnglishPhrase, _ words: [EnglishWord], _ depth: Int) -> EnglishPhrase? {
        guard phrase.end + 1 < words.count else { return nil }
        var changed = words
        if dictionary.entry(words[phrase.end + 1], .affairs) == nil {
            guard let bare = words[phrase.end + 1].without("ب") else { return nil }
            changed[phrase.end + 1] = bare
        } else if let bare = words[phrase.end + 1].without("ب") {
            changed[phrase.end + 1] = bare
        }
        guard let object = self.phrase(changed, phrase.end + 1, depth + 1) else { return nil }
        let isTask = phrase.isOffice || Self.tasks.contains { object.text.hasPrefix($0) }
        return extended(phrase, isTask ? "for" : "on", object)
    }

    private func extended(
        _ phrase: EnglishPhrase, _ connection: String, _ object: EnglishPhrase, _ suffix: String = ""
    ) -> EnglishPhrase {
        let connection = connection == "in" ? phrase.link ?? connection : connection
        var extended = phrase
        extended.text += " " + connection + " " + object.withArticle + suffix
        (extended.isName, extended.link, extended.end) = (false, nil, object.end)
        extended.demonym = phrase.demonym ?? object.demonym
        return extended
    }

    private static let tasks = [
        "Implementation", "Follow-up", "Supervision", "Preparation", "Coordination", "Promotion", "Combating",
        "Preventing",
    ]
}
