import KnowledgeGraph

/// The things that a stretch of text is about: bodies, States, events, instruments, groups, topics that it names,
/// each by its longest name; what stands only inside a name is part of the name.
struct AboutFinder {
    let lexicon: Lexicon
    let text: AnalyzedText

    private static let kinds: Set<OntologyClass> = [.Organization, .Country, .Event, .Instrument, .Group, .Topic, .Objective]

    /// The entities, in the order of the text, each once.
    func things(in tokens: Range<Int>, _ view: TextView, _ resolver: Resolver, except: Set<OntologyClass> = []) -> [Int] {
        var found: [Int] = []
        func add(_ index: Int) {
            let mention = resolver.mentions[index]
            guard Self.kinds.contains(mention.type.kind), !except.contains(mention.type.kind), !mention.isDate, mention.form != .metonym
            else { return }
            if !found.contains(mention.entity) { found.append(mention.entity) }
        }
        for index in view.outermost(in: tokens, resolver.mentions) {
            add(index)
            // «حماية ضحايا الاتجار»: a topic that names people is about them, too.
            if resolver.mentions[index].type == .Topic {
                for inner in view.mentions(in: resolver.mentions[index].tokens, resolver.mentions) where resolver.mentions[inner].type == .Group {
                    add(inner)
                }
            }
            // «إطار عمل لتنفيذ اتفاقية …»: an instrument of no class of its own is about the one it is for.
            if resolver.mentions[index].type == .Instrument || resolver.mentions[index].type == .Plan {
                for child in resolver.mentions[index].children where resolver.mentions[child].type.kind == .Instrument { add(child) }
            }
        }
        return found
    }
}
