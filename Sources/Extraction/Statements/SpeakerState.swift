import KnowledgeGraph

/// Who may be meant by a reporting verb without a subject: the speakers and agents so far.
struct SpeakerState {
    /// Latest last.
    private var speakers: [(entity: Int, sentence: Int)] = []
    /// Agents of the sentence at hand that stand as subjects, in order.
    private var agents: [Int] = []
    private var sentence = 0

    mutating func beginSentence(_ start: Int) {
        sentence = start
        agents = []
    }

    mutating func note(_ item: SentenceItems.Item, _ resolver: Resolver) {
        guard item.entity >= 0, let type = item.type else { return }
        if type == .Person || type == .Post || type == .Country || type.isA(.Organization) { agents.append(item.entity) }
    }

    /// The last agent named in the sentence at hand.
    func lastAgent() -> Int? { agents.last }

    mutating func spoke(_ entity: Int, _ sentence: Int) {
        speakers.append((entity, sentence))
    }

    private func agrees(_ entity: Entity, _ verb: ReportingForm) -> Bool {
        switch entity.type.kind {
        case .Person, .Post: return verb.gender.agrees(with: entity.gender)
        default: return true
        }
    }

    /// The last speaker that agrees with the verb.
    func last(agreeing verb: ReportingForm, _ resolver: Resolver) -> Int? {
        for speaker in speakers.reversed() where agrees(resolver.entities[speaker.entity], verb) { return speaker.entity }
        return agents.first { agrees(resolver.entities[$0], verb) }
    }

    /// The speaker of the sentence at hand, else its first agent, else the last speaker.
    func current(agreeing verb: ReportingForm, _ resolver: Resolver) -> Int? {
        for speaker in speakers.reversed() where speaker.sentence == sentence && agrees(resolver.entities[speaker.entity], verb) {
            return speaker.entity
        }
        if let agent = agents.first(where: { agrees(resolver.entities[$0], verb) }) { return agent }
        return last(agreeing: verb, resolver)
    }
}
