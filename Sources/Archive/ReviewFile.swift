import KnowledgeGraph

/// The file in which a reader decides about candidates: one line a pair, cells parted by tabs.
///
///     decision  reason  IRI  IRI  name  name  what is known of the one  what is known of the other
///
/// The decision is `?` as written, and `same` or `different` when decided. `#` begins a comment; what follows the second
/// IRI is for the reader and not read.
public enum ReviewFile {
    public enum Decision: String, Sendable, CaseIterable {
        case open = "?"
        case same, different
    }

    /// A decided line.
    public struct Entry: Sendable, Equatable {
        public let decision: Decision
        public let first: String
        public let second: String
        /// From 1.
        public let line: Int
    }

    /// What is wrong with a line.
    public struct Failure: Error, Sendable, Equatable {
        public let line: Int
        public let message: String
    }

    static let heading = """
        # Things that may be one. Put `same` or `different` in place of the `?`, and hand the file to
        # isnad merge --decisions. What stays open changes nothing.
        # decision\treason\tIRI\tIRI\tname\tname\tknown of the first\tknown of the second

        """

    /// - Parameters:
    ///   - iris: the IRI of each node of `graph`.
    ///   - decided: pairs that need no line any more.
    public static func text(
        _ candidates: [IdentityCandidate], in graph: Graph, iris: [String], decided: [Entry] = []
    ) -> String {
        let known = Set(decided.flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
        let profiles = NodeProfiles(graph)
        var text = heading
        for candidate in candidates {
            let (a, b) = (iris[Int(candidate.first.index)], iris[Int(candidate.second.index)])
            if known.contains([a, b]) { continue }
            let cells = [
                Decision.open.rawValue, candidate.reason.rawValue, a, b, graph[candidate.first].displayLabel,
                graph[candidate.second].displayLabel, profiles.text(of: candidate.first), profiles.text(of: candidate.second),
            ]
            text += cells.map(oneLine).joined(separator: "\t") + "\n"
        }
        return text
    }

    /// The decided lines.
    public static func entries(of text: String) throws(Failure) -> [Entry] {
        var entries: [Entry] = []
        // By code points: to Swift "\r\n" is one Character.
        for (index, row) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let row = row.last == "\r" ? row.dropLast() : row
            if row.isEmpty || row.first == "#" { continue }
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
            guard cells.count >= 4 else {
                throw Failure(line: index + 1, message: "a line has four cells at least: decision, reason, IRI, IRI")
            }
            guard let decision = Decision(rawValue: cells[0]) else {
                throw Failure(line: index + 1, message: "a decision is same, different or ?, not '\(cells[0])'")
            }
            if decision == .open { continue }
            guard cells[2] != cells[3], !cells[2].isEmpty, !cells[3].isEmpty else {
                throw Failure(line: index + 1, message: "a pair is two IRIs")
            }
            entries.append(Entry(decision: decision, first: cells[2], second: cells[3], line: index + 1))
        }
        try checkAgreement(entries)
        return entries
    }

    /// What is the same of a third cannot be different.
    private static func checkAgreement(_ entries: [Entry]) throws(Failure) {
        var above: [String: String] = [:]
        func top(_ iri: String) -> String {
            var iri = iri
            while let next = above[iri] { iri = next }
            return iri
        }
        for entry in entries where entry.decision == .same {
            let (a, b) = (top(entry.first), top(entry.second))
            if a != b { above[a] = b }
        }
        for entry in entries where entry.decision == .different && top(entry.first) == top(entry.second) {
            throw Failure(line: entry.line, message: "other lines say that these two are the same")
        }
    }

    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
