import KnowledgeGraph

/// The words of an objective with the long names in them cut short: to a shorter name that the text uses, else to
/// the head of the name with the article («الاتفاقية»). The whole stays as another label.
struct ObjectiveLabel {
    let lexicon: Lexicon
    let text: AnalyzedText
    /// Words from which a name is long.
    private let long = 5

    func label(_ tokens: Range<Int>, _ view: TextView, _ resolver: Resolver) -> String {
        let cleaner = LabelCleaner(text: text)
        var parts: [String] = []
        var at = tokens.lowerBound
        func take(_ end: Int) {
            if end > at { parts.append(parts.isEmpty ? cleaner.label(at..<end) : LabelCleaner.clean(text.surface(at..<end, bare: false))) }
        }
        for (index, name) in names(in: tokens, view, resolver) {
            let mention = resolver.mentions[index]
            take(mention.tokens.lowerBound)
            parts.append(prefix(mention.tokens.lowerBound) + name)
            at = mention.tokens.upperBound
        }
        take(tokens.upperBound)
        return parts.joined(separator: " ")
    }

    /// The long names in a range, each with what it is cut to.
    private func names(in tokens: Range<Int>, _ view: TextView, _ resolver: Resolver) -> [(Int, String)] {
        var found: [(Int, String)] = []
        var end = tokens.lowerBound + 1
        for index in view.mentions(in: tokens, resolver.mentions) {
            let mention = resolver.mentions[index]
            guard mention.tokens.lowerBound >= end, mention.tokens.count >= long,
                mention.type.isA(.Organization) || mention.type.isA(.Instrument), mention.type != .Instrument,
                let name = short(mention, resolver)
            else { continue }
            found.append((index, name))
            end = mention.tokens.upperBound
        }
        return found
    }

    private func short(_ mention: Mention, _ resolver: Resolver) -> String? {
        let shorter = resolver.entities[mention.entity].mentions.map { resolver.mentions[$0] }.filter {
            $0.tokens.count >= 2 && $0.tokens.count < long && ($0.form == .full || $0.form == .short)
                && text.form($0.tokens.lowerBound).stem == text.form(mention.head).stem
        }
        if let best = shorter.max(by: { $0.tokens.count < $1.tokens.count }) { return LabelCleaner(text: text).label(best.tokens) }
        guard mention.head == mention.tokens.lowerBound else { return nil }
        let head = LabelCleaner(text: text).label(mention.head..<mention.head + 1)
        return text.form(mention.head).hasArticle ? head : "ال" + head
    }

    /// «و», «لـ» and the like as written on a token; «لل» is written whole by those who read it.
    private func prefix(_ token: Int) -> String {
        let form = text.form(token)
        var prefix = form.conjunction == .wa ? "و" : ""
        switch form.preposition {
        case .bi: prefix += "ب"
        case .li, .ka, .none: break
        }
        return prefix
    }
}
