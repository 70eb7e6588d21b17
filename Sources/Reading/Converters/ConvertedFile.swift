import Files
import Glibc
import SystemPackage

/// The bytes of a document in a file without a name, for programs that want to seek in it.
struct ConvertedFile {
    let file: String
    let options: ReadingOptions

    /// Runs a converter over the bytes.
    /// - Parameter package: what to install if the program is missing.
    /// - Throws: 66 if the program is missing, 65 if it refuses the file.
    func text(
        of bytes: [UInt8], by program: String, _ arguments: [String], package: String
    ) throws(FileError) -> [UInt8] {
        let descriptor = try unnamed(bytes)
        defer { try? descriptor.close() }
        let converter = Converter(program: program, arguments: arguments, limit: options.maximumBytes)
        switch converter.run(descriptor) {
        case .output(let text): return text
        case .notInstalled:
            throw FileError(
                .noInput, file: file, "needs the program \(program), which is not installed",
                hint: "install \(package), or save the document as text")
        case .failed(let status, let complaint):
            let said = complaint.isEmpty ? "exit status \(status)" : complaint
            throw FileError(.badData, file: file, "\(program) cannot read it: \(said)")
        case .tooLong:
            throw FileError(
                .badData, file: file, "unpacks to more than \(options.maximumBytes) bytes", hint: "raise --max-bytes")
        case .tooSlow:
            throw FileError(.badData, file: file, "\(program) took more than \(converter.patience) seconds over it")
        }
    }

    private func unnamed(_ bytes: [UInt8]) throws(FileError) -> FileDescriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/isnad.XXXXXX").utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else {
            throw FileError(
                .inputOutput, file: file, "cannot hand it on: \(Errno(rawValue: errno))",
                hint: "set TMPDIR to a folder that is writable")
        }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        unlink(template)
        let descriptor = FileDescriptor(rawValue: number)
        do {
            try descriptor.writeAll(bytes)
            try descriptor.seek(offset: 0, from: FileDescriptor.SeekOrigin.start)
            return descriptor
        } catch {
            try? descriptor.close()
            throw FileError(.inputOutput, file: file, "cannot hand it on: \(error)")
        }
    }
}
