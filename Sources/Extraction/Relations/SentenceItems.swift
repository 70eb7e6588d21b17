import KnowledgeGraph

/// A sentence as the rules see it: words, punctuation, and mentions, each one item; an office and the
/// name beside it are one item that stands for the person.
struct SentenceItems {
    struct Item {
        /// Half-open range of token indices.
        var tokens: Range<Int>
        /// Index into the mentions, -1 for a token.
        var mention: Int
        /// Index into the entities, -1.
        var entity: Int
        var type: OntologyClass?
        /// A date: no entity.
        var isDate = false
        /// «مقر الوزارة»: a place that only stands for where it lies.
        var isShell = false
    }

    let sentence: Range<Int>
    var items: [Item] = []

    /// - Parameter shells: words that stand for what they hold: «أعمال الدورة» is the session, «مقر الوزارة بالرياض» lies there.
    init(
        _ sentence: Range<Int>, top: [Int], mentions: [Mention], links: [AppositionFinder.Link], text: AnalyzedText,
        shells: WordSets
    ) {
        self.sentence = sentence
        var linkedPerson: [Int: Int] = [:]
        for link in links { linkedPerson[link.post] = link.person }
        var at = sentence.lowerBound
        var next = 0
        while at < sentence.upperBound {
            while next < top.count, mentions[top[next]].lead < at { next += 1 }
            guard next < top.count, mentions[top[next]].lead == at else {
                items.append(Item(tokens: at..<at + 1, mention: -1, entity: -1))
                at += 1
                continue
            }
            var member = top[next]
            var end = mentions[member].tokens.upperBound
            let start = at
            var ahead = next
            // Offices before their person.
            if mentions[member].type == .Post, let person = linkedPerson[member],
                mentions[person].tokens.lowerBound >= end
            {
                while ahead < top.count, top[ahead] != person {
                    ahead += 1
                }
                member = person
                end = mentions[person].tokens.upperBound
                if ahead >= top.count { ahead = next }
            }
            // Offices behind it.
            if mentions[member].type == .Person {
                var behind = ahead + 1
                while behind < top.count, mentions[top[behind]].type == .Post, linkedPerson[top[behind]] == member {
                    end = mentions[top[behind]].tokens.upperBound
                    behind += 1
                }
                ahead = behind - 1
            }
            let kernel = Self.kernel(member, mentions, text, shells)
            let mention = mentions[kernel]
            let isDate = mention.rule == "date-expression"
            items.append(
                Item(
                    tokens: start..<end, mention: kernel, entity: mention.entity,
                    type: isDate ? nil : mention.type, isDate: isDate,
                    isShell: text.isWord(mention.head) && text.form(mention.head).sets.intersects(shells)))
            at = max(end, at + 1)
            next = ahead + 1
        }
    }

    /// The mention of the same kind inside a shell, the mention itself otherwise.
    private static func kernel(_ mention: Int, _ mentions: [Mention], _ text: AnalyzedText, _ shells: WordSets) -> Int {
        let outer = mentions[mention]
        guard outer.type.kind == .Event || outer.type == .Place, text.isWord(outer.head),
            text.form(outer.head).sets.intersects(shells)
        else { return mention }
        var best: Int?
        var queue = outer.children
        while let child = queue.popLast() {
            if mentions[child].type.kind == outer.type.kind, mentions[child].entity >= 0, !mentions[child].isDropped,
                best.map({ mentions[child].tokens.lowerBound > mentions[$0].tokens.lowerBound }) ?? true
            {
                best = child
            }
            if outer.type == .Place || mentions[child].type.kind == outer.type.kind { queue += mentions[child].children }
        }
        return best ?? mention
    }
}
