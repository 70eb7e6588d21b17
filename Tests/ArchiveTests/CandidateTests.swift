import Archive
import KnowledgeGraph
import Testing

/// Pairs that may be one are found by name and never merged.
@Suite struct CandidateTests {
    private func graph(_ nodes: [(String, OntologyClass, String)]) -> Graph {
        var graph = Graph()
        graph.nodes = nodes.map { Node(name: $0.0, type: $0.1, labels: [NodeLabel($0.2)]) }
        return graph
    }

    private func pairs(_ nodes: [(String, OntologyClass, String)]) -> [String] {
        let graph = graph(nodes)
        return CandidateFinder().candidates(in: graph).map {
            "\($0.reason.rawValue) \(graph[$0.first].name) \(graph[$0.second].name)"
        }
    }

    @Test func spellings() {
        #expect(
            pairs([
                ("p1", .Person, "سالم بن ناصر الراجحي"), ("p2", .Person, "سالم ناصر الراجحى"), ("p3", .Person, "سالم ناصر العتيبي"),
                ("p4", .Person, "الراجحي"), ("p5", .Person, "الراجحى"),
            ]) == ["spelling p1 p2"])
    }

    @Test func shortNames() {
        #expect(
            pairs([
                ("p1", .Person, "سالم ناصر الراجحي"), ("p2", .Person, "سالم الراجحي"), ("p3", .Person, "ناصر الراجحي"),
                ("c1", .Committee, "اللجنة الوطنية الدائمة لمتابعة الأهداف"), ("c2", .Committee, "اللجنة الوطنية"),
                ("m1", .Ministry, "اللجنة الوطنية"), ("c3", .Committee, "اللجنة"),
            ]) == ["short c1 c2", "short p1 p2"])
    }

    /// What begins the names of many says nothing of any of them.
    @Test func nameOfMany() {
        let states = ["الكويتية", "القطرية", "العمانية", "البحرينية"]
        let long = states.enumerated().map { ("m\($0.offset)", OntologyClass.Ministry, "وزارة العدل " + $0.element) }
        let short = [("s1", OntologyClass.Ministry, "وزارة العدل"), ("s2", .Ministry, "وزارة العدل")]
        #expect(pairs(long + short).isEmpty)
        #expect(pairs(long.dropLast() + short).count == 7)
    }

    @Test func homonyms() {
        #expect(pairs([("m.kw", .Ministry, "وزارة العدل"), ("m.sa", .Ministry, "وزارة العدل")]) == ["homonym m.kw m.sa"])
    }

    @Test func reviewFile() throws {
        let graph = graph([("m.kw", .Ministry, "وزارة\tالعدل"), ("m.sa", .Ministry, "وزارة\tالعدل")])
        let candidates = CandidateFinder().candidates(in: graph)
        let iris = ["https://a.example/m.kw", "https://a.example/m.sa"]
        let text = ReviewFile.text(candidates, in: graph, iris: iris)
        #expect(text.hasSuffix("?\thomonym\t\(iris[0])\t\(iris[1])\tوزارة العدل\tوزارة العدل\t\t\n"))
        #expect(try ReviewFile.entries(of: text).isEmpty)
        let decided = try ReviewFile.entries(of: text.replacing("?\t", with: "different\t").replacing("\n", with: "\r\n"))
        #expect(decided.map(\.decision) == [.different])
        #expect(decided.map(\.line) == [4])
        #expect(!ReviewFile.text(candidates, in: graph, iris: iris, decided: decided).contains("homonym\thttps"))
    }

    @Test(arguments: [
        ("same\tx\ta", 1, "four cells"), ("# c\n\nyes\tx\ta\tb", 3, "not 'yes'"), ("same\tx\ta\ta", 1, "two IRIs"),
        ("same\tx\ta\tb\nsame\tx\tb\tc\ndifferent\tx\tc\ta", 3, "are the same"),
    ]) func badReviews(_ text: String, _ line: Int, _ part: String) {
        let failure = #expect(throws: ReviewFile.Failure.self) { try ReviewFile.entries(of: text) }
        #expect(failure?.line == line)
        #expect(failure?.message.contains(part) == true)
    }
}
