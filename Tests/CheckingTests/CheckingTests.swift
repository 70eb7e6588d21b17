import Checking
import Foundation
import KnowledgeGraph
import RDF
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Graphs")

private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
}

private func dataset(_ turtle: String) throws -> Dataset {
    var data = Dataset()
    var prefixes = PrefixTable()
    try StatementReader(.turtle, base: nil, file: "test").read(
        MemorySource(turtle), into: &data, prefixes: &prefixes)
    return data
}

/// A fault to be added to the conforming graph, and the constraints that it breaks.
struct Fault: CustomTestStringConvertible {
    var constraints: Set<String>
    var turtle: String
    var testDescription: String { constraints.sorted().joined(separator: " ") + ": " + turtle.prefix(80) }

    static func all() throws -> [Fault] {
        ("\n" + (try text("faults.txt"))).components(separatedBy: "\n### ").dropFirst().map { block in
            let lines = block.split(separator: "\n", maxSplits: 1)
            return Fault(
                constraints: Set(lines[0].split(separator: " ").map(String.init)), turtle: String(lines[1]))
        }
    }
}

@Suite struct CheckingTests {
    let base: String

    init() throws { base = try text("prefixes.ttl") + text("conforming.ttl") }

    @Test func theConformingGraphConforms() throws {
        let report = GraphChecker().report(on: try dataset(base))
        #expect(report.findings == [])
        #expect(report.conforms)
        #expect(report.tripleCount > 190)
    }

    @Test func everyFaultIsCaught() throws {
        for fault in try Fault.all() {
            let report = GraphChecker().report(on: try dataset(base + fault.turtle))
            #expect(Set(report.counts.keys.map(\.id)) == fault.constraints, "\(fault.turtle)")
            #expect(Set(report.findings.map(\.constraint.id)) == fault.constraints)
        }
    }

    /// One fault at least for each constraint, and one constraint for each shape.
    @Test func constraintsAreTheShapes() throws {
        let ontology = folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appending(path: "Ontology/shapes.ttl")
        let shapes = try dataset(String(contentsOf: ontology, encoding: .utf8))
        let nodeShape = try #require(shapes.terms.find(iri: "http://www.w3.org/ns/shacl#NodeShape"))
        let severity = shapes.terms.find(iri: "http://www.w3.org/ns/shacl#severity")
        let prefix = "https://w3id.org/isnad/shapes#"
        let names = shapes.quads.filter { $0.object == nodeShape }.map { shapes.terms.text(of: $0.subject) }
        #expect(names.allSatisfy { $0.hasPrefix(prefix) })
        #expect(Set(names.map { String($0.dropFirst(prefix.count)) }) == Set(Constraint.all.map(\.id)))
        #expect(Set(Constraint.all).count == Constraint.all.count)
        for constraint in Constraint.all {
            let subject = try #require(shapes.terms.find(iri: prefix + constraint.id))
            let warns = shapes.quads.contains { $0.subject == subject && $0.predicate == severity }
            #expect(warns == (constraint.severity == .warning), "\(constraint)")
        }
        let planted = try Fault.all().reduce(into: Set<String>()) { $0.formUnion($1.constraints) }
        #expect(planted == Set(Constraint.all.map(\.id)))
    }

    @Test func findingsNameNodeRuleAndSentence() throws {
        let fault = """
            id:fact.99 a rdf:Statement ; rdf:subject id:person ; rdf:predicate isnad:rank ; rdf:object id:city ;
                isnad:rule "rank-before-person" ; isnad:confidence 0.9 ; isnad:derivation "read" ; prov:wasDerivedFrom id:sentence .
            id:person isnad:rank id:city .
            """
        let report = GraphChecker().report(on: try dataset(base + fault))
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        #expect(finding.constraint.id == "range-rank")
        #expect(finding.node == Namespace.id + "person")
        #expect(finding.property == OntologyProperty.rank.iri)
        #expect(finding.value == Namespace.id + "city")
        #expect(
            finding.evidence
                == Finding.Proof(rule: "rank-before-person", sentence: "منى العتيبي وكيل وزارة العدل"))
        #expect(!report.conforms)
        #expect(report.count(.violation) == 1)
        #expect(report.count(.warning) == 0)
    }

    @Test func warningsConformAndTheLimitOnlyCuts() throws {
        let departments = (0..<5).map {
            "id:d\($0) a isnad:Department , isnad:Organization ; skos:prefLabel \"إدارة \($0)\"@ar .\n"
        }
        let report = GraphChecker(limit: 2).report(on: try dataset(base + departments.joined()))
        #expect(report.conforms)
        #expect(report.findings.count == 2)
        #expect(report.count(.warning) == 5)
    }

    @Test func aGraphInMemoryIsCheckedAsWritten() throws {
        var graph = Graph()
        graph.documents = [DocumentRecord(name: "doc.1")]
        graph.sentences = [SentenceRecord(document: 0, range: 0..<11, text: "منى العتيبي")]
        graph.nodes = [
            Node(name: "person.xx.a", type: .Person, labels: [NodeLabel("منى العتيبي")]),
            Node(name: "post.xx.b", type: .Post, labels: [NodeLabel("وزير العدل")]),
        ]
        let proof = Evidence(
            document: 0, sentence: 0, range: 0..<3, rule: "post-before-person", confidence: 90,
            derivation: .read)
        graph.edges = [
            Edge(subject: NodeID(0), predicate: .holds, object: .node(NodeID(1)), evidence: [proof])
        ]
        let report = try GraphChecker().report(on: graph)
        #expect(report.findings.map(\.constraint.id) == ["holds-has-holding"])
        #expect(report.findings.first?.evidence?.rule == "post-before-person")
        #expect(report.findings.first?.evidence?.sentence == "منى العتيبي")
    }
}
