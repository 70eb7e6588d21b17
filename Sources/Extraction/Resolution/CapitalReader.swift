import KnowledgeGraph

/// Capitals that stand for their governments («واشنطن تدعو …»), and «عمان», which is a capital or a State.
struct CapitalReader {
    let lexicon: Lexicon
    let text: AnalyzedText

    func read(_ mentions: inout [Mention]) {
        let locative = lexicon.wordSet("locative")
        let shown = countriesShown(mentions)
        for index in mentions.indices where mentions[index].gazetteer >= 0 && mentions[index].tokens.count <= 2 {
            let mention = mentions[index]
            let entry = lexicon.gazetteerEntries[Int(mention.gazetteer)]
            if mention.type == .Place, !mention.isNested, let country = lexicon.metonyms[entry.name] {
                let form = text.form(mention.head)
                let before = mention.head - 1
                let isPlaced = form.preposition == .bi
                    || before >= 0 && text.isWord(before) && text.form(before).sets.intersects(locative)
                guard !isPlaced, actsLikeState(mention) else { continue }
                mentions[index].type = .Country
                mentions[index].country = Int32(country)
                mentions[index].form = .metonym
                mentions[index].gazetteer = lexicon.gazetteerIndex(ofCountry: country)
            } else if entry.key == "country-om", mention.tokens.count == 1, shown.contains("JO"), !shown.contains("OM") {
                // In a text about Jordan, Amman.
                guard let city = lexicon.gazetteerIndex(ofKey: "place-Amman") else { continue }
                mentions[index].type = .Place
                mentions[index].gazetteer = city
            }
        }
    }

    /// Whether a verb stands right before or behind a capital, or another agent is joined to it.
    private func actsLikeState(_ mention: Mention) -> Bool {
        let (before, after) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
        let between = lexicon.wordSet("prep.between")
        // «تستضيف القاهرة المؤتمر»: a city hosts as a city.
        var hosting = lexicon.wordSet("organize.verb")
        hosting.formUnion(lexicon.wordSet("held.verb"))
        for at in [before, after] where at >= 0 && at < text.items.count && text.isWord(at) {
            let form = text.form(at)
            if form.isMainly(.verb), !form.hasArticle, !form.sets.intersects(hosting) { return true }
            if form.sets.intersects(between) { return true }
        }
        return after < text.items.count && text.isWord(after) && text.form(after).conjunction == .wa && lexicon.gazetteer.start(text.form(after).bare) >= 0
    }

    /// The States that something other than a bare name of one word shows.
    private func countriesShown(_ mentions: [Mention]) -> Set<String> {
        var shown: Set<String> = []
        for mention in mentions where mention.country >= 0 {
            let code = lexicon.countries[Int(mention.country)].iso2
            if code != "OM" || mention.tokens.count > 1 || mention.nisbaToken >= 0 { shown.insert(code) }
        }
        return shown
    }
}
