import Files
import Glibc
import RDF
import SystemPackage

/// Reads RDF/XML as N-Triples through the program `rapper` of raptor, as it comes: neither side holds the
/// whole.
final class RapperSource: ByteSource {
    /// What relative IRIs are resolved against where no base is given, so that they can be told.
    static let missingBase = "isnad-missing-base:///"

    private let name: String
    private var process: pid_t = 0
    private var output: Int32 = -1
    private let errors: UnsafeMutablePointer<FILE>

    /// `path` is nil for standard input.
    init(path: FilePath?, name: String, base: String?) throws {
        self.name = name
        var ends: [Int32] = [-1, -1]
        // A file without a name takes the messages, however many they are, so that only one stream has to be
        // read.
        guard let spool = tmpfile() else {
            throw FileError(.inputOutput, file: name, "cannot start rapper: \(Errno(rawValue: errno))")
        }
        errors = spool
        guard pipe(&ends) == 0 else {
            throw FileError(.inputOutput, file: name, "cannot start rapper: \(Errno(rawValue: errno))")
        }
        output = ends[0]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let status = Self.spawn(
            &process, "rapper", ["-q", "-i", "rdfxml", "-o", "ntriples", "-", base ?? Self.missingBase],
            path: path,
            output: ends[1], errors: fileno(spool))
        close(ends[1])
        guard status == 0 else {
            process = 0
            if status == ENOENT {
                throw FileError(
                    .noInput, file: name,
                    "RDF/XML is read through the program rapper, which is not installed",
                    hint:
                        "Debian, Ubuntu: apt install raptor2-utils; Fedora: dnf install raptor2"
                )
            }
            throw FileError(.noInput, file: name, "cannot start rapper: \(Errno(rawValue: status))")
        }
    }

    deinit {
        if output >= 0 { close(output) }
        fclose(errors)
        if process > 0 {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    /// Bytes of N-Triples; at the end `rapper`'s verdict: status 2 are warnings, which are not ours to pass
    /// on.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let size = Glibc.read(output, buffer.baseAddress, buffer.count)
            if size > 0 { return size }
            if size < 0, errno == EINTR { continue }
            break
        }
        guard process > 0 else { return 0 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        process = 0
        // The low seven bits are a signal, the next eight the exit code.
        if status & 0x7F != 0 || ![0, 2].contains(status >> 8 & 0xFF) { throw complaint() }
        return 0
    }

    /// The first error that rapper reported, without its own name and ours before it.
    private func complaint() -> FileError {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let size = pread(fileno(errors), &bytes, bytes.count, 0)
        let lines = String(decoding: bytes.prefix(max(0, size)), as: UTF8.self).split(separator: "\n")
        let first = lines.first { $0.hasPrefix("rapper: Error - ") } ?? lines.first ?? "rapper failed"
        let parts = first.split(separator: " - ", maxSplits: 2)
        let place = parts.count == 3 ? parts[1].split(separator: ":").last : nil
        let line = place.flatMap { $0.split(separator: " ").first }.flatMap { Int($0) }
        return FileError(.badData, file: name, line: line, String(parts.last ?? first).escapedForTerminal)
    }

    private static func spawn(
        _ process: inout pid_t, _ program: String, _ arguments: [String], path: FilePath?, output: Int32,
        errors: Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let path {
            path.withPlatformString { _ = posix_spawn_file_actions_addopen(&actions, 0, $0, O_RDONLY, 0) }
        }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        return posix_spawnp(&process, program, &actions, nil, words, environ)
    }
}
