import KnowledgeGraph
import RDF

extension Check {
    private struct Pair: Hashable {
        var first: TermID
        var second: TermID
    }

    /// Holdings, memberships, chains of posts, trees of bodies and topics.
    mutating func offices() {
        holdings()
        memberships()
        acyclic(.acyclicPosts, [.deputyOf, .assistantTo], "the chain of posts comes back to it")
        acyclic(.acyclicOrganizations, [.subOrganizationOf], "the tree of bodies comes back to it")
        acyclic(.acyclicTopics, [.broader], "the chain of wider topics comes back to it")
        for department in graph.instances(of: OntologyClass.Department)
        where graph.objects(department, graph.find(.subOrganizationOf)).isEmpty {
            add(.departmentHasParent, department, "is a department that belongs to no body")
        }
    }

    private mutating func holdings() {
        var held: Set<Pair> = []
        let holds = graph.find(.holds)
        for holding in graph.instances(of: OntologyClass.PostHolding) {
            let people = count(.postHolding, holding, OntologyProperty.member.iri, 1, 1, "needs one person")
            let posts = count(.postHolding, holding, OntologyProperty.post.iri, 1, 1, "needs one post")
            let bodies = count(
                .postHolding, holding, OntologyProperty.organization.iri, 0, 1, "has at most one body")
            each(.postHolding, holding, .member, people, .Person, "the holder is a person")
            each(.postHolding, holding, .post, posts, .Post, "what is held is a post")
            each(
                .postHolding, holding, .organization, bodies, .Organization,
                "the body is an organization, never a State")
            for post in posts {
                for person in people {
                    held.insert(Pair(first: person, second: post))
                    if holds.map({ graph.contains(person, $0, post) }) != true {
                        add(
                            .holdingHasHolds, holding, "its person does not org:holds its post",
                            property: OntologyProperty.post.iri, value: post)
                    }
                }
            }
        }
        for triple in graph.triples where triple.predicate == holds {
            if !held.contains(Pair(first: triple.subject, second: triple.object)) {
                add(
                    .holdsHasHolding, triple.subject, "no PostHolding stands behind the edge",
                    property: OntologyProperty.holds.iri, value: triple.object)
            }
        }
    }

    private mutating func each(
        _ constraint: Constraint, _ node: TermID, _ property: OntologyProperty, _ values: [TermID],
        _ type: OntologyClass,
        _ message: String
    ) {
        for value in values where !graph.isA(value, type) {
            add(constraint, node, message, property: property.iri, value: value)
        }
    }

    private mutating func memberships() {
        var joined: Set<Pair> = []
        for membership in graph.instances(of: OntologyClass.Membership) {
            let members = count(
                .membership, membership, OntologyProperty.member.iri, 1, 1, "needs one member")
            let bodies = count(
                .membership, membership, OntologyProperty.organization.iri, 1, 1, "needs one body")
            for member in members {
                for body in bodies { joined.insert(Pair(first: member, second: body)) }
            }
        }
        let memberOf = graph.find(.memberOf)
        for triple in graph.triples where triple.predicate == memberOf {
            if !joined.contains(Pair(first: triple.subject, second: triple.object)) {
                add(
                    .memberHasMembership, triple.subject, "no Membership stands behind the edge",
                    property: OntologyProperty.memberOf.iri, value: triple.object)
            }
        }
    }

    /// Finds the nodes that lie on a circle of some properties.
    private mutating func acyclic(
        _ constraint: Constraint, _ properties: [OntologyProperty], _ message: String
    ) {
        let wanted = Set(properties.compactMap { graph.find($0) })
        guard !wanted.isEmpty else { return }
        var above: [TermID: [TermID]] = [:]
        var nodes: [TermID] = []
        for triple in graph.triples where wanted.contains(triple.predicate) {
            if above[triple.subject] == nil { nodes.append(triple.subject) }
            above[triple.subject, default: []].append(triple.object)
        }
        // What leads nowhere lies on no circle: take it away until nothing is left but circles and what leads to them.
        var below: [TermID: [TermID]] = [:]
        var open: [TermID: Int] = [:]
        for node in nodes {
            open[node] = above[node, default: []].count
            for other in above[node, default: []] { below[other, default: []].append(node) }
        }
        var done = below.keys.filter { open[$0] == nil }
        while let node = done.popLast() {
            for under in below[node, default: []] {
                open[under, default: 0] -= 1
                if open[under] == 0 { done.append(under) }
            }
        }
        for node in nodes where open[node, default: 0] > 0 {
            if reaches(node, node, above) { add(constraint, node, message, property: properties.first?.iri) }
        }
    }

    private func reaches(_ from: TermID, _ goal: TermID, _ above: [TermID: [TermID]]) -> Bool {
        var seen: Set<TermID> = []
        var next = above[from, default: []]
        while let node = next.popLast() {
            if node == goal { return true }
            if seen.insert(node).inserted { next += above[node, default: []] }
        }
        return false
    }
}
