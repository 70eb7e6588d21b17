import ArgumentParser
import Files
import OntologyData
import RDF

/// `isnad ontology`: the ontology, the shapes and whatever else this binary was built with.
struct OntologyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontology",
        abstract: "Writes the ontology that this program was built with.",
        discussion: """
            EXAMPLES
              isnad ontology                          classes and properties, as Turtle
              isnad ontology shapes --format rdfxml   the SHACL shapes
              isnad ontology --list                   everything there is
              isnad ontology lexicon/roles.tsv        one file of it, as it is
            """)

    @Argument(
        help: ArgumentHelp(
            "isnad, shapes, alignments, topics, or a file of --list. Default: isnad.", valueName: "part"))
    var part = "isnad"

    @Flag(help: "Lists the files that are built in.")
    var list = false

    @Option(help: "Format: turtle, ntriples, rdfxml, jsonld, trig or nquads. Default: the file as it is.")
    var format: OntologyFormat?

    func run() throws {
        let output = try OutputFile.standardOutput()
        if list {
            try output.write(OntologyData.names.map { $0 + "\n" }.joined())
            return try output.commit()
        }
        guard let name = [part, part + ".ttl"].first(where: { OntologyData.text(of: $0) != nil }),
            let text = OntologyData.text(of: name)
        else {
            throw ValidationError("nothing built in is called '\(part.escapedForTerminal)'; see --list")
        }
        if let format {
            guard name.hasSuffix(".ttl") else {
                throw ValidationError("\(name) is no RDF and has no other format")
            }
            var dataset = Dataset()
            var prefixes = PrefixTable()
            try StatementReader(.turtle, file: name).read(
                MemorySource(text), into: &dataset, prefixes: &prefixes)
            try format.syntax.write(dataset, to: output, options: WriterOptions(prefixes: prefixes))
        } else {
            try output.write(text)
        }
        try output.commit()
    }
}

/// A syntax of RDF by any of its names.
struct OntologyFormat: ExpressibleByArgument {
    let syntax: Syntax

    init?(argument: String) {
        guard let syntax = Syntax(name: argument) else { return nil }
        self.syntax = syntax
    }

    static var allValueStrings: [String] { Syntax.allCases.map(\.rawValue) }
}
