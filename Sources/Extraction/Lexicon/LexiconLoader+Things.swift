import KnowledgeGraph

/// Heads, offices and the gazetteer.
extension LexiconLoader {
    private func ontologyClass(_ cell: TabularFile.Cell, file: TabularFile, line: Int) throws -> OntologyClass {
        let index = Int(classNames.find(cell.bytes))
        guard index >= 0 else {
            throw KnowledgeError(file: file.name, line: line, message: "no class is called '\(String(cell))'")
        }
        return OntologyClass.allCases[index]
    }

    mutating func loadHeads(_ file: TabularFile) throws {
        for row in file.rows {
            let type = try ontologyClass(row[3], file: file, line: row.line)
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
            let body = classNames.find(row[5].bytes)
            for (column, gender, isPlural) in [
                (0, Gender.masculine, false), (1, .feminine, false), (2, .unknown, true),
            ] {
                for form in row.list(column) where !form.isEmpty {
                    roleEntries.append(
                        RoleEntry(
                            roleClass: RoleClass(String(row[3])), gender: gender, isPlural: isPlural,
                            body: body < 0 ? nil : OntologyClass.allCases[Int(body)],
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
            readSymbols(of: row[0])
            honorifics.add(words, entry: Int32(truncatingIfNeeded: honorificKinds.count - 1))
        }
    }

    private mutating func addThing(_ entry: GazetteerEntry, names: [TabularFile.Cell]) {
        gazetteerEntries.append(entry)
        let index = Int32(truncatingIfNeeded: gazetteerEntries.count - 1)
        scratch.removeAll(keepingCapacity: true)
        entry.appendKey(to: &scratch)
        // The first thing of a key has it.
        let key = scratch.withUnsafeBufferPointer { gazetteerKeys.intern($0) }
        if Int(key) == gazetteerByKey.count { gazetteerByKey.append(index) }
        add(names, of: index)
    }

    /// Other names of the thing added last, which need support from their context.
    private mutating func addWeak(_ names: [TabularFile.Cell], of entry: GazetteerEntry) {
        guard !names.isEmpty else { return }
        var weak = entry
        weak.isWeak = true
        addThing(weak, names: names)
    }

    private mutating func add(_ names: [TabularFile.Cell], of index: Int32) {
        for name in names where !name.isEmpty {
            readSymbols(of: name)
            // A single small word is no name.
            if words.count == 1, name.withoutArticle.scalarCount < 2 { continue }
            gazetteer.add(words, entry: index)
        }
    }

    /// Reads the words of a name into `words`, cut at spaces and at the punctuation that names are written with.
    private mutating func readSymbols(of name: TabularFile.Cell) {
        let bytes = name.bytes
        words.removeAll(keepingCapacity: true)
        var (start, at) = (0, 0)
        while at <= bytes.count {
            let gap = at == bytes.count || bytes[at] == 0x20 ? 1 : Self.punctuationLength(bytes, at)
            if gap > 0 {
                if start < at { words.append(symbol(UnsafeBufferPointer(rebasing: bytes[start..<at]))) }
                start = at + gap
            }
            at += max(gap, 1)
        }
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
                    english: String(row[9]), demonym: String(row[11]),
                    capitals: row.list(7).map { String($0) },
                    selfNames: row.list(12).map { String($0) }))
            let index = countries.count - 1
            countryByCode[code] = index
            var entry = GazetteerEntry(in: file, type: .Country, keyPrefix: "country-", key: row[0], name: row[2])
            entry.englishSpan = .init(row[9], in: file)
            entry.countrySpan = .init(row[0], in: file)
            addThing(entry, names: [row[2]] + row.list(3))
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
            var entry = GazetteerEntry(in: file, type: .Place, keyPrefix: "place-", key: row[4], name: row[0])
            entry.englishSpan = .init(row[4], in: file)
            entry.countrySpan = .init(row[3], in: file)
            entry.parentSpan = .init(row[2], in: file)
            entry.isWeak = row[6] == "yes" || isCommonWord(row[0])
            addThing(entry, names: [row[0]] + row.list(1))
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
            let type = try ontologyClass(row[1], file: file, line: row.line)
            var entry = GazetteerEntry(in: file, type: type, key: row[0], name: row[2])
            entry.englishSpan = .init(row[6], in: file)
            entry.countrySpan = .init(row[4], in: file)
            entry.parentSpan = .init(row[5], in: file)
            entry.topicsSpan = .init(row[7], in: file)
            addThing(entry, names: [row[2]] + row.list(3))
            addWeak(row.list(9), of: entry)
        }
    }

    mutating func loadInstruments(_ file: TabularFile) throws {
        for row in file.rows {
            let type = try ontologyClass(row[1], file: file, line: row.line)
            var entry = GazetteerEntry(in: file, type: type, key: row[0], name: row[2])
            entry.englishSpan = .init(row[5], in: file)
            entry.parentSpan = .init(row[8], in: file)
            entry.topicsSpan = .init(row[7], in: file)
            entry.supplementsSpan = .init(row[4], in: file)
            addThing(entry, names: [row[2]] + row.list(3))
            addWeak(row.list(10), of: entry)
        }
    }
}
