/// An office and those who are attested in it, by the days of the texts that say so.
public struct OfficeHistory: Sendable, Equatable {
    /// A holder between the first and the last text that says so: it was so then, and perhaps before and after.
    public struct Term: Sendable, Equatable {
        public let label: String
        /// ISO 8601 days, in their order; one at least.
        public let dates: [String]

        /// `2021-05-03`, or `2021-05-03 – 2023-01-10`.
        public var days: String {
            guard let first = dates.first, let last = dates.last, first != last else { return dates.first ?? "" }
            return first + " – " + last
        }
    }

    public let label: String
    /// By their first day.
    public let terms: [Term]

    /// Those with several holders first, then by label.
    static func all(in graph: Graph) -> [OfficeHistory] {
        var holdings: [NodeID: Holding] = [:]
        for edge in graph.edges where graph[edge.subject].type == .PostHolding {
            switch (edge.predicate, edge.object) {
            case (.member, .node(let person)): holdings[edge.subject, default: Holding()].person = person
            case (.post, .node(let post)): holdings[edge.subject, default: Holding()].post = post
            case (.attestedOn, .literal(let date, _)): holdings[edge.subject, default: Holding()].dates.append(date)
            default: break
            }
        }
        var terms: [NodeID: [Term]] = [:]
        for (_, holding) in holdings.sorted(by: { $0.key < $1.key }) {
            guard let post = holding.post, let person = holding.person, !holding.dates.isEmpty else { continue }
            terms[post, default: []].append(Term(label: graph[person].displayLabel, dates: holding.dates.sorted()))
        }
        return terms.sorted { $0.key < $1.key }
            .map { OfficeHistory(label: graph[$0.key].displayLabel, terms: $0.value.sorted { $0.dates[0] < $1.dates[0] }) }
            .sorted {
                let (a, b) = ($0.terms.count > 1, $1.terms.count > 1)
                return a != b ? a : $0.label.unicodeScalars.lexicographicallyPrecedes($1.label.unicodeScalars)
            }
    }

    private struct Holding {
        var person: NodeID?
        var post: NodeID?
        var dates: [String] = []
    }
}
