import Files

/// The documents of one file, one after the other, so that a file of a million takes the memory of one.
public final class DocumentStream: Sequence, IteratorProtocol {
    private let pull: () -> Result<Document, FileError>?

    /// - Parameter pull: the next document, or why it could not be read; nil at the end.
    init(_ pull: @escaping () -> Result<Document, FileError>?) { self.pull = pull }

    convenience init(single document: Document) {
        var rest: Document? = document
        self.init {
            defer { rest = nil }
            return rest.map { .success($0) }
        }
    }

    /// The next document; a failure is a bad record, after which the next ones follow.
    public func next() -> Result<Document, FileError>? {
        let next = pull()
        guard case .success(var document) = next else { return next }
        document.warnings += SuspiciousText.warnings(for: document.source.bytes, file: document.name)
        return .success(document)
    }
}
