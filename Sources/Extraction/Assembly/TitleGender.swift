/// The title of an office in the masculine, which the office is labelled with: «وكيل وزارة العدل المساعد» of
/// «وكيلة وزارة العدل المساعد»; the feminine says who holds it.
struct TitleGender {
    let lexicon: Lexicon
    let text: AnalyzedText

    /// The masculine of a title whose head is feminine; nil if it is not.
    func masculine(_ mention: Mention) -> String? {
        let head = text.form(mention.head)
        guard mention.head == mention.tokens.lowerBound, !head.hasSuffix, let role = role(head.stem), role.gender == .feminine,
            !role.masculine.isEmpty, !role.masculine.utf8.contains(0x20)
        else { return nil }
        var words = [(head.hasArticle ? "ال" : "") + role.masculine]
        var isBesideHead = true
        for token in mention.tokens.dropFirst() {
            let word = LabelCleaner.clean(text.surface(token..<token + 1, bare: false))
            let form = text.isWord(token) ? text.form(token) : head
            isBesideHead = isBesideHead && text.isWord(token) && !form.hasPrefix && form.hasArticle == head.hasArticle
                && form.isClass(.adjectival)
            let agrees = text.isWord(token) && (isBesideHead || token == mention.nisbaToken && !isInChild(token, mention))
            words.append(agrees ? Self.withoutTaMarbuta(word) : word)
        }
        return Self.joined(words)
    }

    private func role(_ stem: Int32) -> RoleEntry? {
        let node = lexicon.roles.start(stem)
        guard node >= 0 else { return nil }
        let entry = lexicon.roles.entry[Int(node)]
        return entry >= 0 ? lexicon.roleEntries[Int(entry)] : nil
    }

    private func isInChild(_ token: Int, _ mention: Mention) -> Bool {
        mention.body >= 0 && mention.remit?.contains(token) != true
    }

    private static func withoutTaMarbuta(_ word: String) -> String {
        guard word.unicodeScalars.last == "ة" else { return word }
        return String(String.UnicodeScalarView(word.unicodeScalars.dropLast()))
    }

    /// Words with spaces between them, none inside quotation marks or brackets.
    private static func joined(_ words: [String]) -> String {
        var line = ""
        var opens = true
        for word in words {
            let isClosing = ["»", ")", "”", "،", "/"].contains(word)
            if !line.isEmpty, !opens, !isClosing { line += " " }
            line += word
            opens = ["«", "(", "“", "/"].contains(word)
        }
        return line
    }
}
