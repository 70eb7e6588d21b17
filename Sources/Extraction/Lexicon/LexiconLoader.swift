import ArabicText
import KnowledgeGraph

/// Reads the files of `Ontology/lexicon` and `Ontology/gazetteer` into the tables of a `Lexicon`.
struct LexiconLoader {
    var symbols = SymbolTable(capacity: 1 << 15)
    var primary: [Reading] = []
    var secondary: [Reading] = []
    var classes: [WordClasses] = []
    var names: [NameBits] = []
    var sets: [WordSets] = []
    var setIndex: [String: Int] = [:]
    var reportingIndex: [Int32] = []
    var reporting: [ReportingForm] = []
    var heads = PhraseTrie(capacity: 1 << 10)
    var headEntries: [HeadEntry] = []
    var roles = PhraseTrie()
    var roleEntries: [RoleEntry] = []
    var honorifics = PhraseTrie()
    var honorificKinds: [HonorificKind] = []
    var gazetteer = PhraseTrie(capacity: 1 << 14)
    var gazetteerEntries: [GazetteerEntry] = []
    var gazetteerKeys = SymbolTable(capacity: 1 << 13)
    /// By symbol of the key: index into `gazetteerEntries`.
    var gazetteerByKey: [Int32] = []
    var countries: [CountryEntry] = []
    var countryByCode: [String: Int] = [:]
    var nisbaCountry: [Int32: Int] = [:]
    var months: [Int32: Int] = [:]
    var metonyms: [String: Int] = [:]
    /// The folded bytes of the word at hand.
    var scratch: [UInt8] = []
    /// The symbols of the name at hand.
    var words: [Int32] = []
    /// The names of the classes, in the order of `allCases`.
    let classNames = Self.namesOfClasses()
    /// Topics, groups, ordinals, kinds of events.
    var layers = LayerTables()

    /// - Parameter files: name below `Ontology/` and content; unknown names are left alone.
    /// - Throws: `KnowledgeError` at the first line that cannot be read.
    mutating func load(_ files: [(name: String, text: String)]) throws {
        gazetteerEntries.reserveCapacity(1 << 13)
        gazetteerByKey.reserveCapacity(1 << 13)
        grow(to: 40 << 10)
        // Words first, so that later files can tell what is known already.
        let order: [(String, (inout LexiconLoader, TabularFile) throws -> Void)] = [
            ("words.tsv", { try $0.loadWords($1) }), ("whole.tsv", { try $0.loadWords($1) }),
            ("names.tsv", { try $0.loadNames($1) }), ("verbs.tsv", { try $0.loadVerbs($1) }),
            ("sets.tsv", { try $0.loadSets($1) }), ("sets-relations.tsv", { try $0.loadSets($1) }),
            ("sets-depth.tsv", { try $0.loadSets($1) }), ("reporting.tsv", { try $0.loadReporting($1) }),
            ("heads.tsv", { try $0.loadHeads($1) }), ("roles.tsv", { try $0.loadRoles($1) }),
            ("honorifics.tsv", { try $0.loadHonorifics($1) }),
            ("months.tsv", { try $0.loadMonths($1) }),
            ("countries.tsv", { try $0.loadCountries($1) }),
            ("instruments.tsv", { try $0.loadInstruments($1) }),
            ("organizations.tsv", { try $0.loadOrganizations($1) }),
            ("places.tsv", { try $0.loadPlaces($1) }),
            ("topics.tsv", { try $0.loadTopics($1) }),
            ("groups.tsv", { try $0.loadGroups($1) }),
            ("numbers.tsv", { try $0.loadNumbers($1) }),
            ("event-kinds.tsv", { try $0.loadEventKinds($1) }),
        ]
        for (suffix, load) in order {
            for file in files where file.name == suffix || file.name.hasSuffix("/" + suffix) {
                var text = file.text
                try text.withUTF8 { try load(&self, TabularFile(name: file.name, text: file.text, bytes: $0)) }
            }
        }
    }

    private static func namesOfClasses() -> SymbolTable {
        var names = SymbolTable(capacity: OntologyClass.allCases.count)
        for type in OntologyClass.allCases { _ = names.intern(Array(type.rawValue.utf8)) }
        return names
    }

    // MARK: Words

    mutating func symbol(_ text: String) -> Int32 {
        var text = text
        return text.withUTF8 { symbol($0) }
    }

    mutating func symbol(_ cell: TabularFile.Cell) -> Int32 { symbol(cell.bytes) }

    /// The symbol of a word as it is written.
    mutating func symbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        scratch.removeAll(keepingCapacity: true)
        Folding.fold(bytes, into: &scratch)
        let symbol = scratch.withUnsafeBufferPointer { symbols.intern($0) }
        if primary.count < symbols.count { grow(to: symbols.count * 2) }
        return symbol
    }

    /// The symbol of a word that is known already, -1 if it is not.
    mutating func knownSymbol(_ cell: TabularFile.Cell) -> Int32 {
        scratch.removeAll(keepingCapacity: true)
        Folding.fold(cell.bytes, into: &scratch)
        return scratch.withUnsafeBufferPointer { symbols.find($0) }
    }

    private mutating func grow(to count: Int) {
        primary.append(contentsOf: repeatElement(Reading(), count: count - primary.count))
        secondary.append(contentsOf: repeatElement(Reading(), count: count - secondary.count))
        classes.append(contentsOf: repeatElement([], count: count - classes.count))
        names.append(contentsOf: repeatElement([], count: count - names.count))
        sets.append(contentsOf: repeatElement(WordSets(), count: count - sets.count))
        reportingIndex.append(contentsOf: repeatElement(-1, count: count - reportingIndex.count))
    }

    mutating func symbolSequence(_ cell: TabularFile.Cell, stripArticle: Bool = false) -> [Int32] {
        cell.parts(" ").map { symbol(stripArticle ? $0.withoutArticle : $0) }
    }

    /// Gives a word a reading, unless it has one already.
    mutating func learn(_ symbol: Int32, _ reading: Reading) {
        let at = Int(symbol)
        if classes[at].isEmpty {
            primary[at] = reading
        } else if secondary[at].wordClass == .other, reading.wordClass != primary[at].wordClass {
            secondary[at] = reading
        }
        classes[at].insert(WordClasses(reading.wordClass))
    }

    mutating func loadWords(_ file: TabularFile) throws {
        for row in file.rows {
            let at = symbol(row[0])
            for code in row[1].parts("/") {
                guard let reading = Reading(code: code.bytes) else {
                    throw KnowledgeError(
                        file: file.name, line: row.line, message: "no word class is called '\(String(code))'")
                }
                learn(at, reading)
            }
        }
    }

    mutating func loadNames(_ file: TabularFile) throws {
        for row in file.rows where !row[0].isEmpty {
            var bits: NameBits = []
            switch row[1] {
            case "given": bits = .given
            case "family": bits = .family
            case "both": bits = [.given, .family]
            case "particle": bits = .particle
            default:
                throw KnowledgeError(
                    file: file.name, line: row.line,
                    message: "kind must be given, family, both or particle, not '\(String(row[1]))'")
            }
            if row[2] == "f" { bits.insert(.feminine) }
            if row[2] == "m" { bits.insert(.masculine) }
            if row[3] == "yes" { bits.insert(.ambiguous) }
            if row[4] == "west" || row[4] == "asia" || row[4] == "afr" { bits.insert(.foreign) }
            for word in row[0].parts(" ").prefix(1) {
                names[Int(symbol(word))].formUnion(bits)
            }
        }
    }

    mutating func setBits(_ name: String, file: TabularFile, line: Int) throws -> WordSets {
        if let known = setIndex[name] { return WordSets(index: known) }
        guard setIndex.count < 256 else {
            throw KnowledgeError(file: file.name, line: line, message: "more than 256 sets of words")
        }
        setIndex[name] = setIndex.count
        return WordSets(index: setIndex.count - 1)
    }

    mutating func loadSets(_ file: TabularFile) throws {
        for row in file.rows {
            let bits = try setBits(String(row[0]), file: file, line: row.line)
            for word in row[1].parts(" ") { sets[Int(symbol(word))].formUnion(bits) }
        }
    }

    mutating func loadVerbs(_ file: TabularFile) throws {
        for row in file.rows {
            let set = String(row[0])
            let verb = try setBits(set + ".verb", file: file, line: row.line)
            for form in Conjugation.forms(past: String(row[1]), imperfect: String(row[2])) {
                let at = symbol(form.text)
                learn(at, form.reading)
                sets[Int(at)].formUnion(verb)
                mark(suffixed: form.text, with: verb)
            }
            for (column, suffix) in [(3, ".noun"), (4, ".active"), (5, ".passive")] {
                guard !row.list(column).isEmpty else { continue }
                let bits = try setBits(set + suffix, file: file, line: row.line)
                for word in row.list(column) {
                    let at = symbol(word)
                    var reading = Reading()
                    reading.wordClass = column == 3 ? .verbalNoun : .adjective
                    reading.gender = word.bytes.suffix(2).elementsEqual([0xD8, 0xA9]) ? .feminine : .masculine
                    learn(at, reading)
                    sets[Int(at)].formUnion(bits)
                    mark(suffixed: String(word), with: bits)
                }
            }
        }
    }

    private static let frequentAffixes: [(prefix: [UInt8], suffix: [UInt8])] = [
        ("", "ه"), ("", "ها"), ("", "هم"), ("", "هما"), ("س", ""), ("س", "ها"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// «تنظمها», «سيجري»: the frequent forms with a pronoun or of the future, which stand in the words on their own.
    private mutating func mark(suffixed word: String, with bits: WordSets) {
        let folded = FoldedWord.bytes(word)
        for (prefix, suffix) in Self.frequentAffixes {
            scratch.removeAll(keepingCapacity: true)
            scratch += prefix
            scratch += folded
            scratch += suffix
            let symbol = scratch.withUnsafeBufferPointer { symbols.find($0) }
            if symbol >= 0, Int(symbol) < sets.count { sets[Int(symbol)].formUnion(bits) }
        }
    }

    mutating func loadMonths(_ file: TabularFile) throws {
        for row in file.rows {
            guard let number = Int(String(row[1])), (1...12).contains(number) else {
                throw KnowledgeError(file: file.name, line: row.line, message: "a month is 1 to 12")
            }
            let hijri = row[2] == "hijri"
            months[symbol(row[0])] = hijri ? number + 100 : number
        }
    }

    mutating func loadReporting(_ file: TabularFile) throws {
        typealias Column = (Int, ReportingForm.Shape, Gender, GrammaticalNumber)
        let columns: [Column] = [
            (1, .past, .masculine, .singular), (2, .past, .feminine, .singular),
            (3, .past, .masculine, .plural), (4, .past, .unknown, .dual),
            (5, .imperfect, .masculine, .singular), (6, .imperfect, .feminine, .singular),
            (7, .imperfect, .masculine, .plural), (8, .participle, .masculine, .singular),
            (9, .participle, .feminine, .singular), (10, .participle, .unknown, .plural),
            (11, .passive, .unknown, .singular),
        ]
        for row in file.rows {
            let (lemma, complements) = (String(row[0]), row.list(12).map { String($0) })
            let isStrong = row[13] == "strong"
            for (column, shape, gender, number) in columns {
                for word in row.list(column) where !word.contains(0x20) {
                    let at = symbol(word)
                    guard reportingIndex[Int(at)] < 0 else { continue }
                    reportingIndex[Int(at)] = Int32(truncatingIfNeeded: reporting.count)
                    reporting.append(
                        ReportingForm(
                            lemma: lemma, shape: shape, gender: gender, number: number, isStrong: isStrong,
                            complements: complements))
                    var reading = Reading()
                    reading.wordClass = shape == .participle ? .circumstantial : .verb
                    reading.tense = shape == .imperfect ? .imperfect : .past
                    (reading.gender, reading.number) = (gender, number)
                    learn(at, reading)
                }
            }
        }
    }
}
