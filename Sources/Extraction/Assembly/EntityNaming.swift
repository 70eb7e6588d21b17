import KnowledgeGraph

/// The deterministic names of a document's things, after the policy of `Identity`: what is known to be the same
/// everywhere gets one name everywhere, all else a name of its document.
struct EntityNaming {
    let lexicon: Lexicon
    let text: AnalyzedText
    let cleaner: LabelCleaner
    let document: String
    /// By person: an office held, as a mention.
    private var office: [Int: Int] = [:]

    init(lexicon: Lexicon, text: AnalyzedText, cleaner: LabelCleaner, document: String, resolver: Resolver) {
        (self.lexicon, self.text, self.cleaner, self.document) = (lexicon, text, cleaner, document)
        for holding in resolver.holdings where office[holding.person] == nil {
            let mentions = resolver.entities[holding.post].mentions
            if let named = mentions.first(where: { resolver.mentions[$0].body >= 0 }) { office[holding.person] = named }
        }
    }

    /// The name of an entity and whether it is the same in every document.
    /// - Parameter label: its preferred label.
    func name(of index: Int, label: String, _ resolver: Resolver) -> (name: String, isGlobal: Bool) {
        let entity = resolver.entities[index]
        let country = entity.country >= 0 ? lexicon.countries[Int(entity.country)].iso2 : nil
        if entity.type == .Person { return person(index, label: label, country, resolver) }
        if entity.gazetteer >= 0 {
            let entry = lexicon.gazetteerEntries[Int(entity.gazetteer)]
            let state = entry.country.isEmpty ? nil : entry.country
            // A longer name that only contains a known one is its own thing.
            if entity.mentions.contains(where: { resolver.mentions[$0].gazetteer == entity.gazetteer && resolver.mentions[$0].rule.hasPrefix("known") }) || entity.type == .Country {
                return (Identity.name(kind: entity.type, country: state, label: entry.name, document: nil), true)
            }
        }
        let label = entity.type == .Post ? title(index, label: label, resolver) : label
        let isGlobal = Identity.isGlobal(
            kind: entity.type, country: country, hasNoState: entity.type == .InternationalOrganization, label: label,
            isKnown: false)
        return (Identity.name(kind: entity.type, country: country, label: label, document: isGlobal ? nil : document), isGlobal)
    }

    /// A bare title with the body that the text gives it: «الوزير» of «وزارة العدل».
    private func title(_ index: Int, label: String, _ resolver: Resolver) -> String {
        guard !label.utf8.contains(0x20) else { return label }
        for mention in resolver.entities[index].mentions where resolver.mentions[mention].body >= 0 {
            let body = resolver.mentions[resolver.mentions[mention].body]
            return label + " " + cleaner.label(body.tokens)
        }
        return label
    }

    private func person(_ index: Int, label: String, _ country: String?, _ resolver: Resolver) -> (String, Bool) {
        var body: String?
        var state = country
        if let post = office[index] {
            let mention = resolver.mentions[post]
            body = cleaner.label(resolver.mentions[mention.body].tokens)
            if state == nil, mention.country >= 0 { state = lexicon.countries[Int(mention.country)].iso2 }
        }
        let count = nameCount(index, resolver)
        let name = Identity.person(label: label, nameCount: count, country: state, body: body, document: document)
        return (name, count >= 3 || count == 2 && state != nil && body?.isEmpty == false)
    }

    /// How many names a chain has: «عبد الله» is one, «بن سعود» is one.
    private func nameCount(_ index: Int, _ resolver: Resolver) -> Int {
        guard let longest = resolver.entities[index].mentions.max(by: { resolver.mentions[$0].tokens.count < resolver.mentions[$1].tokens.count })
        else { return 0 }
        return resolver.mentions[longest].tokens.filter { !text.form($0).names.contains(.particle) }.count
    }
}
