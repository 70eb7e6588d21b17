import Files
import KnowledgeGraph
import Reading

extension Reporter {
    /// Says so when nothing was found in a document: a warning if it has words, a note if it is empty.
    func review(_ graph: Graph, of document: Document) {
        guard graph.nodes.isEmpty else {
            return note(
                FileError(
                    .badData, file: document.name,
                    "\(graph.nodes.count) things, \(graph.edges.count) edges, \(graph.mentions.count) mentions"
                ))
        }
        if graph.sentences.isEmpty {
            note(FileError(.badData, file: document.name, "is empty, and so is its graph"))
        } else {
            warning(
                FileError(
                    .badData, file: document.name, "nothing was found in it",
                    hint: "Isnad reads Arabic government news; teach it words of your own with --lexicon"))
        }
    }
}

extension Inputs {
    /// After several documents, what became of them.
    func summarize() {
        guard readCount + failures.count > 1 else { return }
        let failed = failures.isEmpty ? "" : ", \(failures.count) failed"
        if failures.isEmpty { return reporter.note(FileError(.badData, "\(readCount) documents read")) }
        reporter.line("\(readCount) documents read\(failed)")
    }
}
