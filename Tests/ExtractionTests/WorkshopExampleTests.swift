import Foundation
import KnowledgeGraph
import Testing

/// What an analyst wants of `Examples/workshop/article.txt`.
@Suite struct WorkshopExampleTests {
    static let committee =
        "اللجنة الوطنية الدائمة لتنفيذ الاستراتيجية الوطنية لمنع الاتجار بالأشخاص وتهريب المهاجرين"
    static let convention = "اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية"
    static let deputy = "نائب مساعد وزير الخارجية لشؤون حقوق الإنسان"
    static let undersecretary = "وكيلة وزارة العدل المساعدة للشؤون القانونية"

    let graph: Graph

    init() throws {
        let file = RepositoryKnowledge.root.appending(path: "Examples/workshop/article.txt")
        graph = try RepositoryKnowledge.graph(of: String(contentsOf: file, encoding: .utf8))
    }

    /// Whether a value is called so, by any of its labels.
    private func isCalled(_ value: Value, _ name: String) -> Bool { graph.labels(of: value).contains(name) }

    private func has(_ subject: String, _ predicate: OntologyProperty, _ object: String) -> Bool {
        graph.edges.contains {
            $0.predicate == predicate && isCalled(.node($0.subject), subject) && isCalled($0.object, object)
        }
    }

    /// Whether there is a node of a class with all of these edges.
    private func hasNode(_ type: OntologyClass, _ wanted: [(OntologyProperty, String)]) -> Bool {
        graph.nodes.indices.contains { index in
            graph.nodes[index].type == type
                && wanted.allSatisfy { predicate, object in
                    graph.edges.contains {
                        $0.subject == NodeID(index) && $0.predicate == predicate
                            && isCalled($0.object, object)
                    }
                }
        }
    }

    @Test func accession() {
        #expect(
            hasNode(
                .TreatyAction,
                [
                    (.treatyParty, "دولة الكويت"), (.treaty, Self.convention),
                    (.legalBasis, "القانون رقم 5 لسنة 2006"),
                    (.kind, "isnad:kind-accession"),
                ]), "\(graph.shownEdges)")
        #expect(has(Self.convention, .contractingParty, "دولة الكويت"))
        #expect(has("القانون رقم 5 لسنة 2006", .number, "5"))
        #expect(has("القانون رقم 5 لسنة 2006", .year, "2006"))
    }

    @Test(arguments: [("سعد المهيني", deputy), ("ريا الرشيدي", undersecretary)])
    func holding(_ person: String, _ post: String) {
        #expect(has(person, .holds, post), "\(graph.shownEdges)")
        #expect(hasNode(.PostHolding, [(.member, person), (.post, post)]))
    }

    @Test func rank() { #expect(has("سعد المهيني", .rank, "الوزير المفوض")) }

    @Test func membership() {
        #expect(has("ريا الرشيدي", .memberOf, Self.committee), "\(graph.shownEdges)")
        #expect(hasNode(.Membership, [(.member, "ريا الرشيدي"), (.organization, Self.committee)]))
    }

    /// A short «الخارجية الكويتية» beside its full name must not draw every other ministry to it.
    @Test func ministriesStayApart() {
        #expect(
            has("وكيل وزارة العدل المساعدة للشؤون القانونية", .postIn, "وزارة العدل"), "\(graph.shownEdges)")
        #expect(!has("وكيل وزارة العدل المساعدة للشؤون القانونية", .postIn, "وزارة الخارجية الكويتية"))
    }

    @Test func committeeImplementsTheStrategy() {
        #expect(
            has(Self.committee, .implements, "الاستراتيجية الوطنية لمنع الاتجار بالأشخاص وتهريب المهاجرين"),
            "\(graph.shownEdges)")
    }

    @Test func organiserAndPartner() {
        let workshops = graph.nodes.indices.filter { graph.nodes[$0].type == .Workshop }.map { NodeID($0) }
        func ends(_ predicate: OntologyProperty) -> [String] {
            graph.edges.filter { $0.predicate == predicate && workshops.contains($0.subject) }
                .flatMap { graph.labels(of: $0.object) }
        }
        #expect(ends(.organizer).contains { $0.hasPrefix("وزارة الخارجية") })
        #expect(ends(.partner).contains { $0.hasPrefix("مكتب الأمم المتحدة المعني بالمخدرات والجريمة") })
    }

    @Test func everyStatementHasItsSpeaker() {
        let statements = graph.nodes.indices.filter { graph.nodes[$0].type == .Statement }
            .sorted { (graph.nodes[$0].range?.lowerBound ?? 0) < (graph.nodes[$1].range?.lowerBound ?? 0) }
        let found = statements.map { index -> String in
            func end(_ predicate: OntologyProperty) -> String {
                graph.edges.filter { $0.subject == NodeID(index) && $0.predicate == predicate }
                    .compactMap { graph.labels(of: $0.object).first }.joined(separator: "، ")
            }
            return end(.reportingVerb) + ": " + end(.speaker)
        }
        #expect(
            found == [
                "قال: سعد المهيني", "أضاف: سعد المهيني", "أوضح: سعد المهيني", "قالت: ريا الرشيدي",
                "أضافت: ريا الرشيدي",
                "ذكرت: ريا الرشيدي", "أشادت: ريا الرشيدي",
            ])
    }
}
