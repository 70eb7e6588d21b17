import ArgumentParser
import Extraction
import Files
import OntologyData
import SystemPackage

/// Which words, names and rules are known.
struct KnowledgeOptions: ParsableArguments {
    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp(
            "Adds the .tsv and .rules files of a folder of yours to what is built in; may be repeated.",
            valueName: "dir"))
    var folders: [String] = []

    @Option(help: ArgumentHelp("Reads this folder in place of what is built in.", visibility: .hidden))
    var ontology: String?

    /// - Throws: 66 for a folder that cannot be read, `KnowledgeError` for a line in it.
    func knowledge() throws -> Knowledge {
        var files: [(name: String, text: String)] = []
        if let ontology {
            for part in ["gazetteer", "lexicon", "rules"] {
                files += try KnowledgeFolder(FilePath(argument: ontology).appending(part)).files(
                    below: part + "/")
            }
        } else {
            files = OntologyData.names.compactMap { name in
                guard KnowledgeFolder.isKnowledge(name) else { return nil }
                return OntologyData.text(of: name).map { (name, $0) }
            }
        }
        for folder in folders { files += try KnowledgeFolder(FilePath(argument: folder)).files() }
        return try Knowledge(files: files)
    }
}
