import KnowledgeGraph

/// Heads, offices and the gazetteer.
extension LexiconLoader {
    mutating func loadHeads(_ file: TabularFile) throws {
        for row in file.rows {
            guard let type = OntologyClass(rawValue: String(row[3])) else {
                throw KnowledgeError(
                    file: file.name, line: row.line, message: "no class is called '\(String(row[3]))'")
            }
            let need: HeadEntry.Need =
                switch row[5] {
                case "any": .any
                case "definite": .definite
                case "named": .named
                default:
                    throw KnowledgeError(
                        file: file.name, line: row.line,
                        message: "needs must be any, definite or named, not '\(String(row[5]))'")
                }
            let isPlural = primary[Int(symbol(firstWord(row[0]).withoutArticle))].number == .plural
            headEntries.append(
                HeadEntry(
                    type: type, gender: row[1] == "f" ? .feminine : .masculine, need: need,
                    isPlural: isPlural))
            heads.add(
                symbolSequence(row[0], stripArticle: true),
                entry: Int32(truncatingIfNeeded: headEntries.count - 1))
        }
    }

    private func firstWord(_ cell: TabularFile.Cell) -> TabularFile.Cell {
        cell.parts(" ").first ?? cell
    }

    mutating func loadRoles(_ file: TabularFile) throws {
        for row in file.rows {
            let body = OntologyClass(rawValue: String(row[5]))
            for (column, gender, isPlural) in [
                (0, Gender.masculine, false), (1, .feminine, false), (2, .unknown, true),
            ] {
                for form in row.list(column) where !form.isEmpty {
                    roleEntries.append(
                        RoleEntry(
                            roleClass: RoleClass(String(row[3])), gender: gender, isPlural: isPlural, body: body,
                            isAmbiguous: row[6] == "yes", masculine: String(row[0])))
                    roles.add(
                        symbolSequence(form, stripArticle: true),
                        entry: Int32(truncatingIfNeeded: roleEntries.count - 1))
                }
            }
        }
    }

    mutating func loadHonorifics(_ file: TabularFile) throws {
        for row in file.rows {
            let kind: HonorificKind =
                switch row[1] {
                case "honorific": .honorific
                case "rank-military": .military
                case "rank-police": .police
                case "rank-diplomatic": .diplomatic
                case "royal": .royal
                default:
                    throw KnowledgeError(
                        file: file.name, line: row.line, message: "no honorific is of kind '\(String(row[1]))'")
                }
            honorificKinds.append(kind)
            let words = cleanedSymbols(row[0])
            honorifics.add(words, entry: Int32(truncatingIfNeeded: honorificKinds.count - 1))
        }
    }

    private mutating func addThing(_ entry: GazetteerEntry, names: [TabularFile.Cell]) {
        gazetteerEntries.append(entry)
        let index = Int32(truncatingIfNeeded: gazetteerEntries.count - 1)
        if gazetteerByKey[entry.key] == nil { gazetteerByKey[entry.key] = Int(index) }
        for name in names where !name.isEmpty {
            let words = cleanedSymbols(name)
            // A single small word is no name.
            if words.count == 1, name.withoutArticle.scalarCount < 2 { continue }
            gazetteer.add(words, entry: index)
        }
    }

    /// The words of a name, cut at spaces and at the punctuation that names are written with.
    private mutating func cleanedSymbols(_ name: TabularFile.Cell) -> [Int32] {
        let bytes = name.bytes
        var words: [Int32] = []
        var (start, at) = (0, 0)
        while at <= bytes.count {
            let gap = at == bytes.count || bytes[at] == 0x20 ? 1 : Self.punctuationLength(bytes, at)
            if gap > 0 {
                if start < at { words.append(symbol(UnsafeBufferPointer(rebasing: bytes[start..<at]))) }
                start = at + gap
            }
            at += max(gap, 1)
        }
        return words
    }

    /// Bytes of the mark at `at`, one of `()«»"،,–—'.`; 0 if there is none.
    private static func punctuationLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        func next(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
        switch bytes[at] {
        case 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2E: return 1
        case 0xC2: return next(1) == 0xAB || next(1) == 0xBB ? 2 : 0
        case 0xD8: return next(1) == 0x8C ? 2 : 0
        case 0xE2: return next(1) == 0x80 && (next(2) == 0x93 || next(2) == 0x94) ? 3 : 0
        default: return 0
        }
    }

    mutating func loadCountries(_ file: TabularFile) throws {
        for row in file.rows {
            let code = String(row[0])
            countries.append(
                CountryEntry(
                    iso2: code, name: String(row[2]), formalName: String(row.list(3).first ?? row[2]),
                    english: String(row[9]), capitals: row.list(7).map { String($0) },
                    selfNames: row.list(12).map { String($0) }))
            let index = countries.count - 1
            countryByCode[code] = index
            addThing(
                GazetteerEntry(
                    key: "country-" + code.lowercased(), type: .Country, name: String(row[2]),
                    english: String(row[9]), country: code, parent: "", topics: [], supplements: "",
                    isWeak: false),
                names: [row[2]] + row.list(3))
            if row[8] == "yes" {
                for capital in row.list(7) { metonyms[String(capital)] = index }
            }
            for column in 4...6 {
                for adjective in row.list(column) {
                    let at = symbol(adjective)
                    if nisbaCountry[at] == nil { nisbaCountry[at] = index }
                    var reading = Reading()
                    reading.wordClass = .nisba
                    reading.gender = column == 5 ? .feminine : .masculine
                    reading.number = column == 6 ? .plural : .singular
                    learn(at, reading)
                }
            }
        }
    }

    mutating func loadPlaces(_ file: TabularFile) throws {
        for row in file.rows {
            addThing(
                GazetteerEntry(
                    key: "place-" + String(row[4]), type: .Place, name: String(row[0]),
                    english: String(row[4]), country: String(row[3]), parent: String(row[2]), topics: [],
                    supplements: "", isWeak: row[6] == "yes" || isCommonWord(row[0])),
                names: [row[0]] + row.list(1))
        }
    }

    /// A name of one word that the word lexicon reads as something other than a place.
    private mutating func isCommonWord(_ name: TabularFile.Cell) -> Bool {
        guard !name.contains(0x20) else { return false }
        for word in [name, name.withoutArticle] {
            let at = Int(knownSymbol(word))
            guard at >= 0, !classes[at].isEmpty else { continue }
            return classes[at].isDisjoint(with: [.place, .state])
        }
        return false
    }

    mutating func loadOrganizations(_ file: TabularFile) throws {
        for row in file.rows {
            guard let type = OntologyClass(rawValue: String(row[1])) else {
                throw KnowledgeError(
                    file: file.name, line: row.line, message: "no class is called '\(String(row[1]))'")
            }
            var entry = GazetteerEntry(
                key: String(row[0]), type: type, name: String(row[2]), english: String(row[6]),
                country: String(row[4]), parent: String(row[5]), topics: row.list(7).map { String($0) },
                supplements: "", isWeak: false)
            addThing(entry, names: [row[2]] + row.list(3))
            let weak = row.list(9)
            if !weak.isEmpty {
                entry.isWeak = true
                addThing(entry, names: weak)
            }
        }
    }

    mutating func loadInstruments(_ file: TabularFile) throws {
        for row in file.rows {
            guard let type = OntologyClass(rawValue: String(row[1])) else {
                throw KnowledgeError(
                    file: file.name, line: row.line, message: "no class is called '\(String(row[1]))'")
            }
            var entry = GazetteerEntry(
                key: String(row[0]), type: type, name: String(row[2]), english: String(row[5]),
                country: "", parent: String(row[8]), topics: row.list(7).map { String($0) },
                supplements: String(row[4]), isWeak: false)
            addThing(entry, names: [row[2]] + row.list(3))
            let weak = row.list(10)
            if !weak.isEmpty {
                entry.isWeak = true
                addThing(entry, names: weak)
            }
        }
    }
}
