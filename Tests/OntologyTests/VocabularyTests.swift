import Foundation
import KnowledgeGraph
import Testing

private let owl = "http://www.w3.org/2002/07/owl#"
private let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
private let schema = "https://schema.org/"
private let skos = "http://www.w3.org/2004/02/skos/core#"
private let isnad = "https://w3id.org/isnad/ontology#"

let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// `Ontology/isnad.ttl` and the vocabulary of `KnowledgeGraph` say the same.
@Suite struct VocabularyTests {
    let file: TurtleFile

    init() throws { file = try TurtleFile(path: packageFolder.appending(path: "Ontology/isnad.ttl").path) }

    /// Classes that stand for several others and that no node carries as its own.
    private let unions: Set<String> = [isnad + "Agent", isnad + "Holding"]
    /// Properties of the evidence, which are no edges of the graph.
    private let evidence: Set<String> = ["rule", "confidence", "derivation", "mentionForm"]

    private var ownClasses: Set<String> {
        Set(file.instances(of: owl + "Class").filter { $0.hasPrefix(isnad) }).subtracting(unions)
    }

    @Test func classesAgree() {
        #expect(ownClasses == Set(OntologyClass.allCases.map(\.iri)))
        for type in OntologyClass.allCases {
            let parents = file.objects(type.iri, rdfs + "subClassOf").map(\.object).filter {
                $0.hasPrefix(isnad)
            }
            #expect(parents == [type.parent?.iri].compactMap { $0 }, "\(type)")
        }
    }

    @Test func disjointClassesAreTheKinds() throws {
        let axiom = try #require(file.instances(of: owl + "AllDisjointClasses").first)
        let members = file.list(try #require(file.objects(axiom, owl + "members").first).object)
        let kinds = Set(OntologyClass.allCases.map(\.kind))
        #expect(Set(members.flatMap(expanded)) == Set(kinds.map(\.iri)))
        #expect(members.count == Set(members).count)
        // PostHolding and Membership share one place.
        #expect(members.count == kinds.count - 1)
    }

    @Test func propertiesAgree() {
        let declared = Set(
            (file.instances(of: owl + "ObjectProperty") + file.instances(of: owl + "DatatypeProperty")).filter
            {
                $0.hasPrefix(isnad) && !evidence.contains(String($0.dropFirst(isnad.count)))
            })
        let known = OntologyProperty.allCases.map(\.iri)
        #expect(declared == Set(known.filter { $0.hasPrefix(isnad) }))
        for property in OntologyProperty.allCases {
            let parents = file.objects(property.iri, rdfs + "subPropertyOf").map(\.object)
            #expect(parents == [property.parent?.iri].compactMap { $0 }, "\(property)")
        }
    }

    @Test(arguments: OntologyProperty.allCases.filter { $0 != .sameAs })
    func signaturesAgree(_ property: OntologyProperty) {
        let isOwn = property.iri.hasPrefix(isnad)
        let signature = property.signature
        let domain = file.objects(property.iri, isOwn ? rdfs + "domain" : schema + "domainIncludes")
        #expect(Set(domain.flatMap { expanded($0.object) }) == Set(signature.domain.map(\.iri)))
        let range =
            file.objects(property.iri, rdfs + "range") + file.objects(property.iri, schema + "rangeIncludes")
        let things = Set(range.flatMap { expanded($0.object) }.filter { $0.hasPrefix(isnad) })
        let types = Set(
            range.map(\.object).filter { $0.hasPrefix(Namespace.xsd) || $0 == rdf + "langString" })
        let concept = range.contains { $0.object == skos + "Concept" }
        #expect((concept || !types.isEmpty) == signature.literal)
        #expect(concept == property.leadsToConcept)
        let datatypes = property.datatypes.map {
            $0 == .arabic ? rdf + "langString" : Namespace.xsd + $0.rawValue
        }
        #expect(types == Set(datatypes))
        if range.isEmpty {
            // Anything.
            #expect(Set(signature.range) == Set(OntologyClass.allCases.filter { $0.parent == nil }))
        } else {
            #expect(things == Set(signature.range.map(\.iri)))
        }
        let isObject = file.instances(of: owl + "ObjectProperty").contains(property.iri)
        let isData = file.instances(of: owl + "DatatypeProperty").contains(property.iri)
        #expect(isObject != isData)
        #expect(isData == range.contains { $0.object.hasPrefix(Namespace.xsd) })
    }

    @Test func everyTermIsExplained() {
        let terms = ownClasses.union(unions).union(
            OntologyProperty.allCases.filter { $0 != .sameAs }.map(\.iri) + evidence.map { isnad + $0 })
        for term in terms {
            let languages = term.hasPrefix(isnad) ? ["ar", "en"] : ["ar"]
            #expect(file.objects(term, rdfs + "label").map(\.language).sorted() == languages, "\(term)")
            #expect(file.objects(term, rdfs + "comment").map(\.language).sorted() == ["ar", "en"], "\(term)")
            #expect(file.objects(term, skos + "example").map(\.language) == ["ar"], "\(term)")
            #expect(file.objects(term, isnad + "sourceRule").count == 1, "\(term)")
        }
    }

    @Test func theOntologyHasAVersion() {
        let iri = "https://w3id.org/isnad/ontology"
        let version = file.objects(iri, owl + "versionInfo").first?.object ?? "?"
        #expect(file.objects(iri, owl + "versionIRI").map(\.object) == [iri + "/" + version])
    }

    /// The named members of a union, or the class itself.
    private func expanded(_ node: String) -> [String] {
        guard node.hasPrefix("_:") || unions.contains(node) else { return [node] }
        return file.objects(node, owl + "unionOf").flatMap { file.list($0.object) }.flatMap(expanded)
    }
}
