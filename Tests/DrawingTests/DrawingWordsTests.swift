import Drawing
import KnowledgeGraph
import OntologyData
import Testing

@Suite struct DrawingWordsTests {
    let words = DrawingWords.builtIn

    @Test func everyPropertyAndClassHasWords() {
        var needed =
            OntologyProperty.allCases.map(\.rawValue) + OntologyClass.allCases.map { "class:" + $0.rawValue }
        needed += DrawnKind.allCases.map { "kind:" + $0.rawValue }
        needed += Evidence.Derivation.allCases.map { "word:" + $0.rawValue }
        #expect(needed.filter { !words.contains($0) }.isEmpty)
    }

    @Test func noWordIsForNothing() {
        for key in words.keys {
            let parts = key.split(separator: ":").map(String.init)
            switch parts[0] {
            case "class": #expect(OntologyClass(rawValue: parts[1]) != nil, "\(key)")
            case "kind": #expect(DrawnKind(rawValue: parts[1]) != nil, "\(key)")
            case "word", "cluster", "link": break
            case _ where parts.count == 1:
                #expect(key.hasPrefix("kind-") || key.hasPrefix("status-"), "\(key)")
            default: #expect(OntologyProperty(rawValue: key) != nil, "\(key)")
            }
        }
    }

    /// Every concept of the ontology's controlled vocabulary can be named in a picture.
    @Test func everyConceptOfTheOntologyHasWords() throws {
        let ontology = try #require(OntologyData.text(of: "isnad.ttl"))
        var names: [String] = []
        for line in ontology.split(separator: "\n")
        where line.hasPrefix("isnad:kind-") || line.hasPrefix("isnad:status-") {
            names.append(String(line.dropFirst("isnad:".count).prefix { $0 != " " }))
        }
        let missing = names.filter { !words.contains($0) }
        #expect(names.count > 20 && missing.isEmpty, "\(missing)")
    }

    @Test func everyPropertyOfTheOntologyIsKnown() throws {
        let ontology = try #require(OntologyData.text(of: "isnad.ttl"))
        for property in OntologyProperty.allCases where property.rawValue.hasPrefix("isnad:") {
            #expect(ontology.contains("\n\(property.rawValue) a "), "\(property.rawValue)")
        }
    }

    @Test(arguments: [
        ("a\tb\tc", 1), ("a\tb\tc\tsideways", 1), ("a\tب\tb\tnote\na\tب\tb\tnote", 2), ("a\t\tb\tnote", 1),
    ])
    func refusesWhatIsMalformed(table: String, line: Int) {
        #expect { try DrawingWords(table: table) } throws: { ($0 as? DrawingWords.Malformed)?.line == line }
    }
}
