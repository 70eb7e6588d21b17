import Files
import Reading

extension Reporter {
    /// Says so when nothing was found in a document: a warning if it has words, a note if it is empty.
    func review(_ size: GraphSize, of document: Document) {
        guard size.nodes == 0 else {
            return note(
                FileError(
                    .badData, file: document.name,
                    "\(size.nodes) things, \(size.edges) edges, \(size.mentions) mentions"
                ))
        }
        if size.sentences == 0 {
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
