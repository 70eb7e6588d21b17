import OntologyData
import Testing

/// The binary carries what stands in `Ontology/`: all of it, and nothing that is gone.
@Suite struct EmbeddedOntologyTests {
    @Test func namesAreThoseOfTheFolder() {
        #expect(OntologyData.names == RepositoryKnowledge.names, "run `make` so that the plugin runs again")
    }

    @Test func contentIsThatOfTheFolder() throws {
        for name in OntologyData.names {
            #expect(OntologyData.text(of: name) == (try? RepositoryKnowledge.text(name)), "\(name) differs")
        }
        #expect(OntologyData.text(of: "no/such.tsv") == nil)
    }
}
