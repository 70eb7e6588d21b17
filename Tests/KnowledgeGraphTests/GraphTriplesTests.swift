import KnowledgeGraph
import RDF
import Testing

@Suite struct GraphTriplesTests {
    /// Two documents that say that a person holds a post, one of them twice.
    private func graph() -> Graph {
        var graph = Graph()
        graph.documents = [
            DocumentRecord(name: "doc.00000000000000aa", title: "عنوان", date: "2026-02-08"),
            DocumentRecord(name: "doc.00000000000000bb"),
        ]
        graph.nodes = [
            Node(name: "person.kw.slm", type: .Person, labels: [NodeLabel("سالم")]),
            Node(
                name: "post.kw.wzyr", type: .Post,
                labels: [NodeLabel("وزير"), NodeLabel("Minister", language: "en")]),
            Node(name: "law.kw.5", type: .Law, labels: [NodeLabel("القانون رقم 5")]),
            Node(name: "protocol.un.1", type: .Protocol, labels: [NodeLabel("بروتوكول", isPreferred: false)]),
            Node(name: "statement.aa.4", type: .Statement, labels: []),
        ]
        graph.nodes[4].range = 4..<20
        graph.nodes[4].document = 0
        graph.sentences = [
            SentenceRecord(document: 0, range: 0..<9, text: "قال سالم"),
            SentenceRecord(document: 0, range: 10..<19, text: "وقال سالم"),
            SentenceRecord(document: 1, range: 0..<9, text: "سالم وزير"),
        ]
        func evidence(_ document: Int32, _ sentence: Int32?, _ confidence: UInt8) -> Evidence {
            Evidence(
                document: document, sentence: sentence, range: sentence == nil ? nil : 0..<4,
                rule: "holder-post",
                confidence: confidence, derivation: sentence == nil ? .background : .read)
        }
        graph.edges = [
            Edge(
                subject: NodeID(2), predicate: .amends, object: .node(NodeID(3)),
                evidence: [evidence(1, nil, 100)]),
            Edge(
                subject: NodeID(2), predicate: .supplements, object: .node(NodeID(3)),
                evidence: [evidence(1, nil, 90)]),
            Edge(subject: NodeID(2), predicate: .year, object: .literal("2006", .gYear), evidence: []),
            Edge(
                subject: NodeID(0), predicate: .holds, object: .node(NodeID(1)),
                evidence: [evidence(0, 0, 95), evidence(0, 1, 90), evidence(1, 2, 7)]),
        ]
        graph.mentions = [
            MentionRecord(
                document: 0, node: NodeID(0), range: 4..<8, text: "سالم", form: .short, rule: "name-chain")
        ]
        return graph
    }

    private func lines(_ change: (inout TripleOptions) -> Void = { _ in }) throws -> Set<String> {
        var options = TripleOptions(software: "0.1")
        change(&options)
        let sink = MemorySink()
        try Syntax.nquads.write(
            GraphTriples(options).dataset(of: graph()), to: sink, options: options.writerOptions)
        var short = sink.text
        for (prefix, iri) in Namespace.prefixes(base: options.base) {
            short = short.split(separator: "<" + iri, omittingEmptySubsequences: false).joined(
                separator: prefix + ":<")
        }
        short.removeAll { $0 == "<" || $0 == ">" }
        let lines = short.split(separator: "\n").map { $0.dropLast(2).description }
        #expect(Set(lines).count == lines.count, "a statement stands there twice")
        return Set(lines)
    }

    @Test func bareGraph() throws {
        let lines = try lines { $0.evidence = .none }
        #expect(
            lines == [
                "id:person.kw.slm rdf:type isnad:Person", "id:person.kw.slm skos:prefLabel \"سالم\"@ar",
                "id:person.kw.slm org:holds id:post.kw.wzyr", "id:post.kw.wzyr rdf:type isnad:Post",
                "id:post.kw.wzyr rdf:type org:Post", "id:post.kw.wzyr skos:prefLabel \"وزير\"@ar",
                "id:post.kw.wzyr skos:prefLabel \"Minister\"@en", "id:law.kw.5 rdf:type isnad:Law",
                "id:law.kw.5 rdf:type isnad:Instrument", "id:law.kw.5 skos:prefLabel \"القانون رقم 5\"@ar",
                "id:law.kw.5 isnad:amends id:protocol.un.1", "id:law.kw.5 isnad:basedOn id:protocol.un.1",
                "id:law.kw.5 isnad:supplements id:protocol.un.1",
                "id:law.kw.5 isnad:year \"2006\"^^xsd:gYear", "id:protocol.un.1 rdf:type isnad:Protocol",
                "id:protocol.un.1 rdf:type isnad:Instrument",
                "id:protocol.un.1 skos:altLabel \"بروتوكول\"@ar",
                "id:statement.aa.4 rdf:type isnad:Statement",
                "id:statement.aa.4 nif:beginIndex \"4\"^^xsd:nonNegativeInteger",
                "id:statement.aa.4 nif:endIndex \"20\"^^xsd:nonNegativeInteger",
            ])
    }

    @Test func factsRestOnTheirBestSentence() throws {
        let lines = try lines()
        #expect(lines.filter { $0.hasSuffix("rdf:type rdf:Statement") }.count == 4)
        let derived = lines.filter { $0.contains("prov:wasDerivedFrom") }.compactMap {
            $0.split(separator: " ").last
        }
        #expect(derived.sorted() == ["id:sentence.00000000000000aa.0-9", "id:sentence.00000000000000bb.0-9"])
        #expect(lines.contains("id:sentence.00000000000000aa.0-9 nif:anchorOf \"قال سالم\"@ar"))
        #expect(lines.contains("id:statement.aa.4 nif:referenceContext id:context.00000000000000aa"))
        #expect(lines.contains("id:context.00000000000000bb nif:sourceUrl id:doc.00000000000000bb"))
        for confidence in ["0.95", "1.0", "0.07"] {
            #expect(lines.contains { $0.hasSuffix("isnad:confidence \"\(confidence)\"^^xsd:decimal") })
        }
        #expect(lines.contains { $0.hasSuffix("isnad:derivation \"background\"") })
        #expect(lines.filter { $0.hasSuffix("rdf:type prov:Activity") }.count == 2)
        #expect(!lines.contains { $0.contains("nif:Phrase") })
    }

    @Test func fullEvidenceHoldsFactsAndMentions() throws {
        let full = try lines { $0.evidence = .full }
        #expect(try full.isSuperset(of: lines()))
        #expect(full.filter { $0.contains("prov:wasDerivedFrom") }.count == 3)
        let mention = "id:mention.00000000000000aa.4-8.person.kw.slm"
        #expect(full.contains("\(mention) itsrdf:taIdentRef id:person.kw.slm"))
        #expect(full.contains("\(mention) isnad:mentionForm \"short\""))
    }

    @Test func namesDoNotDependOnTheBase() throws {
        let base = "https://example.org/things#"
        let changed = try lines { $0.base = base }
        #expect(try changed == lines())
    }

    @Test func oneGraphADocument() throws {
        let lines = try lines { $0.namedGraphs = true }
        let (a, b) = (" id:graph.00000000000000aa", " id:graph.00000000000000bb")
        #expect(lines.contains("id:person.kw.slm org:holds id:post.kw.wzyr" + a))
        #expect(lines.contains("id:person.kw.slm org:holds id:post.kw.wzyr" + b))
        #expect(lines.contains("id:law.kw.5 isnad:year \"2006\"^^xsd:gYear" + b))
        #expect(!lines.contains("id:law.kw.5 isnad:year \"2006\"^^xsd:gYear" + a))
        #expect(lines.allSatisfy { $0.hasSuffix(a) || $0.hasSuffix(b) })
    }

    @Test func tripleTermsOnRequest() throws {
        let lines = try lines { $0.version = .v1_2 }
        #expect(lines.contains { $0.hasSuffix("rdf:reifies ( id:person.kw.slm org:holds id:post.kw.wzyr )") })
        #expect(!lines.contains { $0.hasSuffix("rdf:type rdf:Statement") })
        #expect(lines.contains("id:person.kw.slm skos:prefLabel \"سالم\"@ar--rtl"))
        #expect(lines.contains("id:post.kw.wzyr skos:prefLabel \"Minister\"@en"))
    }

    @Test(arguments: [Syntax.ntriples, .nquads, .turtle, .trig, .rdfxml, .jsonld])
    func everySyntaxTakesIt(_ syntax: Syntax) throws {
        var options = TripleOptions(software: "0.1")
        options.evidence = .full
        options.namedGraphs = syntax.hasNamedGraphs
        let sink = MemorySink()
        try syntax.write(GraphTriples(options).dataset(of: graph()), to: sink, options: options.writerOptions)
        #expect(sink.text.contains("سالم"))
    }
}
