import Files
import Reading
import SystemPackage

/// The documents that a command was given, one after the other, and what became of them.
///
/// A document that cannot be read is reported and passed over; `failure` tells the exit code at the end.
struct Inputs {
    let options: InputOptions
    let reporter: Reporter
    /// Files that were opened: no output may overwrite them.
    private(set) var identities: Set<FileIdentity> = []
    private(set) var readCount = 0
    private(set) var failures: [FileError] = []

    init(_ options: InputOptions, _ reporter: Reporter) {
        (self.options, self.reporter) = (options, reporter)
    }

    /// Whether nothing was named and standard input is a person at a terminal.
    var isWaitingForPerson: Bool {
        options.inputs.isEmpty && StandardStreams.isTerminal(.standardInput)
    }

    /// Reads every document and hands it to `body`.
    /// - Throws: only what `body` throws.
    mutating func forEach(_ body: (Document) throws -> Void) throws {
        let names = options.inputs.isEmpty ? ["-"] : options.inputs
        for name in names {
            do {
                if name == "-" {
                    try read(InputFile.standardInput(), body)
                    continue
                }
                let path = FilePath(argument: name)
                if options.recursive, InputFile.isFolder(path) {
                    var walk = FolderWalk()
                    try walk.add(path)
                    for note in walk.notes { reporter.note(note) }
                    for file in walk.files { try readFound(file, body) }
                } else {
                    try read(InputFile(path: path), body)
                }
            } catch let error as FileError where error.code == .noInput || error.code == .badData {
                fail(error)
            }
        }
    }

    /// A file found in a folder: binaries are passed over with a note.
    private mutating func readFound(_ path: FilePath, _ body: (Document) throws -> Void) throws {
        do {
            try read(InputFile(path: path), body)
        } catch let error as FileError where error.isBinaryFile {
            reporter.note(error)
        } catch let error as FileError where error.code == .noInput || error.code == .badData {
            fail(error)
        }
    }

    private mutating func read(_ file: InputFile, _ body: (Document) throws -> Void) throws {
        if let identity = file.identity { identities.insert(identity) }
        for result in try DocumentReader(options: options.reading).documents(in: file) {
            switch result {
            case .failure(let error): fail(error)
            case .success(let document):
                readCount += 1
                for warning in document.warnings { reporter.warning(warning) }
                try body(document)
            }
        }
    }

    private mutating func fail(_ error: FileError) {
        failures.append(error)
        reporter.error(error)
    }

    /// The exit code that the inputs alone would give: 0; 1 if some failed; that of the first failure if all did; 65
    /// for any with `--strict`.
    var exitCode: Int32 {
        guard let first = failures.first else { return 0 }
        if options.strict { return FileError.Code.badData.rawValue }
        return readCount == 0 ? first.code.rawValue : 1
    }
}
