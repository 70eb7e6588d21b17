import KnowledgeGraph

/// When a text says that somebody holds an office or belongs to a body: on its own day.
extension GraphAssembler {
    /// The day of the document, where it has one, as `isnad:attestedOn`.
    /// - Parameter proof: of the holding or the membership.
    mutating func attest(_ node: NodeID, _ proof: Evidence) {
        guard let date = document.date else { return }
        var attestation = proof
        (attestation.rule, attestation.derivation) = ("document-date", .inferred)
        edge(node, .attestedOn, .literal(date, .date), attestation)
    }

    /// Whether the text calls an office a former one: «وزير العدل السابق».
    func isFormer(_ post: Entity, _ resolver: Resolver) -> Bool {
        let former = lexicon.wordSet("role.former")
        return post.mentions.contains { index in
            let tokens = resolver.mentions[index].tokens
            return (tokens.lowerBound...tokens.upperBound).contains { text.has($0, former) }
        }
    }
}
