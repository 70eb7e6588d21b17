/// A piece of an English label on its way.
struct EnglishPhrase {
    var text: String
    /// Whether "the" goes before it inside a longer label.
    var isDefinite = false
    var isName = false
    var isPlace = false
    var isOffice = false
    /// A ministry, a committee: a nationality stays with it.
    var isBody = false
    /// Of an office: whether the body it belongs to has a name that takes no nationality.
    var isOfName = false
    /// Of an office: the preposition that «في» becomes; of a visit, what ل becomes.
    var link: String?
    /// A nationality that belongs before the whole label.
    var demonym: String?
    /// The place of the first word after it.
    var end: Int

    var withArticle: String { isDefinite ? "the " + text : text }

    /// The label with its nationality: before the whole, but behind "Former" and "New", and in an office before the
    /// body: "Head of the Turkish Delegation".
    func label(leads: Set<String>) -> String {
        guard let demonym, !text.hasPrefix(demonym + " ") else { return text }
        let words = text.split(separator: " ")
        if isOffice, !isOfName, let at = words.firstIndex(of: "the"), at > 0, ["of", "for"].contains(words[at - 1]) {
            return (words[...at] + [Substring(demonym)] + words[(at + 1)...]).joined(separator: " ")
        }
        let lead = words.prefix { leads.contains(String($0)) }
        return (lead + [Substring(demonym)] + words.dropFirst(lead.count)).joined(separator: " ")
    }
}

/// Reads a noun phrase of an Arabic label into English: heads and their complements (iḍāfa), adjectives, phrases with
/// prepositions, and what «و» joins. Gives nothing as soon as a word is not known.
struct EnglishPhraseParser {
    let dictionary: EnglishDictionary
    private static let deepest = 7

    /// The head that a phrase is the complement of.
    struct Outer {
        var word: EnglishWord
        var kind: EnglishDictionary.Kind
        var isOffice = false
    }

    struct Match {
        var length: Int
        var kind: EnglishDictionary.Kind
        var entry: EnglishDictionary.Entry
    }

    /// A noun phrase at a word, with all that «و» joins to it.
    func phrase(_ words: [EnglishWord], _ start: Int, _ depth: Int = 0, under outer: Outer? = nil) -> EnglishPhrase? {
        guard var first = simple(words, start, depth, outer) else { return nil }
        var parts = [first.text]
        while first.end < words.count, let bare = words[first.end].without("و") {
            var changed = words
            changed[first.end] = bare
            guard let next = simple(changed, first.end, depth + 1, outer) else { break }
            parts.append(next.text)
            first.end = next.end
            first.demonym = first.demonym ?? next.demonym
        }
        if parts.count > 1, let last = parts.last {
            first.text = parts.dropLast().joined(separator: ", ") + " and " + last
            first.isName = false
        }
        return first
    }

    private func simple(_ words: [EnglishWord], _ start: Int, _ depth: Int, _ outer: Outer?) -> EnglishPhrase? {
        guard start < words.count, depth < Self.deepest else { return nil }
        let name = dictionary.names.longest(words[start...])
        let head = longest([.of, .after], words, start)
        let noun = longest([.noun, .gerund], words, start)
        if let name,
            name.length > max(head?.length ?? 0, noun?.length ?? 0)
                || head != nil && name.length == head?.length && name.length > (noun?.length ?? 0)
        {
            return self.name(name.length, name.entry, words, start, depth, outer)
        }
        // «لجنة الإدارة والموارد البشرية»: an activity, not a department.
        let isActivity =
            outer?.isOffice == false && noun != nil && words[start].hasArticle
            && (start + 1 == words.count || words[start + 1].without("و") != nil)
        if let head, head.length >= (noun?.length ?? 0), !isActivity {
            return self.head(head, words, start, depth, outer)
        }
        return noun.flatMap { self.head($0, words, start, depth, outer) }
    }

    /// A known name, with a nationality or an adjective of its own.
    private func name(
        _ length: Int, _ entry: EnglishDictionary.Entry, _ words: [EnglishWord], _ start: Int, _ depth: Int,
        _ outer: Outer?
    ) -> EnglishPhrase {
        var phrase = EnglishPhrase(text: entry.text, isDefinite: entry.isDefinite, isName: true, end: start + length)
        phrase.isPlace = entry.type == .Place
        while phrase.end < words.count, words[phrase.end].hasArticle {
            if let demonym = demonym(words[phrase.end]) {
                phrase.demonym = demonym
            } else if depth == 0, !phrase.isPlace, let adjective = modifier(words[phrase.end]) {
                phrase.text = adjective + " " + phrase.text
            } else {
                break
            }
            phrase.end += 1
        }
        return attached(phrase, words, depth, outer)
    }

    /// A head with its adjectives and its complement.
    private func head(
        _ match: Match, _ words: [EnglishWord], _ start: Int, _ depth: Int, _ outer: Outer?
    ) -> EnglishPhrase? {
        var phrase = EnglishPhrase(
            text: match.entry.text, isDefinite: match.entry.isDefinite, end: start + match.length)
        phrase.isBody = match.kind == .of || match.kind == .after
        phrase.link = match.entry.link
        let last = words[phrase.end - 1]
        let before = adjectives(match, words, last, &phrase, depth, outer)
        if phrase.demonym != nil, let national = dictionary.entry(words[start..<start + match.length], .national) {
            (phrase.text, phrase.isDefinite) = (national.text, national.isDefinite)
        }
        var complement: EnglishPhrase?
        if phrase.end < words.count, !last.hasArticle || before.isEmpty && match.kind == .gerund,
            !isPreposition(words[phrase.end])
        {
            let outer = Outer(word: last, kind: match.kind)
            complement = self.phrase(words, phrase.end, depth + 1, under: outer)
            if complement == nil, match.kind == .of {
                complement = EnglishOfficeParser(phrases: self).office(words, phrase.end, depth + 1)
                if var office = complement {
                    (office.text, office.isDefinite) = (office.label(leads: dictionary.leads), true)
                    complement = office
                }
            }
        }
        guard var complement else {
            phrase.text = before + phrase.text
            return attached(phrase, words, depth, outer)
        }
        if complement.isBody, complement.demonym != nil {
            complement.text = complement.label(leads: dictionary.leads)
            complement.demonym = nil
        }
        phrase.text = before + joined(match, complement)
        phrase.end = complement.end
        if !complement.isOffice { phrase.demonym = phrase.demonym ?? complement.demonym }
        takeOuterAdjectives(words, &phrase)
        return attached(phrase, words, depth, outer)
    }

    /// The adjectives behind a head; a nationality goes into the phrase.
    private func adjectives(
        _ match: Match, _ words: [EnglishWord], _ last: EnglishWord, _ phrase: inout EnglishPhrase, _ depth: Int,
        _ outer: Outer?
    ) -> String {
        var adjectives: [String] = []
        while phrase.end < words.count {
            let word = words[phrase.end]
            if let bare = word.without("و"), let adjective = adjective(bare), !adjectives.isEmpty {
                adjectives[0] += " and " + adjective
            } else {
                // An adjective agrees: the article, and ة after a singular that ends in it.
                guard word.hasArticle == last.hasArticle, !agreesWithOuter(word, match, last, outer),
                    !isConcerned(words, phrase.end)
                else { break }
                guard !last.isFeminine || isFeminine(word) else { break }
                if let demonym = demonym(word) {
                    phrase.demonym = phrase.demonym.map { $0 + "-" + demonym } ?? demonym
                } else {
                    // «عضو المجلس السابق»: the member is a former one.
                    if outer?.isOffice == true, !last.isFeminine, dictionary.entry(word, .time) != nil { break }
                    guard let adjective = adjective(word) else { break }
                    adjectives.insert(adjective, at: 0)
                }
            }
            phrase.end += 1
        }
        return adjectives.map { $0 + " " }.joined()
    }

    /// «لجنة الحج المشتركة»: a feminine adjective behind a masculine singular belongs to the feminine head before it.
    private func agreesWithOuter(_ word: EnglishWord, _ match: Match, _ last: EnglishWord, _ outer: Outer?) -> Bool {
        guard let outer, !outer.isOffice, outer.word.isFeminine, match.kind == .noun, isFeminine(word) else { return false }
        return !last.isFeminine && !last.letters.suffix(4).elementsEqual("ات".utf8) && match.entry.text.utf8.last != 0x73
    }

    private func takeOuterAdjectives(_ words: [EnglishWord], _ phrase: inout EnglishPhrase) {
        var outer: [String] = []
        while phrase.end < words.count, !isConcerned(words, phrase.end) {
            let word = words[phrase.end]
            if let demonym = demonym(word) {
                phrase.demonym = phrase.demonym.map { $0 + "-" + demonym } ?? demonym
            } else {
                guard !words[phrase.end - 1].isFeminine || isFeminine(word), let adjective = adjective(word)
                else { break }
                outer.insert(adjective, at: 0)
            }
            phrase.end += 1
        }
        phrase.text = outer.map { $0 + " " }.joined() + phrase.text
    }

    /// Head and complement: "Ministry of Justice", "Human Rights Department", "Combating Corruption".
    private func joined(_ match: Match, _ complement: EnglishPhrase) -> String {
        let head = match.entry.text
        let words = complement.text.split(separator: " ")
        let isShort = words.count <= 4 && !words.contains { ["of", "for", "in", "to"].contains($0) }
        if match.kind == .gerund { return head + " " + complement.withArticle }
        // «منظمة اليونيسكو», «وكالة كونا»: the name says what it is.
        if complement.isName, words.contains(Substring(head)) { return complement.text }
        if match.kind == .after || head == "Affairs", isShort, !complement.isPlace {
            return complement.text + " " + head
        }
        // «جامعة الملك سعود»: a person's name goes before the head.
        if complement.text.hasPrefix("King "), isShort { return complement.text + " " + head }
        return head + " of " + complement.withArticle
    }
}
