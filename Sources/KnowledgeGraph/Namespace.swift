/// The namespaces of the graph, in the order in which they are declared.
public enum Namespace {
    public static let isnad = "https://w3id.org/isnad/ontology#"
    public static let id = "https://w3id.org/isnad/id/"
    public static let org = "http://www.w3.org/ns/org#"
    public static let schema = "https://schema.org/"
    public static let skos = "http://www.w3.org/2004/02/skos/core#"
    public static let dcterms = "http://purl.org/dc/terms/"
    public static let prov = "http://www.w3.org/ns/prov#"
    public static let nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    public static let itsrdf = "http://www.w3.org/2005/11/its/rdf#"
    public static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    public static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    public static let xsd = "http://www.w3.org/2001/XMLSchema#"
    public static let owl = "http://www.w3.org/2002/07/owl#"

    /// Prefix and namespace, in the order of declaration. `id:` follows `--base`.
    public static func prefixes(base: String = id) -> [(prefix: String, iri: String)] {
        [
            ("isnad", isnad), ("id", base), ("org", org), ("schema", schema), ("skos", skos),
            ("dcterms", dcterms), ("prov", prov), ("nif", nif), ("itsrdf", itsrdf), ("rdf", rdf),
            ("rdfs", rdfs), ("xsd", xsd), ("owl", owl),
        ]
    }
}
