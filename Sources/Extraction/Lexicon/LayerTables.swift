import ArabicText

/// A subject matter (`gazetteer/topics.tsv`).
struct TopicEntry: Sendable {
    var key: String
    var name: String
    var english: String
    var broader: [String]
    var related: [String]
}

/// A word for a number of people or States (`lexicon/groups.tsv`).
struct GroupHead: Sendable {
    enum Need: String, Sendable {
        /// A body behind it: «أعضاء اللجنة».
        case body
        /// A body that has member States: «دول مجلس التعاون».
        case states
        /// A topic behind it: «ضحايا الاتجار بالأشخاص».
        case topic
        /// The article is enough: «الدبلوماسيين».
        case plain
    }
    var need: Need
    /// The nominative, which labels are written with: «منتسبو» of «منتسبي».
    var nominative: String
}

/// What the deeper layers of the graph are read with.
struct LayerTables: Sendable {
    var topics = PhraseTrie()
    var topicEntries: [TopicEntry] = []
    /// The keys of the topics, each with its topic as its symbol.
    fileprivate var topicKeys = SymbolTable(capacity: 1 << 9)
    /// The names of the topics, folded, and by symbol the topic.
    fileprivate var topicNames = SymbolTable(capacity: 1 << 10)
    fileprivate var topicByName: [Int] = []
    /// Stem → head of a group.
    var groups: [Int32: GroupHead] = [:]
    /// Stem → number.
    var ordinals: [Int32: Int] = [:]
    var cardinals: [Int32: Int] = [:]
    /// Over stems.
    var eventKinds = PhraseTrie()
    /// Local names of concepts.
    var eventKindNames: [String] = []

    /// The topic of a key, nil if there is none.
    func topic(ofKey key: String) -> Int? {
        var key = key
        let symbol = Int(key.withUTF8 { topicKeys.find($0) })
        return symbol < 0 ? nil : symbol
    }

    /// The topic that goes by a name, nil if there is none.
    func topic(named name: String) -> Int? {
        let symbol = Int(topicNames.find(Folding.fold(name)))
        return symbol < 0 ? nil : topicByName[symbol]
    }
}

extension LexiconLoader {
    mutating func loadTopics(_ file: TabularFile) throws {
        for row in file.rows {
            let entry = TopicEntry(
                key: String(row[0]), name: String(row[1]), english: String(row[3]),
                broader: row.list(4).map { String($0) }, related: row.list(5).map { String($0) })
            let index = layers.topicEntries.count
            layers.topicEntries.append(entry)
            guard layers.topicKeys.intern(row[0].bytes) == index else {
                throw KnowledgeError(file: file.name, line: row.line, message: "a second topic is called '\(entry.key)'")
            }
            for name in [row[1]] + row.list(2) {
                layers.topics.add(symbolSequence(name), entry: Int32(truncatingIfNeeded: index))
                scratch.removeAll(keepingCapacity: true)
                Folding.fold(name.bytes, into: &scratch)
                let symbol = scratch.withUnsafeBufferPointer { layers.topicNames.intern($0) }
                if Int(symbol) == layers.topicByName.count { layers.topicByName.append(index) }
            }
        }
    }

    mutating func loadGroups(_ file: TabularFile) throws {
        for row in file.rows {
            guard let need = GroupHead.Need(rawValue: String(row[2])) else {
                throw KnowledgeError(
                    file: file.name, line: row.line,
                    message: "needs must be body, states, topic or plain, not '\(String(row[2]))'")
            }
            let nominative = String(row[0])
            for word in [row[0]] + row.list(1) {
                guard let stem = symbolSequence(word).first else { continue }
                layers.groups[stem] = GroupHead(need: need, nominative: nominative)
                var reading = Reading()
                (reading.wordClass, reading.gender, reading.number, reading.isHuman) = (.noun, .masculine, .plural, true)
                if classes[Int(stem)].isEmpty { learn(stem, reading) }
            }
        }
    }

    mutating func loadNumbers(_ file: TabularFile) throws {
        for row in file.rows {
            guard let number = Int(String(row[0])), number > 0 else {
                throw KnowledgeError(file: file.name, line: row.line, message: "a number is one from 1")
            }
            for word in row.list(1) {
                if let stem = symbolSequence(word).first { layers.ordinals[stem] = number }
            }
            for word in row.list(2) {
                if let stem = symbolSequence(word).first { layers.cardinals[stem] = number }
            }
        }
    }

    mutating func loadEventKinds(_ file: TabularFile) throws {
        for row in file.rows {
            layers.eventKindNames.append(String(row[1]))
            let index = Int32(truncatingIfNeeded: layers.eventKindNames.count - 1)
            for name in row.list(0) { layers.eventKinds.add(symbolSequence(name), entry: index) }
        }
    }
}
