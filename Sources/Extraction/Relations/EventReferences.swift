import KnowledgeGraph

/// Events that a text names by a definite description first: «التقى الوزير السفير … وجرى خلال اللقاء».
struct EventReferences {
    private struct Description {
        var entity: Int
        var type: OntologyClass
        var token: Int
        var sentence: Int
    }

    private var descriptions: [Description] = []
    private var sentenceOf: [Int] = []
    /// Sentences within which a description may follow.
    private let reach = 6

    init(_ resolver: Resolver, _ text: AnalyzedText) {
        sentenceOf = [Int](repeating: -1, count: text.items.count)
        for (number, sentence) in text.sentences.enumerated() {
            for token in sentence { sentenceOf[token] = number }
        }
        for (number, entity) in resolver.entities.enumerated() where entity.type.kind == .Event && !entity.isDropped {
            let first = entity.mentions.min { resolver.mentions[$0].tokens.lowerBound < resolver.mentions[$1].tokens.lowerBound }
            guard let first else { continue }
            let mention = resolver.mentions[first]
            guard mention.form == .definite, mention.tokens.count <= 2 else { continue }
            let token = mention.tokens.lowerBound
            descriptions.append(
                Description(entity: number, type: entity.type, token: token, sentence: sentenceOf[token]))
        }
        descriptions.sort { $0.token < $1.token }
    }

    /// The event of one of these classes that a description first names at or after a token, within six sentences.
    func described(after token: Int, _ classes: [OntologyClass]) -> Int? {
        guard !descriptions.isEmpty else { return nil }
        return descriptions.first { description in
            description.token >= token && description.sentence - sentenceOf[token] <= reach
                && classes.contains { description.type.isA($0) }
        }?.entity
    }
}
