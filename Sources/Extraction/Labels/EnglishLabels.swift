import KnowledgeGraph

/// English labels for what has an Arabic name only: offices and bodies word by word, numbered laws, and people in
/// Latin letters.
///
/// A label is given only if every word is known. The words are data: `Ontology/lexicon/english.tsv` and the
/// gazetteers.
public struct EnglishLabels: Sendable {
    private let dictionary: EnglishDictionary
    private let phrases: EnglishPhraseParser
    private let offices: EnglishOfficeParser
    private let romanization: Romanization
    private var known: [Key: String?] = [:]

    private struct Key: Hashable {
        var label: String
        var type: OntologyClass
    }

    /// - Parameter files: name below `Ontology/` and content, as for `Knowledge`.
    init(files: [(name: String, text: String)], lexicon: Lexicon) {
        dictionary = EnglishDictionary(files: files, lexicon: lexicon)
        phrases = EnglishPhraseParser(dictionary: dictionary)
        offices = EnglishOfficeParser(phrases: phrases)
        romanization = Romanization(files: files)
    }

    /// A person's name by the ALA-LC table, nil if a word of it is not in `lexicon/romanization.tsv`.
    public func romanized(_ name: String) -> String? { romanization.name(name) }

    /// The English of an Arabic label, nil if a word of it is not known or its class has none.
    public func label(of arabic: String, type: OntologyClass) -> String? {
        let words = EnglishWord.words(of: arabic)
        guard !words.isEmpty else { return nil }
        switch type.kind {
        case .Post: return complete(offices.office(words, 0), words)
        case .Instrument: return name(words) ?? numbered(words) ?? complete(phrases.phrase(words, 0), words)
        case .Organization where type == .Ministry: return name(words) ?? ministry(words)
        case .Organization, .Country, .Place, .Event:
            return name(words) ?? complete(phrases.phrase(words, 0), words)
        case .Topic: return complete(phrases.phrase(words, 0), words)
        default: return nil
        }
    }

    /// Adds an English label (`en`) to the nodes that have none, and to people their name in Latin letters
    /// (`ar-Latn`).
    public mutating func label(_ graph: inout Graph) {
        for index in graph.nodes.indices {
            let node = graph.nodes[index]
            guard let arabic = node.labels.first(where: { $0.isPreferred && $0.language == "ar" })?.text
            else { continue }
            if node.type == .Person {
                guard !node.labels.contains(where: { $0.language == Romanization.languageTag }) else {
                    continue
                }
                if let name = romanization.name(arabic) {
                    graph.nodes[index].labels.append(
                        NodeLabel(name, language: Romanization.languageTag, isPreferred: false))
                }
            } else if node.englishLabel == nil, let english = remembered(arabic, node.type) {
                graph.nodes[index].labels.append(NodeLabel(english, language: "en"))
            }
        }
    }

    private mutating func remembered(_ arabic: String, _ type: OntologyClass) -> String? {
        let key = Key(label: arabic, type: type)
        if let found = known[key] { return found }
        // A bound on memory; labels of a corpus repeat soon.
        if known.count > 50_000 { known.removeAll() }
        let found = label(of: arabic, type: type)
        known[key] = .some(found)
        return found
    }

    private func name(_ words: [EnglishWord]) -> String? {
        dictionary.names.longest(words[...]).flatMap { $0.length == words.count ? $0.entry.text : nil }
    }

    /// «القانون رقم 5 لسنة 2006» is "Law No. 5 of 2006".
    private func numbered(_ words: [EnglishWord]) -> String? {
        guard let head = phrases.longest([.numbered], words, 0) else { return nil }
        let rest = words[head.length...]
        guard rest.count == 2 || rest.count == 4, let sign = rest.first,
            let number = dictionary.entry(sign, .number), rest.dropFirst().first.map(isNumber) == true
        else { return nil }
        let digits = rest.dropFirst().prefix(1).map { String(decoding: $0.letters, as: UTF8.self) }.joined()
        let text = head.entry.text + " " + number.text + " " + digits
        guard rest.count == 4, let last = rest.last else { return rest.count == 2 ? text : nil }
        guard let year = dictionary.entry(rest[rest.startIndex + 2], .year), isNumber(last) else {
            return nil
        }
        return text + " " + year.text + " " + String(decoding: last.letters, as: UTF8.self)
    }

    private func isNumber(_ word: EnglishWord) -> Bool {
        word.letters.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private func complete(_ phrase: EnglishPhrase?, _ words: [EnglishWord]) -> String? {
        guard let phrase, phrase.end == words.count else { return nil }
        return phrase.label(leads: dictionary.leads)
    }

    /// «الخارجية الكويتية» is the Kuwaiti Ministry of Foreign Affairs.
    private func ministry(_ words: [EnglishWord]) -> String? {
        guard var phrase = phrases.phrase(words, 0), phrase.end == words.count else { return nil }
        if phrases.longest([.of, .after], words, 0) == nil, !phrase.isName {
            phrase.text = "Ministry of " + phrase.text
        }
        return phrase.label(leads: dictionary.leads)
    }
}
