import KnowledgeGraph

/// Leads: a report that opens with «قال مسؤول كويتي إن …» and names him a paragraph further on.
extension StatementFinder {
    /// A verb whose subject the text names later.
    struct Lead {
        /// Token of the verb.
        var verb: Int
        /// Entity.
        var speaker: Int
    }

    /// The lead of a text, where a person named within three sentences speaks next.
    func lead(_ found: [Found], _ sentences: [SentenceItems], _ resolver: Resolver) -> Lead? {
        for (number, sentence) in sentences.enumerated().prefix(3) {
            for index in sentence.items.indices.dropLast() {
                let token = sentence.items[index].tokens.lowerBound
                guard sentence.items[index].mention < 0, text.isWord(token), isSaying(token), let role = unnamed(index + 1, sentence, resolver) else { continue }
                // Nobody has spoken before.
                guard !found.contains(where: { $0.verb < token }) else { return nil }
                let next = found.first { statement in
                    statement.verb > token && statement.rule == "verb-subject" && statement.speakers.count == 1
                        && isNamed(statement.speakers[0], resolver)
                }
                guard let next, let speaker = next.speakers.first,
                    sentences[min(number + 3, sentences.count - 1)].sentence.upperBound > next.verb
                else { return nil }
                return role < 0 || holds(speaker, role, resolver) ? Lead(verb: token, speaker: person(speaker, resolver)) : nil
            }
        }
        return nil
    }

    private func isSaying(_ token: Int) -> Bool {
        let form = text.form(token)
        guard form.reporting >= 0, form.preposition == .none, form.conjunction == .none else { return false }
        let verb = lexicon.reporting[Int(form.reporting)]
        return verb.isStrong && verb.shape == .past && verb.number == .singular
    }

    /// «مسؤول», «وزير إسرائيلي»: the stem of an indefinite office, -1 for one that says nothing.
    private func unnamed(_ index: Int, _ sentence: SentenceItems, _ resolver: Resolver) -> Int32? {
        let item = sentence.items[index]
        let token = item.tokens.lowerBound
        guard text.isWord(token) else { return nil }
        let form = text.form(token)
        guard !form.hasArticle, !form.hasPrefix, !form.hasSuffix, form.reading.number != .plural else { return nil }
        if item.mention >= 0 {
            let post = resolver.mentions[item.mention]
            guard item.type == .Post, post.tokens.count == 2, post.nisbaToken == post.head + 1, !text.form(post.head + 1).hasArticle else { return nil }
            return resolver.headStem(post.head)
        }
        return form.sets.intersects(sets.supervisor) ? -1 : nil
    }

    private func isNamed(_ entity: Int, _ resolver: Resolver) -> Bool {
        resolver.entities[entity].type == .Person || resolver.entities[entity].type == .Post && resolver.entities[entity].holders.count == 1
    }

    private func person(_ entity: Int, _ resolver: Resolver) -> Int {
        resolver.entities[entity].type == .Post ? resolver.entities[entity].holders.first ?? entity : entity
    }

    private func holds(_ entity: Int, _ role: Int32, _ resolver: Resolver) -> Bool {
        let person = person(entity, resolver)
        return resolver.holdings.contains { $0.person == person && resolver.entities[$0.post].head == role }
    }
}
