import ArgumentParser
import Files
import RDF
import SystemPackage

/// Writes documents in line-based syntaxes as they come, in constant memory; no file appears before all are whole.
struct StreamedOutputs {
    /// In the order of the targets.
    let syntaxes: [Syntax]
    private let files: [OutputFile]

    /// - Throws: 73, or `ValidationError` for a format that is not line-based.
    init(_ targets: [(path: String, format: OutputFormat)]) throws {
        syntaxes = try targets.map { target in
            guard case .rdf(let syntax) = target.format, syntax.isStreaming else {
                throw ValidationError(
                    "--stream writes ntriples and nquads, whose lines need no others; \(target.format.name) wants the whole graph")
            }
            return syntax
        }
        files = try targets.map { target throws(FileError) in
            target.path == "-"
                ? try OutputFile.standardOutput() : try OutputFile(path: FilePath(argument: target.path))
        }
    }

    /// - Parameter lines: in the order of the targets.
    /// - Throws: 74.
    func write(_ lines: [[UInt8]]) throws {
        for (file, bytes) in zip(files, lines) { try file.write(bytes) }
    }

    /// - Parameter inputs: files that must not be overwritten.
    /// - Throws: 73 or 74.
    func commit(inputs: Set<FileIdentity>) throws {
        for file in files { try file.refuse(inputs) }
        try OutputFile.commit(files)
    }
}
