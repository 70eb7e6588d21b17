import ArabicText
import KnowledgeGraph

/// The words that English labels are put together from: `lexicon/english.tsv`, the topics, and the names of a lexicon.
struct EnglishDictionary: Sendable {
    enum Kind: UInt8, Sendable, CaseIterable {
        case role, deputy, roleFor, modifier, of, after, noun, gerund, adjective, preposition, affairs,
            concerned
        case numbered, number, year
        /// «سابق»: an adjective that stands before a nationality.
        case time
        /// «عليا»: a feminine adjective without ة.
        case feminine
        /// What a head is called with a nationality: «الإدارة الأمريكية».
        case national

        init?(_ name: TabularFile.Cell) {
            switch name {
            case "role", "role-in", "role-to", "role-adviser": self = .role
            case "deputy": self = .deputy
            case "role-for": self = .roleFor
            case "modifier": self = .modifier
            case "of", "of-to": self = .of
            case "after": self = .after
            case "noun": self = .noun
            case "gerund": self = .gerund
            case "adjective": self = .adjective
            case "preposition": self = .preposition
            case "affairs": self = .affairs
            case "concerned": self = .concerned
            case "numbered": self = .numbered
            case "number": self = .number
            case "year": self = .year
            case "time": self = .time
            case "adjective-f": self = .feminine
            case "national": self = .national
            default: return nil
            }
        }
    }

    struct Entry: Sendable {
        var text: String
        /// Whether it takes "the".
        var isDefinite: Bool
        /// Of a role: what stands for its «في», "of" or "to"; of a visit: what stands for ل.
        var link: String?
        /// "Adviser to the Minister", not of.
        var isAdviser = false
        /// Of a name: what it names.
        var type: OntologyClass?
    }

    /// By the hash of kind and words. Hashes have 64 bits: among some thousand entries one wrong hit is to be expected
    /// in 10^16 questions.
    private var entries: [UInt64: Entry] = [:]
    /// By the usual English of a role: what it is called at some bodies.
    private var roles: [String: [(bodies: [String], text: String)]] = [:]
    /// The adjectives that stand before a nationality.
    private(set) var leads: Set<String> = []
    /// Whole names and nationalities.
    let names: EnglishNames
    /// The longest entry, in words.
    static let longest = 6

    /// - Parameter files: name below `Ontology/` and content.
    init(files: [(name: String, text: String)], lexicon: Lexicon) {
        names = EnglishNames(lexicon: lexicon)
        entries.reserveCapacity(1 << 12)
        for file in files {
            var text = file.text
            text.withUTF8 { bytes in
                let table = TabularFile(name: file.name, text: file.text, bytes: bytes)
                if Self.isNamed(file.name, "english.tsv") { addWords(table) }
            }
        }
        // What the other tables have in English fills the gaps; the user's own words come so.
        for file in files {
            var text = file.text
            text.withUTF8 { bytes in
                let table = TabularFile(name: file.name, text: file.text, bytes: bytes)
                if Self.isNamed(file.name, "topics.tsv") {
                    for row in table.rows { add(row[1], Entry(text: Self.titled(row[3]), isDefinite: false), .noun) }
                } else if Self.isNamed(file.name, "roles.tsv") {
                    for row in table.rows {
                        for form in row.list(0) + row.list(1) { fill(form, row[4], .role, known: [.role, .deputy, .of, .after, .noun]) }
                    }
                } else if Self.isNamed(file.name, "heads.tsv") {
                    for row in table.rows { fill(row[0], row[4], .of, known: [.of, .after, .noun, .gerund]) }
                }
            }
        }
    }

    private mutating func addWords(_ table: TabularFile) {
        for row in table.rows {
            let isDefinite = row[1].bytes.last == UInt8(ascii: "*")
            let english = isDefinite ? row[1].bytes.dropLast() : row[1].bytes[...]
            let text = String(decoding: english, as: UTF8.self)
            guard let kind = Kind(row[2]) else {
                addRole(row[0], text, row[2])
                continue
            }
            if kind == .time { leads.insert(text) }
            var entry = Entry(text: text, isDefinite: isDefinite)
            switch row[2] {
            case "role-in": entry.link = "of"
            case "role-to", "of-to": entry.link = "to"
            case "role-adviser": (entry.link, entry.isAdviser) = ("to", true)
            default: break
            }
            add(row[0], entry, kind)
        }
    }

    /// Adds a word that has no English yet; what says too much to be a part of a label is left out, as "Head of
    /// Government" and "Commune (Morocco)".
    private mutating func fill(
        _ arabic: TabularFile.Cell, _ english: TabularFile.Cell, _ kind: Kind, known kinds: [Kind]
    ) {
        guard !english.isEmpty, !english.contains(UInt8(ascii: "(")), !english.contains(UInt8(ascii: "/")) else { return }
        let parts = english.parts(" ")
        guard !parts.contains(where: { $0 == "of" || $0 == "the" }) else { return }
        let words = EnglishWord.words(of: arabic.bytes)
        // «وزير الداخلية» is put together from its words.
        if kind == .role, words.count > 1, entry(words[..<1], .role) ?? entry(words[..<1], .deputy) != nil { return }
        guard !kinds.contains(where: { entry(words[...], $0) != nil }) else { return }
        add(arabic, Entry(text: String(english), isDefinite: kind == .of), kind)
    }

    /// «رئيس», "Chairman", "role-of Committee|Board": what a role is called at some bodies.
    private mutating func addRole(_ arabic: TabularFile.Cell, _ english: String, _ kind: TabularFile.Cell) {
        let parts = kind.parts(" ")
        guard parts.count > 1, parts[0] == "role-of",
            let usual = entry(EnglishWord.words(of: arabic.bytes)[...], .role)?.text
        else { return }
        let bodies = String(decoding: kind.bytes.dropFirst(8), as: UTF8.self).split(separator: "|").map(String.init)
        roles[usual, default: []].append((bodies, english))
    }

    /// What a role is called at a body: "Chairman" for the "President" of a committee.
    func role(_ role: String, at body: EnglishPhrase) -> String {
        guard let variants = roles[role] else { return role }
        var head = ""
        for word in body.text.split(separator: " ") {
            if !head.isEmpty, ["of", "for", "on", "in", "to", "at", "against"].contains(word) { break }
            head += (head.isEmpty ? "" : " ") + word
        }
        for (bodies, text) in variants {
            for name in bodies {
                if name == "(place)" ? body.isPlace : head == name || head.hasSuffix(" " + name) { return text }
                if name.contains(" "), (" " + body.text + " ").contains(" " + name + " ") { return text }
            }
        }
        return role
    }

    private static func isNamed(_ path: String, _ name: String) -> Bool {
        path == name || path.hasSuffix("/" + name)
    }

    private mutating func add(_ arabic: TabularFile.Cell, _ entry: Entry, _ kind: Kind) {
        let words = EnglishWord.words(of: arabic.bytes)
        let hash = Self.hash(words[...], kind)
        guard !words.isEmpty, !entry.text.isEmpty, entries[hash] == nil else { return }
        entries[hash] = entry
    }

    /// What words mean as a kind, their articles left out.
    func entry(_ words: ArraySlice<EnglishWord>, _ kind: Kind) -> Entry? { entries[Self.hash(words, kind)] }

    func entry(_ word: EnglishWord, _ kind: Kind) -> Entry? {
        entries[Self.end(Self.mix(word.key[...], Self.seed), kind)]
    }

    /// What a word means without its ending, as the masculine of a feminine adjective.
    func entry(stem: ArraySlice<UInt8>, _ kind: Kind) -> Entry? {
        entries[Self.end(Self.mix(stem, Self.seed), kind)]
    }

    // MARK: Hash

    /// FNV-1a, 64 bits (Fowler, Noll, Vo).
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mix(_ bytes: ArraySlice<UInt8>, _ seed: UInt64) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func hash(_ words: ArraySlice<EnglishWord>, _ kind: Kind) -> UInt64 {
        var hash = seed
        for (index, word) in words.enumerated() {
            if index > 0 { hash = mix([0x20], hash) }
            hash = mix(word.key[...], hash)
        }
        return end(hash, kind)
    }

    private static func end(_ hash: UInt64, _ kind: Kind) -> UInt64 { mix([0, kind.rawValue], hash) }

    /// Topics begin their words with capitals, as the parts of a title do.
    private static func titled(_ text: TabularFile.Cell) -> String {
        var out: [UInt8] = []
        for word in text.parts(" ") {
            if !out.isEmpty { out.append(0x20) }
            let isSmall = small.contains { Array($0.utf8).elementsEqual(word.bytes) }
            for (index, byte) in word.bytes.enumerated() {
                out.append(index == 0 && !isSmall && byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let small = ["of", "and", "for", "in", "the", "to", "on", "against", "with", "by"]
}
