import KnowledgeGraph

/// Who may be meant by a reporting verb without a subject: the speakers and agents so far.
struct SpeakerState {
    /// The first speaker of each sentence, latest last: who is quoted inside another's words is not in it.
    private var speakers: [(entity: Int, sentence: Int)] = []
    /// Agents of the sentence at hand that stand as subjects, in order.
    private var agents: [Int] = []
    /// The last agent of the sentence at hand, whatever its place.
    private(set) var lastAgent: Int?
    private var sentence = 0
    /// Who issued the statement that «البيان», «المصدر» goes back to.
    private(set) var issuer: Int?

    mutating func beginSentence(_ start: Int) {
        sentence = start
        agents = []
        lastAgent = nil
    }

    /// - Parameter isSubject: no preposition governs the mention.
    mutating func note(_ item: SentenceItems.Item, isSubject: Bool) {
        guard item.entity >= 0, let type = item.type else { return }
        guard type == .Person || type == .Post || type.isA(.Organization) else { return }
        lastAgent = item.entity
        if isSubject { agents.append(item.entity) }
        if isSubject, firstBody == nil, type.isA(.Organization), !type.isA(.MediaOrganization) { firstBody = item.entity }
    }

    mutating func spoke(_ entity: Int, _ sentence: Int) {
        if speakers.last?.sentence != sentence { speakers.append((entity, sentence)) }
    }

    /// The first body that stands as a subject: whose news it is, where nobody has spoken.
    private(set) var firstBody: Int?
    /// Whether somebody has spoken in the sentence at hand.
    var hasSpoken: Bool { speakers.last?.sentence == sentence }

    /// Who wrote what «جاء فيه» speaks of: the first agent of the sentence, but of a medium that relays it, its issuer.
    func author(_ resolver: Resolver) -> Int? {
        guard let agent = agents.first else { return issuer }
        return resolver.entities[agent].type.isA(.MediaOrganization) ? issuer ?? agent : agent
    }

    mutating func issued(_ entity: Int) { issuer = entity }

    static func agrees(_ entity: Entity, _ verb: ReportingForm) -> Bool { verb.gender.agrees(with: entity.gender) }

    /// The last speaker that agrees with the verb, a person before a body.
    func last(agreeing verb: ReportingForm, _ resolver: Resolver) -> Int? {
        var body: Int?
        for speaker in speakers.reversed().prefix(6) where Self.agrees(resolver.entities[speaker.entity], verb) {
            let kind = resolver.entities[speaker.entity].type.kind
            if kind == .Person || kind == .Post { return body.flatMap { resolver.entities[$0].gender == verb.gender ? $0 : nil } ?? speaker.entity }
            if body == nil { body = speaker.entity }
        }
        return body ?? agents.first { Self.agrees(resolver.entities[$0], verb) }
    }

    /// The speaker of the sentence at hand, else its first agent, else the last speaker.
    func current(agreeing verb: ReportingForm, _ resolver: Resolver) -> Int? {
        if let speaker = speakers.last, speaker.sentence == sentence, Self.agrees(resolver.entities[speaker.entity], verb) {
            return speaker.entity
        }
        if let agent = agents.first(where: { Self.agrees(resolver.entities[$0], verb) && resolver.entities[$0].type != .Country }) {
            return agent
        }
        return last(agreeing: verb, resolver)
    }
}
