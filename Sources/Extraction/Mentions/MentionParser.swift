import KnowledgeGraph

/// Finds the mentions of a text, sentence by sentence, by recursive descent over its tokens:
/// offices hold bodies, bodies hold States, and so on. Each kind has a file of its own.
struct MentionParser {
    let lexicon: Lexicon
    let text: AnalyzedText
    let words: ParserSets
    /// All mentions, nested ones before those that hold them.
    var mentions: [Mention] = []
    /// End of the sentence at hand, as a token index.
    var limit = 0
    /// Start of the sentence at hand.
    var sentenceStart = 0
    /// The first mention that is of the sentence at hand.
    var sentenceFirstMention = 0
    /// Depth of nesting, bounded so that no input overflows the stack.
    var depth = 0
    /// By token: one past the names that the document has shown to be personal.
    var nameSymbols: Set<Int32> = []

    init(lexicon: Lexicon, text: AnalyzedText, words: ParserSets) {
        self.lexicon = lexicon
        self.text = text
        self.words = words
    }

    /// Reads every sentence; returns the top-level mentions of each, in order.
    mutating func run() -> [[Int]] {
        let top = text.sentences.map { sentence in
            limit = sentence.upperBound
            sentenceStart = sentence.lowerBound
            sentenceFirstMention = mentions.count
            var found: [Int] = []
            var index = sentence.lowerBound
            while index < limit {
                if let mention = parse(at: index) {
                    found.append(mention)
                    index = max(index + 1, mentions[mention].tokens.upperBound)
                } else {
                    index += 1
                }
            }
            return found
        }
        extendOffices(top)
        return addShortNames(to: top)
    }

    /// The mention that begins at a token, if any.
    mutating func parse(at index: Int) -> Int? {
        guard index < limit, text.isWord(index) else {
            return index < limit && text.items[index].kind == .number ? parseDate(at: index) : nil
        }
        let form = text.form(index)
        if form.names.contains(.given), form.isMainly(.particle), followsPost(index, isDirect: true), let end = listedNameEnd(at: index) {
            return addName(index..<end)
        }
        if form.isMainly(.particle), !form.isClass(.noun), lexicon.gazetteer.start(form.bare) < 0,
            !words.dateOpeners.intersects(form.sets)
        { return nil }
        if let mention = parseDate(at: index) { return mention }
        let known = longestGazetteer(at: index)
        if let known, known.entry.type.isA(.Instrument), known.end - index >= 2 {
            return addKnown(known, at: index)
        }
        // «منطقة عسير»: a known place behind what kind of place it is.
        if let known, known.entry.type == .Place, index > sentenceStart, has(index - 1, words.placeWord), !form.hasPrefix {
            return addKnown(known, at: index)
        }
        if form.sets.intersects(words.selfName), !isPlainWord(index + 1) || !isAdjectival(index + 1) || !text.form(index + 1).hasArticle {
            var mention = Mention(tokens: index..<index + 1, type: .Country, head: index, rule: "country-self-name")
            (mention.form, mention.isDefinite) = (.definite, true)
            return add(mention)
        }
        // «سلطان بن سعيد»: a given name before «بن» is a name, whatever else it may be.
        if form.names.contains(.given), isPlainWord(index + 1), text.form(index + 1).names.contains(.particle), !form.hasArticle,
            let name = parseName(at: index)
        { return name }
        // «أعلن رياض المؤخر، …»: a given name behind a verb of saying.
        if !form.names.isDisjoint(with: [.given]), followsReporting(index), let name = parseSupportedName(at: index) { return name }
        // «وزير المخابرات إسرائيل كاتس»: behind an office, the name of a State may be a given name.
        if known?.entry.type == .Country || form.classes.isEmpty && form.names.contains(.given), isPlainWord(index + 1), isNamePart(index + 1), followsPost(index, isDirect: true),
            let end = nameEnd(at: index + 1, isSupported: true)
        { return addName(index..<end) }
        // «الجانب الفلبيني» is the State.
        if form.sets.intersects(words.sideNoun), isPlainWord(index + 1), text.form(index + 1).nisba >= 0, text.form(index + 1).hasArticle {
            var mention = Mention(tokens: index..<index + 2, type: .Country, head: index, rule: "country-side")
            (mention.form, mention.isDefinite, mention.country) = (.short, true, text.form(index + 1).nisba)
            return add(mention)
        }
        if let post = parsePost(at: index) { return post }
        if let known, known.end == index + 1, form.names.contains(.given), isPlainWord(index + 1), let name = parseName(at: index) {
            return name
        }
        if let known, !known.entry.isWeak {
            let start = mentions.count
            if let phrase = parseHeaded(at: index) {
                // Longer by an adjective or a genitive, not by «لـ» or a quotation.
                let isLonger = mentions[phrase].tokens.upperBound > known.end && isPlainWord(known.end)
                if isLonger { return phrase }
                mentions.removeSubrange(start...)
            }
            return addKnown(known, at: index)
        }
        if let phrase = parseHeaded(at: index) { return phrase }
        if let ministry = parseShortMinistry(at: index) { return ministry }
        if form.preposition == .li, isOfStatement(index), let ministry = parseBareMinistry(at: index) { return ministry }
        if let known, known.entry.isWeak, isSupported(known, at: index) { return addKnown(known, at: index) }
        if let rank = parseTitled(at: index) { return rank }
        if let name = parseName(at: index) { return name }
        return followsPost(index) ? parseSupportedName(at: index) : nil
    }

    // MARK: Looking at words

    @inline(__always)
    func isWord(_ index: Int) -> Bool { index < limit && text.isWord(index) }

    /// A word without conjunction and preposition.
    func isPlainWord(_ index: Int) -> Bool { isWord(index) && !text.form(index).hasPrefix }

    func mark(_ index: Int) -> UInt32 {
        index < limit && text.items[index].kind == .punctuation ? text.items[index].mark : 0
    }

    func isComma(_ index: Int) -> Bool {
        let mark = mark(index)
        return mark == 0x60C || mark == 0x2C
    }

    func isOpeningQuote(_ index: Int) -> Bool {
        let mark = mark(index)
        return mark == 0xAB || mark == 0x22 || mark == 0x201C || mark == 0x201E || mark == 0x275D
    }

    func isClosingQuote(_ index: Int) -> Bool {
        let mark = mark(index)
        return mark == 0xBB || mark == 0x22 || mark == 0x201D || mark == 0x201C
    }

    /// One past the closing quote of the quotation that opens at `index`, if it closes within 30 tokens.
    func quotationEnd(_ index: Int) -> Int? {
        guard isOpeningQuote(index) else { return nil }
        var at = index + 1
        while at < limit, at - index <= 30 {
            if isClosingQuote(at) { return at > index + 1 ? at + 1 : nil }
            at += 1
        }
        return nil
    }

    /// Whether a form belongs to a set of words.
    @inline(__always)
    func has(_ index: Int, _ set: WordSets) -> Bool { isWord(index) && text.form(index).sets.intersects(set) }

    /// Whether the word is read as a finite verb here.
    func isVerb(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let form = text.form(index)
        return form.reading.wordClass == .verb && !form.hasArticle && !form.isUnknown
    }

    // MARK: The table

    mutating func add(_ mention: Mention) -> Int {
        mentions.append(mention)
        return mentions.count - 1
    }

    /// Takes a mention, and those inside it, out of the account.
    mutating func drop(_ index: Int) {
        mentions[index].isDropped = true
        for child in mentions[index].children { drop(child) }
    }

    /// Marks mentions as standing inside another.
    mutating func nest(_ children: [Int]) {
        for child in children { mentions[child].isNested = true }
    }
}

/// The sets of words that the parser asks for, looked up once.
struct ParserSets {
    let supervisor, kunya, capitalWord, of, dateNow, monthSecond: WordSets
    let dateOpeners, portfolio, assistant, roleAdjectives, temporalAdjectives, remitNouns, concerned: WordSets
    let toward, at, inside, onBehalf, supervising, between, regarding, nominalStop: WordSets
    let ordinal, timeUnit, relativeTime, weekday, dayPart, numberWord, yearWord: WordSets
    let represented: WordSets
    let entitled, stateWord, placeWord, chairedBy, selfName, notName, sideNoun: WordSets
    let eventVerb, treatyWord, regime, multilateral, locative, rulerTitle, shortMinistry, acting, genericAdjective, genericLaw, titleNoun: WordSets
    let verbalPreposition, governingNoun, complement, statementNoun: WordSets
    /// The symbols of «ال» and «و» standing alone.
    let alSymbol, waSymbol: Int32

    init(_ lexicon: Lexicon) {
        func set(_ name: String) -> WordSets { lexicon.wordSet(name) }
        supervisor = set("role.supervisor")
        kunya = set("kunya")
        capitalWord = set("capital.word")
        of = set("of")
        dateNow = set("date.now")
        monthSecond = set("month.second")
        waSymbol = lexicon.symbols.find([0xD9, 0x88])
        dateOpeners = set("date.opener")
        portfolio = set("portfolio")
        assistant = set("role.assistant")
        roleAdjectives = set("role.adjective")
        temporalAdjectives = set("role.temporal")
        remitNouns = set("remit.noun")
        concerned = set("concerned")
        toward = set("prep.toward")
        at = set("prep.at")
        inside = set("prep.in")
        onBehalf = set("on-behalf")
        supervising = set("prep.on")
        between = set("prep.between")
        regarding = set("prep.regarding")
        nominalStop = set("phrase.stop")
        ordinal = set("ordinal")
        represented = set("represented")
        timeUnit = set("time.unit")
        relativeTime = set("time.relative")
        weekday = set("weekday")
        dayPart = set("day-part")
        numberWord = set("number.word")
        yearWord = set("year.word")
        entitled = set("entitled")
        stateWord = set("state.word")
        placeWord = set("place.word")
        chairedBy = set("chaired-by")
        selfName = set("country.self")
        notName = set("not-name")
        sideNoun = set("side.noun")
        var verbs = WordSets()
        for name in ["organize", "held", "include", "chair", "issue", "sign", "participate", "meet"] { verbs.formUnion(set(name + ".verb")) }
        eventVerb = verbs
        treatyWord = set("treaty.word")
        regime = set("regime")
        multilateral = set("multilateral")
        locative = set("locative")
        rulerTitle = set("ruler.title")
        shortMinistry = set("ministry.short")
        acting = set("acting")
        genericAdjective = set("generic.adjective")
        genericLaw = set("generic.law")
        titleNoun = set("title.noun")
        verbalPreposition = set("verbal.preposition")
        governingNoun = set("governing.noun")
        statementNoun = set("statement.noun")
        var complements = set("that")
        for name in ["comp.on", "comp.to", "comp.about"] { complements.formUnion(set(name)) }
        complement = complements
        alSymbol = lexicon.symbols.find([0xD8, 0xA7, 0xD9, 0x84])
    }
}
