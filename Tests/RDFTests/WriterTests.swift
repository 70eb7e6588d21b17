import RDF
import Testing

@Suite struct WriterTests {
    private func dataset() throws -> Dataset {
        var data = Dataset()
        let type = data.terms.iri(RDFVocabulary.type)
        let person = data.terms.iri("http://ex.org/ns/person.kw")
        let label = data.terms.iri("http://ex.org/ns/label")
        let ar = try data.terms.language("ar")
        data.add(person, label, data.terms.literal("سعد \"المهيني\"\r\n", language: ar))
        data.add(person, label, data.terms.literal("قلمٌ", language: ar))
        data.add(person, type, data.terms.iri("http://ex.org/ns/Person"))
        let integer = data.terms.iri("http://www.w3.org/2001/XMLSchema#integer")
        data.add(
            person, data.terms.iri("http://ex.org/ns/count"), data.terms.literal("12", datatype: integer))
        data.add(
            person, data.terms.iri("http://ex.org/ns/count"), data.terms.literal("01", datatype: integer))
        data.add(data.terms.iri("http://ex.org/a b"), label, try data.terms.blankNode("1x"))
        return data
    }

    private func written(_ syntax: Syntax) throws -> String {
        var options = WriterOptions()
        options.prefixes = PrefixTable([
            ("ex", "http://ex.org/ns/"), ("unused", "http://no.org/"),
            ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ])
        let sink = MemorySink()
        try syntax.write(dataset(), to: sink, options: options)
        return sink.text
    }

    @Test func ntriples() throws {
        #expect(
            try written(.ntriples) == """
                <http://ex.org/ns/person.kw> <http://ex.org/ns/label> "سعد \\"المهيني\\"\\r\\n"@ar .
                <http://ex.org/ns/person.kw> <http://ex.org/ns/label> "قلمٌ"@ar .
                <http://ex.org/ns/person.kw> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://ex.org/ns/Person> .
                <http://ex.org/ns/person.kw> <http://ex.org/ns/count> "12"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <http://ex.org/ns/person.kw> <http://ex.org/ns/count> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <http://ex.org/a%20b> <http://ex.org/ns/label> _:1x .

                """)
    }

    @Test func turtle() throws {
        #expect(
            try written(.turtle) == """
                @prefix ex: <http://ex.org/ns/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                <http://ex.org/a%20b> ex:label [] .

                ex:person.kw a ex:Person ;
                    ex:count "01"^^xsd:integer ,
                        12 ;
                    ex:label "سعد \\"المهيني\\"\\r\\n"@ar ,
                        "قلمٌ"@ar .

                """)
    }

    @Test func rdfxml() throws {
        #expect(
            try written(.rdfxml) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <rdf:RDF
                    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                    xmlns:ex="http://ex.org/ns/">
                  <rdf:Description rdf:about="http://ex.org/a%20b">
                    <ex:label rdf:nodeID="x-1x"/>
                  </rdf:Description>
                  <ex:Person rdf:about="http://ex.org/ns/person.kw">
                    <ex:count rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">01</ex:count>
                    <ex:count rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">12</ex:count>
                    <ex:label xml:lang="ar">سعد &quot;المهيني&quot;&#xD;
                </ex:label>
                    <ex:label xml:lang="ar">قلمٌ</ex:label>
                  </ex:Person>
                </rdf:RDF>

                """)
    }

    @Test func jsonld() throws {
        #expect(
            try written(.jsonld) == """
                {"@context": {"@version": 1.1,
                  "ex": {"@id": "http://ex.org/ns/", "@prefix": true},
                  "xsd": {"@id": "http://www.w3.org/2001/XMLSchema#", "@prefix": true}},
                "@graph": [
                {"@id": "http://ex.org/a%20b",
                  "ex:label": [{"@id": "_:1x"}]},
                {"@id": "ex:person.kw",
                  "@type": ["ex:Person"],
                  "ex:count": [{"@value": "01", "@type": "xsd:integer"},
                    {"@value": "12", "@type": "xsd:integer"}],
                  "ex:label": [{"@value": "سعد \\"المهيني\\"\\r\\n", "@language": "ar"},
                    {"@value": "قلمٌ", "@language": "ar"}]}]}

                """)
    }
}
