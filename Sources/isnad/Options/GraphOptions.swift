import ArgumentParser
import KnowledgeGraph
import RDF

/// What of the graph is written, and how.
struct GraphOptions: ParsableArguments {
    @Option(
        help: """
            How much of the evidence is written: none, facts (each edge with its best sentence, rule and \
            confidence) or full (all sentences and mentions).
            """)
    var evidence = TripleOptions.Evidence.facts

    @Option(help: ArgumentHelp("What the IRIs of things begin with; ends in / or #.", valueName: "iri"))
    var base = Namespace.id

    @Option(help: ArgumentHelp("Leaves out edges below this confidence, 0 to 1.", valueName: "0…1"))
    var minConfidence = 0.0

    @Flag(help: "One named graph a document (nquads, trig, jsonld).")
    var graphs = false

    @Option(
        name: .customLong("rdf"), help: "RDF version: 1.1 or 1.2 (triple terms in place of rdf:Statement).")
    var version = RDFVersion.v1_1

    func validate() throws {
        guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence is 0 to 1") }
        guard base.hasSuffix("/") || base.hasSuffix("#") else {
            throw ValidationError("--base must end in / or #, or the IRIs of things run into it: \(base)")
        }
        guard (try? PrefixTable().adding("id", base)) != nil, base.contains(":") else {
            throw ValidationError("--base is no absolute IRI: \(base)")
        }
    }

    /// Hundredths.
    var confidenceThreshold: UInt8 { UInt8((minConfidence * 100).rounded(.up)) }

    var triples: TripleOptions {
        var options = TripleOptions(software: Version.number)
        options.base = base
        options.evidence = evidence
        options.namedGraphs = graphs
        options.version = version
        return options
    }
}

extension PrefixTable {
    fileprivate func adding(_ prefix: String, _ namespace: String) throws -> PrefixTable {
        var table = self
        try table.add(prefix, namespace)
        return table
    }
}

extension TripleOptions.Evidence: ExpressibleByArgument {}
extension RDFVersion: ExpressibleByArgument {}
