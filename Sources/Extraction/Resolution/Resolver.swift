import KnowledgeGraph

/// Coreference inside a document: which mentions are of one thing.
///
/// Full names come first, by what they are made of; short forms then go to the nearest full form before
/// them that they agree with (or, failing that, after them). What stays ambiguous stays apart.
struct Resolver {
    let lexicon: Lexicon
    let text: AnalyzedText
    var mentions: [Mention]
    var entities: [Entity] = []
    var holdings: [Holding] = []
    /// Holders by mention of a post.
    private var personOfPost: [Int: Int] = [:]
    /// Index into the lexicon's States, -1.
    private(set) var homeCountry: Int32 = -1
    private var countryEntity: [Int32: Int] = [:]
    private var gazetteerEntity: [String: Int] = [:]

    init(lexicon: Lexicon, text: AnalyzedText, mentions: [Mention]) {
        (self.lexicon, self.text, self.mentions) = (lexicon, text, mentions)
    }

    mutating func run(_ links: [AppositionFinder.Link]) {
        for link in links { personOfPost[link.post] = link.person }
        let order = mentions.indices.filter { !mentions[$0].isDropped }.sorted {
            let (a, b) = (mentions[$0].tokens, mentions[$1].tokens)
            return (a.lowerBound, b.upperBound) < (b.lowerBound, a.upperBound)
        }
        CapitalReader(lexicon: lexicon, text: text).read(&mentions)
        for index in order { resolveNamed(index) }
        findHomeCountry()
        resolvePersons(order)
        for kind in [OntologyClass.Organization, .Instrument, .Event, .Place, .Rank] { resolveKind(kind, order) }
        resolvePosts(order, links)
        for link in links {
            guard mentions[link.person].entity >= 0, mentions[link.post].entity >= 0 else { continue }
            // «وزيرة السياحة سلمي اللومي»: the title tells.
            if mentions[link.post].gender == .feminine { entities[mentions[link.person].entity].gender = .feminine }
            holdings.append(
                Holding(
                    person: mentions[link.person].entity, post: mentions[link.post].entity, tokens: link.tokens,
                    rule: link.rule, confidence: link.confidence))
        }
        linkCounterparts()
    }

    // MARK: Making and joining

    mutating func makeEntity(of index: Int) -> Int {
        let mention = mentions[index]
        var entity = Entity(type: mention.type)
        entity.gazetteer = mention.gazetteer
        entity.country = mention.country
        entity.gender = mention.gender
        entity.head = text.form(mention.head).stem
        entity.words = stems(mention.tokens)
        entity.mentions = [index]
        entities.append(entity)
        mentions[index].entity = entities.count - 1
        return entities.count - 1
    }

    mutating func join(_ index: Int, to entity: Int) {
        mentions[index].entity = entity
        entities[entity].mentions.append(index)
        let mention = mentions[index]
        if entities[entity].country < 0 { entities[entity].country = mention.country }
        if entities[entity].gender == .unknown, !entities[entity].hasMixedGender {
            entities[entity].gender = mention.gender
        } else if mention.gender != .unknown, mention.gender != entities[entity].gender, mention.type.isA(.Organization) {
            // «الاتحاد» and «المنظمة» may be one body: its verbs agree with either.
            entities[entity].gender = .unknown
            entities[entity].hasMixedGender = true
        }
        if entities[entity].gazetteer < 0 { entities[entity].gazetteer = mention.gazetteer }
        let words = stems(mention.tokens)
        if words.count > entities[entity].words.count {
            entities[entity].words = words
            if mention.type.isA(entities[entity].type) { entities[entity].type = mention.type }
        }
    }

    /// The stems of the words and the digits of numbers in a range of tokens.
    func stems(_ tokens: Range<Int>) -> [Int32] {
        var stems: [Int32] = []
        for at in tokens {
            if text.isWord(at) {
                stems.append(text.form(at).stem)
            } else if text.items[at].kind == .number {
                stems.append(-2 - (Int32(text.digits(at).split(separator: ".").first ?? "0") ?? 0))
            }
        }
        return stems
    }

    // MARK: Known things

    private mutating func resolveNamed(_ index: Int) {
        let mention = mentions[index]
        let isNamed = mention.sharesName || mention.rule.hasPrefix("known")
            || mention.type == .Place && text.form(mention.head).sets.intersects(lexicon.wordSet("place.admin"))
        guard mention.gazetteer >= 0, isNamed else { return }
        let entry = lexicon.gazetteerEntries[Int(mention.gazetteer)]
        // A nationality behind a generic name makes another body: «مجلس الأمة الكويتي» stays itself, though.
        let key = entry.key
        if entry.type == .Place, let known = headedPlace(mention) ?? barePlace(mention) {
            join(index, to: known)
            return
        }
        if let known = gazetteerEntity[key] {
            join(index, to: known)
        } else {
            gazetteerEntity[key] = makeEntity(of: index)
            if entry.type == .Country {
                countryEntity[mention.country] = mentions[index].entity
                // Most States take a feminine verb; some names take either.
                entities[mentions[index].entity].gender = text.form(mention.head).sets.intersects(lexicon.wordSet("country.masculine")) ? .unknown : .feminine
            }
        }
    }

    /// «غزة» after «قطاع غزة».
    private func headedPlace(_ mention: Mention) -> Int? {
        guard mention.tokens.count == 1 else { return nil }
        let stem = text.form(mention.head).stem
        return entities.firstIndex { $0.type == .Place && $0.words.count == 2 && $0.words[1] == stem }
    }

    /// «قطاع غزة» after «غزة».
    private func barePlace(_ mention: Mention) -> Int? {
        guard mention.tokens.count == 2 else { return nil }
        let stem = text.form(mention.tokens.upperBound - 1).stem
        return entities.firstIndex { $0.type == .Place && $0.words == [stem] }
    }

    /// The entity of a State, made if need be from an adjective that shows it.
    mutating func entity(ofCountry country: Int32) -> Int {
        if let known = countryEntity[country] { return known }
        var entity = Entity(type: .Country)
        entity.country = country
        entity.gender = .feminine
        entity.gazetteer = lexicon.gazetteerIndex(ofCountry: Int(country))
        entities.append(entity)
        countryEntity[country] = entities.count - 1
        return entities.count - 1
    }

    /// The State that the text is at home in: the one that names and nationalities show most often, if it
    /// leads clearly; «البلاد», «المملكة» refer to it, and bodies without a nationality are its own.
    private mutating func findHomeCountry() {
        var counts: [Int32: Int] = [:]
        for mention in mentions where mention.country >= 0 {
            let weight = mention.type == .Country ? 2 : mention.nisbaToken >= 0 ? 2 : 1
            counts[mention.country, default: 0] += weight
        }
        let total = counts.values.reduce(0, +)
        let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first
        if let best, best.value * 100 >= total * 45 { homeCountry = best.key }
        for index in mentions.indices where mentions[index].rule == "country-side" && !mentions[index].isDropped {
            join(index, to: entity(ofCountry: mentions[index].country))
        }
        for index in mentions.indices where mentions[index].rule == "country-self-name" {
            guard let country = selfNamed(index) else { continue }
            mentions[index].country = country
            join(index, to: entity(ofCountry: country))
        }
    }

    /// «المملكة» of a kingdom, «السلطنة» of a sultanate, «البلاد» of the text's home.
    private func selfNamed(_ index: Int) -> Int32? {
        let word = lexicon.symbols.text(of: text.form(mentions[index].head).bare)
        let fits = { [lexicon] (country: Int32) in
            lexicon.countries[Int(country)].selfNames.contains { LabelCleaner.fold($0) == word }
        }
        if homeCountry >= 0, word == LabelCleaner.fold("البلاد") || fits(homeCountry) { return homeCountry }
        let here = mentions[index].tokens.lowerBound
        let near = mentions.filter { $0.country >= 0 && fits($0.country) && $0.rule != "country-self-name" }
            .min { abs($0.tokens.lowerBound - here) < abs($1.tokens.lowerBound - here) }
        return near?.country ?? (word == LabelCleaner.fold("البلاد") && homeCountry >= 0 ? homeCountry : nil)
    }

    // MARK: Persons

    private mutating func resolvePersons(_ order: [Int]) {
        let persons = order.filter { mentions[$0].type == .Person }
        for index in persons where mentions[index].tokens.count > 1 {
            let words = stems(mentions[index].tokens)
            let known = entities.indices.first {
                entities[$0].type == .Person && (Self.isSameName(entities[$0].words, words) || isSpellingVariant(entities[$0].words, words))
                    && entities[$0].gender.agrees(with: mentions[index].gender)
            }
            if let known {
                join(index, to: known)
            } else {
                let made = makeEntity(of: index)
                entities[made].head = words[words.count - 1]
            }
        }
        for index in persons where mentions[index].tokens.count == 1 {
            let word = stems(mentions[index].tokens)[0]
            if let known = nearestPerson(word, before: index) {
                mentions[index].form = .short
                join(index, to: known)
            } else {
                _ = makeEntity(of: index)
            }
        }
    }

    private func nearestPerson(_ word: Int32, before index: Int) -> Int? {
        let here = mentions[index].tokens.lowerBound
        var best: (distance: Int, entity: Int)?
        for number in entities.indices where entities[number].type == .Person && entities[number].words.contains(word) {
            let entity = entities[number]
            let isLast = entity.words.last == word
            for mention in entity.mentions {
                let at = mentions[mention].tokens.lowerBound
                var distance = at <= here ? here - at : (at - here) * 3
                if !isLast { distance += 400 }
                if best.map({ distance < $0.distance }) ?? true { best = (distance, number) }
            }
        }
        return best?.entity
    }

    /// «قايد السبسي» and «قائد السبسي», «ميركل» and «ميركيل»: the same consonants, at most two words apart.
    private func isSpellingVariant(_ a: [Int32], _ b: [Int32]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard short.count >= 2, long.count - short.count <= 1 else { return false }
        let tail = Array(long.suffix(short.count))
        for candidate in long.count == short.count ? [long] : [tail] {
            var differing = 0
            var fits = true
            for (x, y) in zip(short, candidate) where x != y {
                differing += 1
                let (p, q) = (skeleton(x), skeleton(y))
                if p != q || p.count < 2 { fits = false }
            }
            if fits, differing <= 2, differing < short.count || short.count == 2 { return true }
        }
        return false
    }

    /// The letters of a word without alef, waw, ya and hamza.
    private func skeleton(_ symbol: Int32) -> [UInt8] {
        guard symbol >= 0 else { return [] }
        var out: [UInt8] = []
        let bytes = Array(text.symbolBytes(symbol))
        var at = 0
        while at + 1 < bytes.count {
            let pair = (bytes[at], bytes[at + 1])
            let isVowel = pair.0 == 0xD8 && (pair.1 >= 0xA1 && pair.1 <= 0xA7) || pair.0 == 0xD9 && (pair.1 == 0x88 || pair.1 == 0x89 || pair.1 == 0x8A)
            if !isVowel { out += [pair.0, pair.1] }
            at += 2
        }
        return out
    }

    /// Two chains that can be of one person: equal, one begins the other, or the same first and last name with a part left out.
    static func isSameName(_ a: [Int32], _ b: [Int32]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard let first = short.first, short.count >= 2 else { return false }
        // «أبو يوسف» ends «واصل أبو يوسف».
        if Array(long.suffix(short.count)) == short { return true }
        guard long.first == first else { return false }
        // Every word of the shorter in the longer, in order.
        var at = 0
        for word in long where at < short.count && word == short[at] { at += 1 }
        return at == short.count
    }

    // MARK: Posts

    private mutating func resolvePosts(_ order: [Int], _ links: [AppositionFinder.Link]) {
        let posts = order.filter { mentions[$0].type == .Post }
        func isShort(_ index: Int, _ self: Resolver) -> Bool {
            let mention = self.mentions[index]
            // «الوزير», «الوزير المصري»: a role and at most a State.
            return mention.form == .definite || self.isBareTitle(mention) || mention.tokens.count == 2 && mention.nisbaToken == mention.head + 1
                && self.text.form(mention.head).hasArticle
        }
        for index in posts where !isShort(index, self) {
            let words = postWords(index)
            let holder = personOfPost[index].map { mentions[$0].entity } ?? -1
            var best: (score: Int, entity: Int)?
            for number in entities.indices where entities[number].type == .Post && entities[number].words.first == words.first {
                let entity = entities[number]
                guard canMerge(post: entity, words, mentions[index], holder: holder) else { continue }
                // «وزيرة الصحة فلانة ونظيرتها السودانية»: not the minister of that State.
                if entity.country >= 0, entity.country == counterpartCountry(behind: personOfPost[index]) { continue }
                let score = entity.words == words ? 3 : 1
                if best.map({ score >= $0.score }) ?? true { best = (score, number) }
            }
            if let best {
                join(index, to: best.entity)
                if words.count > entities[best.entity].words.count { entities[best.entity].words = words }
            } else {
                let made = makeEntity(of: index)
                entities[made].words = words
                entities[made].head = headStem(mentions[index].head)
            }
            if holder >= 0 { entities[mentions[index].entity].holders.append(holder) }
        }
        for index in posts where isShort(index, self) {
            let head = headStem(mentions[index].head)
            let country = mentions[index].country
            let here = mentions[index].tokens.lowerBound
            let title = isBareTitle(mentions[index]) ? postWords(index) : []
            let holder = personOfPost[index].map { mentions[$0].entity } ?? -1
            var best: (distance: Int, entity: Int)?
            for number in entities.indices where entities[number].type == .Post && entities[number].head == head {
                let entity = entities[number]
                if country >= 0, entity.country >= 0, entity.country != country { continue }
                if !isPrefix(title, entity.words) { continue }
                if country >= 0, entity.country < 0, country != homeCountry { continue }
                // «الوزير نايف الحجرف» is the minister named before without a holder; of presidents there are many.
                if holder >= 0, !entity.holders.contains(holder), !entity.holders.isEmpty || entity.words.count > 1 && mentions[index].roleClass == "head" { continue }
                // «الوزير» alone is rather the one without a nationality than «الوزير الجزائري».
                let hasNationality = country < 0 && entity.mentions.contains { mentions[$0].nisbaToken >= 0 }
                for mention in entity.mentions where !mentions[mention].isNested {
                    let at = mentions[mention].tokens.lowerBound
                    var distance = at <= here ? here - at : (at - here) * 4 + 50
                    if country >= 0, entity.country != country { distance += 400 }
                    if hasNationality { distance += 150 }
                    if best.map({ distance < $0.distance }) ?? true { best = (distance, number) }
                }
            }
            if let best {
                join(index, to: best.entity)
            } else if holder >= 0 || Self.isKnownByTitle(mentions[index].roleClass) || mentions[index].tokens.count > 1 {
                let made = makeEntity(of: index)
                entities[made].words = postWords(index)
                entities[made].head = head
                if holder >= 0 { entities[made].holders.append(holder) }
            }
        }
    }

    /// Whether a bare title says enough to be an office of its own.
    private static func isKnownByTitle(_ roleClass: RoleClass) -> Bool {
        ["minister", "head", "ruler", "ambassador"].contains(roleClass)
    }

    /// The stem of a role, its feminine read as the masculine.
    func headStem(_ token: Int) -> Int32 {
        let stem = text.form(token).stem
        let node = lexicon.roles.start(stem)
        guard node >= 0 else { return stem }
        let entry = lexicon.roles.entry[Int(node)]
        guard entry >= 0, lexicon.roleEntries[Int(entry)].gender == .feminine else { return stem }
        let masculine = lexicon.symbols.find(FoldedWord.bytes(lexicon.roleEntries[Int(entry)].masculine))
        return masculine >= 0 ? masculine : stem
    }

    private func postWords(_ index: Int) -> [Int32] {
        var words = stems(mentions[index].tokens)
        if !words.isEmpty { words[0] = headStem(mentions[index].head) }
        // A nationality is compared as a State, not as a word.
        let affairs = lexicon.wordSet("remit.noun")
        let bare = words.filter { lexicon.nisbaCountry[$0] == nil && !($0 >= 0 && Int($0) < lexicon.sets.count && lexicon.sets[Int($0)].intersects(affairs)) }
        return bare.count >= 2 ? bare : words
    }

    private func canMerge(post entity: Entity, _ words: [Int32], _ mention: Mention, holder: Int) -> Bool {
        guard let first = words.first, entity.words.first == first else { return false }
        if entity.country >= 0, mention.country >= 0, entity.country != mention.country { return false }
        if holder >= 0, !entity.holders.isEmpty, !entity.holders.contains(holder) { return false }
        if sharesPortfolio(entity, mention), mention.country < 0 || entity.country < 0 || entity.country == mention.country,
            homeCountry < 0 || holder < 0 && !entity.holders.isEmpty || [-1, homeCountry].contains(mention.country) && [-1, homeCountry].contains(entity.country)
        { return true }
        // Of another State, as far as the text shows: «وزيرة الصحة» at home, «وزيرة الصحة السودانية».
        let isForeign = { [homeCountry] (country: Int32) in country >= 0 && homeCountry >= 0 && country != homeCountry }
        if mention.country < 0, isForeign(entity.country), !(holder >= 0 && entity.holders.contains(holder)), mention.body < 0 { return false }
        let isTitleStart = words.count >= 2 && entity.words.count > words.count && isPrefix(words, entity.words) && !entities.contains { $0.type == .Post && $0.head == entity.head && $0.country == mention.country }
        if homeCountry < 0, entity.country < 0, mention.country >= 0, !isTitleStart, entity.words == words, !(holder >= 0 && entity.holders.contains(holder)) { return false }
        if entity.country < 0, !isTitleStart, isForeign(mention.country), !(holder >= 0 && entity.holders.contains(holder)), mention.body < 0 { return false }
        if entity.words == words { return true }
        // The same head over the same body: «رئيس الهيئة» and «رئيس الهيئة الوطنية لمكافحة الفساد».
        if mention.roleClass == "ruler" {
            // «أمير الكويت», «أمير دولة الكويت»; but «ولي عهد أبوظبي» is of a place.
            let isOfPlace = { (index: Int) in self.mentions[index].body >= 0 && self.mentions[self.mentions[index].body].type == .Place }
            return entity.country >= 0 && entity.country == mention.country && (entity.words.count == words.count || mention.body >= 0)
                && !entity.mentions.contains(where: isOfPlace)
        }
        if mention.roleClass == "ambassador", entity.country >= 0, entity.country == mention.country, mention.parentPost < 0 { return true }
        if mention.body >= 0, let body = entity.mentions.map({ mentions[$0].body }).first(where: { $0 >= 0 }), mentions[body].entity >= 0,
            mentions[body].entity == mentions[mention.body].entity, mention.parentPost < 0, mentions[entity.mentions[0]].parentPost < 0,
            mention.remit == nil
        { return true }
        // Only a State or «السابق» may be the difference, or the shorter is a head with its own adjectives.
        let (short, long) = entity.words.count < words.count ? (entity.words, words) : (words, entity.words)
        guard short.count >= 2, isSubsequence(short, long) else { return false }
        let extra = long.count - short.count
        let hasSameHolder = holder >= 0 && entity.holders.contains(holder)
        if entity.country >= 0, entity.country == mention.country, isPrefix(short, long) { return true }
        return hasSameHolder || extra <= 1 && (entity.country >= 0) != (mention.country >= 0) || isPrefix(short, long) && short.count >= 3
    }

    private func isPrefix(_ a: [Int32], _ b: [Int32]) -> Bool { Array(b.prefix(a.count)) == a }

    func isSubsequence(_ a: [Int32], _ b: [Int32]) -> Bool {
        var at = 0
        for word in b where at < a.count && word == a[at] { at += 1 }
        return at == a.count
    }

    // MARK: Bodies, instruments, events

    private mutating func resolveKind(_ kind: OntologyClass, _ order: [Int]) {
        let own = order.filter {
            mentions[$0].type.kind == kind && mentions[$0].entity < 0 && mentions[$0].type != .Country
                && !mentions[$0].rule.hasPrefix("date")
        }
        // Names before short forms.
        for index in own where mentions[index].form != .definite {
            let mention = mentions[index]
            let words = stems(mention.tokens)
            let head = text.form(mention.head).stem
            var best: (score: Int, entity: Int)?
            for number in entities.indices where entities[number].type.kind == kind {
                let entity = entities[number]
                let score = similarity(entity, words, head, mention)
                if score > 0, best.map({ score >= $0.score }) ?? true { best = (score, number) }
            }
            if let best { join(index, to: best.entity) } else { _ = mention.rule == "ministry-short" && mention.tokens.count == 1 ? makeMinistry(of: index) : makeEntity(of: index) }
        }
        for index in own where mentions[index].form == .definite {
            if let entity = ministryOfMinister(before: index) ?? antecedent(of: index, kind) {
                join(index, to: entity)
            } else if isWorthAnEntity(mentions[index]) {
                _ = makeEntity(of: index)
            }
        }
    }

    private func similarity(_ entity: Entity, _ words: [Int32], _ head: Int32, _ mention: Mention) -> Int {
        if entity.country >= 0, mention.country >= 0, entity.country != mention.country { return 0 }
        if entity.words == words { return 10 }
        // «الخارجية الفلسطينية» and «وزارة الخارجية (الفلسطينية)».
        if mention.type == .Ministry, entity.type == .Ministry, let short = words.first, words.count <= 2 || entity.words.count <= 2,
            mention.rule == "ministry-short" && entity.words.contains(short)
                || entity.mentions.allSatisfy({ mentions[$0].rule == "ministry-short" }) && words.contains(entity.words.first ?? short)
        { return 6 }
        guard entity.head == head || entity.words.contains(head) && mention.type.kind == .Rank else { return 0 }
        if Self.numbers(entity.words) != Self.numbers(words), !Self.numbers(entity.words).isEmpty, !Self.numbers(words).isEmpty { return 0 }
        let (short, long) = entity.words.count < words.count ? (entity.words, words) : (words, entity.words)
        guard short.count >= 2, isSubsequence(short, long) else { return 0 }
        // «وزارة الداخلية» and «وزارة الداخلية الكويتية»; «اللجنة الوطنية الدائمة» and the whole name.
        return 5
    }

    private static func numbers(_ words: [Int32]) -> [Int32] { words.filter { $0 < -1 } }

    /// What a definite description refers to: the nearest thing of its head noun, else of its class.
    private func antecedent(of index: Int, _ kind: OntologyClass) -> Int? {
        let mention = mentions[index]
        let head = text.form(mention.head).stem
        let here = mention.tokens.lowerBound
        var best: (distance: Int, entity: Int)?
        for number in entities.indices where entities[number].type.kind == kind && !entities[number].mentions.isEmpty {
            let entity = entities[number]
            let sameHead = entity.head == head || entity.words.first == head
            let sameType = entity.type == mention.type && (kind == .Event || kind == .Instrument) && mention.type != .Event && mention.type != .Instrument
                || kind == .Event && Self.isTraining(entity.type) && (Self.isTraining(mention.type) || isCourse(mention))
            guard sameHead || sameType else { continue }
            for other in entity.mentions {
                let at = mentions[other].tokens.lowerBound
                guard at != here else { continue }
                var distance = at < here ? here - at : (at - here) * 4 + 100
                if !sameHead { distance += 150 }
                if mentions[other].isNested { distance += 60 }
                if best.map({ distance < $0.distance }) ?? true { best = (distance, number) }
            }
        }
        return best?.entity
    }

    /// «الدورة» alone may be a course that the text called «ورشة عمل» or «دورة تدريبية».
    private func isCourse(_ mention: Mention) -> Bool {
        mention.type == .Session && mention.tokens.count == 1
            && text.form(mention.head).sets.intersects(lexicon.wordSet("training.head"))
    }

    private static func isTraining(_ type: OntologyClass) -> Bool { type == .Workshop || type == .TrainingCourse }

    /// Whether a definite description that refers to nothing before it is a thing of its own.
    private func isWorthAnEntity(_ mention: Mention) -> Bool {
        switch mention.type {
        case .Government, .Parliament, .Constitution: true
        case .Meeting, .Talks, .Visit, .Conference, .Session, .Workshop: !mention.isNested
        default: false
        }
    }
}
