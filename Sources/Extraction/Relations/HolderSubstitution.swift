import KnowledgeGraph

/// Where an office acts and the text names one holder of it, the person acts: «أكد الوزير» is his statement.
struct HolderSubstitution {
    private var holder: [Int: Int] = [:]
    private var posts: [Int: [Int]] = [:]
    private let roles: Set<OntologyProperty> = [
        .participant, .chairs, .signatory, .issuedBy, .organizer, .partner, .patron, .memberOf, .appoints, .proposedBy,
    ]

    init(_ resolver: Resolver) {
        var holders: [Int: Set<Int>] = [:]
        for holding in resolver.holdings { holders[holding.post, default: []].insert(holding.person) }
        for holding in resolver.holdings where posts[holding.person]?.contains(holding.post) != true {
            posts[holding.person, default: []].append(holding.post)
        }
        for (post, persons) in holders {
            if persons.count == 1, let person = persons.first { holder[post] = person }
        }
    }

    func apply(to facts: inout [Fact], _ statements: inout [StatementFinder.Found]) {
        statesToOffices(&facts)
        guard !holder.isEmpty else { return }
        for index in facts.indices where roles.contains(facts[index].predicate) {
            // Membership of the office itself («عضو …») stays with the office.
            if let person = holder[facts[index].subject] { facts[index].subject = person }
            if case .entity(let object) = facts[index].object, let person = holder[object] {
                facts[index].object = .entity(person)
            }
        }
        for index in statements.indices {
            statements[index].speakers = statements[index].speakers.map { holder[$0] ?? $0 }
        }
    }

    /// «من الجانب المصري وزير العدل فلان»: the State is the office's, where the person has one.
    private func statesToOffices(_ facts: inout [Fact]) {
        for fact in facts where fact.predicate == .ofCountry && fact.rule == "side-of-state" {
            for post in posts[fact.subject] ?? [] {
                var other = fact
                other.subject = post
                facts.append(other)
            }
        }
        facts.removeAll { $0.rule == "side-of-state" && posts[$0.subject] != nil }
    }
}
