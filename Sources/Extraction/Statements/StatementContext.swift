import KnowledgeGraph

/// To whom, on what occasion and about what words were said.
///
/// «جاء ذلك في تصريح … لـ«كونا» خلال تنظيم … ورشة» speaks of the statement before it; what a speaker says next he
/// says in the same place, and «في تصريح مماثل» is made to the same hearer on the same occasion.
struct StatementContext {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let noun, similar, venue, venueNoun, organizing, came, that, cleft: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        func set(_ name: String) -> WordSets { lexicon.wordSet(name) }
        noun = set("address.noun")
        similar = set("similar")
        venue = set("venue")
        venueNoun = set("venue.noun")
        organizing = set("organize.noun")
        came = set("came")
        that = set("that")
        cleft = set("cleft")
    }

    private struct Occasion {
        var hearer: Int?
        var event: Int?
        var tokens: Range<Int>
    }

    func add(to statements: inout [StatementFinder.Found], _ resolver: Resolver, except loose: Set<Int>) {
        guard !statements.isEmpty else { return }
        let view = TextView(text, resolver.mentions.map { mention in
            var mention = mention
            if mention.type == .Objective { mention.isDropped = true }
            return mention
        })
        let order = statements.indices.sorted { statements[$0].verb < statements[$1].verb }
        occasions(&statements, order, view, resolver)
        let aims = resolver.mentions.filter { $0.type == .Objective && $0.entity >= 0 }.map { (token: $0.tokens.lowerBound, entity: $0.entity) }
        for (place, index) in order.enumerated() {
            let next = place + 1 < order.count ? statements[order[place + 1]].verb : text.items.count
            about(&statements[index], before: next, aims, view, resolver, loose)
        }
    }

    // MARK: Occasions

    private func occasions(_ statements: inout [StatementFinder.Found], _ order: [Int], _ view: TextView, _ resolver: Resolver) {
        var ofSpeaker: [Int: Occasion] = [:]
        var last: Occasion?
        var next = 0
        var previous: Int?
        for (number, sentence) in text.sentences.enumerated() {
            var own: [Int] = []
            while next < order.count, Int(view.sentenceOf[statements[order[next]].verb]) <= number {
                if Int(view.sentenceOf[statements[order[next]].verb]) == number { own.append(order[next]) }
                next += 1
            }
            // «جاء ذلك …», «وذلك خلال …»: of the statement before.
            if opensWithCame(sentence), let index = previous {
                let occasion = self.occasion(in: sentence, view, resolver)
                if occasion.hearer != nil || occasion.event != nil {
                    note(occasion, .read, &statements[index])
                    if let speaker = statements[index].speakers.first { ofSpeaker[speaker] = occasion }
                    last = occasion
                }
            }
            for index in own {
                let statement = statements[index]
                guard let speaker = statement.speakers.first else { continue }
                let attribution = self.attribution(of: statement, sentence)
                let said = self.occasion(in: attribution, view, resolver)
                if said.hearer != nil || said.event != nil {
                    note(said, .read, &statements[index])
                    ofSpeaker[speaker] = said
                    last = said
                } else if isSimilar(attribution), let before = last {
                    let same = Occasion(hearer: before.hearer, event: before.event, tokens: attribution)
                    note(same, .inferred, &statements[index])
                    ofSpeaker[speaker] = same
                } else if let before = ofSpeaker[speaker] {
                    note(Occasion(hearer: before.hearer, event: before.event, tokens: statement.verb..<statement.verb + 1), .inferred, &statements[index])
                }
                // What an agency relays is no statement that the next sentence goes back to.
                if statement.rule != "according-to", !resolver.entities[speaker].type.isA(.MediaOrganization) { previous = index }
            }
        }
    }

    private func note(_ occasion: Occasion, _ derivation: Evidence.Derivation, _ statement: inout StatementFinder.Found) {
        let isRead = derivation == .read
        func add(_ predicate: OntologyProperty, _ entity: Int?, _ rule: String) {
            guard let entity, !statement.speakers.contains(entity) else { return }
            statement.links.append(
                StatementFinder.Link(
                    predicate: predicate, entity: entity, tokens: occasion.tokens, rule: isRead ? rule : rule + "-goes-on",
                    confidence: isRead ? 88 : 72, derivation: derivation))
        }
        add(.addressedTo, occasion.hearer, "statement-hearer")
        add(.madeDuring, occasion.event, "statement-occasion")
    }

    private func opensWithCame(_ sentence: Range<Int>) -> Bool {
        sentence.prefix(2).contains { text.has($0, came) } && sentence.prefix(4).contains { text.has($0, cleft) }
    }

    /// From the start of the sentence to the words that are reported.
    private func attribution(of statement: StatementFinder.Found, _ sentence: Range<Int>) -> Range<Int> {
        let end = content(of: statement, before: sentence.upperBound)
        return sentence.lowerBound..<max(statement.verb + 1, end.lowerBound)
    }

    private func isSimilar(_ tokens: Range<Int>) -> Bool {
        tokens.contains { text.has($0, similar) && text.has($0 - 1, noun) }
    }

    private func occasion(in tokens: Range<Int>, _ view: TextView, _ resolver: Resolver) -> Occasion {
        var found = Occasion(tokens: tokens)
        for token in tokens {
            if found.hearer == nil, text.has(token, noun) { found.hearer = hearer(behind: token, tokens.upperBound, view, resolver) }
            if found.event == nil, text.has(token, venue) { found.event = event(behind: token, tokens.upperBound, view, resolver) }
        }
        return found
    }

    /// «تصريح أدلى به المهيني لـ«كونا»»: a medium, or people of the press, behind «لـ».
    private func hearer(behind token: Int, _ limit: Int, _ view: TextView, _ resolver: Resolver) -> Int? {
        for index in view.outermost(in: token + 1..<min(token + 12, limit), resolver.mentions) {
            let mention = resolver.mentions[index]
            guard mention.type.isA(.MediaOrganization) || mention.type == .Group else { continue }
            var before = mention.tokens.lowerBound
            if text.form(before).preposition == .li { return mention.entity }
            before -= 1
            while text.isQuote(before) { before -= 1 }
            // «لـ» on its own before the quotation mark.
            if before > token, text.isWord(before), text.form(before).length <= 2, text.folded(before).elementsEqual([0xD9, 0x84]) {
                return mention.entity
            }
        }
        return nil
    }

    /// The event behind «خلال», «على هامش», or behind a noun of taking part in it.
    private func event(behind token: Int, _ limit: Int, _ view: TextView, _ resolver: Resolver) -> Int? {
        let at = token + 1
        guard at < limit, text.isWord(at) else { return nil }
        let isEvent = { (mention: Mention) in mention.type.kind == .Event && !mention.isDate }
        if let direct = view.mention(at: at, resolver.mentions, where: isEvent) { return resolver.mentions[direct].entity }
        guard text.has(at, venueNoun) || text.has(at, organizing) else { return nil }
        guard let event = view.event(behind: at, before: min(at + 40, limit), resolver.mentions) else { return nil }
        let start = resolver.mentions[event].tokens.lowerBound
        guard !(at + 1..<start).contains(where: { text.isFiniteVerb($0) && !text.form($0).isClass([.noun, .verbalNoun, .adjective]) }) else { return nil }
        return resolver.mentions[event].entity
    }

    // MARK: What is said

    /// The reported words: behind «أن», a colon or a quotation mark, else behind the verb.
    private func content(of statement: StatementFinder.Found, before limit: Int) -> Range<Int> {
        let end = min(statement.end, limit)
        let start = statement.verb + 1
        guard start < end else { return start..<start }
        for at in start..<min(start + 60, end) {
            if text.has(at, that) || !text.isWord(at) && text.items[at].mark == 0x3A { return at..<end }
        }
        return start..<end
    }

    private func about(
        _ statement: inout StatementFinder.Found, before next: Int, _ aims: [(token: Int, entity: Int)], _ view: TextView,
        _ resolver: Resolver, _ loose: Set<Int>
    ) {
        guard statement.rule != "according-to", statement.rule != "quoting-noun" else { return }
        let tokens = content(of: statement, before: next)
        guard !tokens.isEmpty else { return }
        var things = AboutFinder(lexicon: lexicon, text: text).things(in: tokens, view, resolver)
        for aim in aims where tokens.contains(aim.token) && !things.contains(aim.entity) { things.append(aim.entity) }
        let told = Set(statement.links.filter { $0.predicate == .addressedTo }.map(\.entity))
        for thing in things where !statement.speakers.contains(thing) && !told.contains(thing) && !loose.contains(thing) {
            statement.links.append(
                StatementFinder.Link(
                    predicate: .about, entity: thing, tokens: tokens, rule: "statement-about", confidence: 75, derivation: .read))
        }
    }
}
