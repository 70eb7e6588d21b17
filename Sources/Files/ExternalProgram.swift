import Glibc
import SystemPackage

/// Runs a program of the system to its end.
///
/// What it reads and writes lies in files without a name, so that neither side waits for the other.
public struct ExternalProgram: Sendable {
    /// What came of a run.
    public struct Result: Sendable {
        /// The exit code; 128 and the signal for one that was killed.
        public var status: Int32
        public var output: [UInt8]
        public var errors: [UInt8]
    }

    /// A name that is looked for on the path, or a path.
    public let name: String
    /// How it is installed, for the message where it is missing.
    public let installation: String

    public init(_ name: String, installation: String) { (self.name, self.installation) = (name, installation) }

    /// - Parameter secret: what the program finds as `/dev/fd/3`, up to 4,096 bytes; never on a disk or in the list of
    ///   processes.
    /// - Throws: 73 if it is not installed, 74 if it cannot be started.
    public func run(
        _ arguments: [String], input: [UInt8] = [], secret: [UInt8] = []
    ) throws(FileError) -> Result {
        let spools = [try Spool(input), try Spool(), try Spool()]
        let private3 = try pipe(secret)
        defer { if private3 >= 0 { close(private3) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (index, spool) in spools.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, spool.descriptor, Int32(truncatingIfNeeded: index))
        }
        if private3 >= 0 { posix_spawn_file_actions_adddup2(&actions, private3, 3) }
        var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let started = posix_spawnp(&process, name, &actions, nil, words, environ)
        if started == ENOENT {
            throw FileError(.cannotCreate, "the program \(name) is not installed", hint: installation)
        }
        guard started == 0 else {
            throw FileError(.inputOutput, "cannot start \(name): \(Errno(rawValue: started))")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else {
                throw FileError(.inputOutput, "cannot wait for \(name): \(Errno(rawValue: errno))")
            }
        }
        // The low seven bits are a signal, the next eight the exit code.
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
        return Result(status: code, output: try spools[1].bytes(), errors: try spools[2].bytes())
    }

    /// The reading end of a pipe that holds `bytes` and ends; -1 for none.
    private func pipe(_ bytes: [UInt8]) throws(FileError) -> Int32 {
        guard !bytes.isEmpty else { return -1 }
        var ends: [Int32] = [-1, -1]
        guard bytes.count <= 4096, Glibc.pipe(&ends) == 0 else {
            throw FileError(.inputOutput, "cannot speak to \(name)")
        }
        // Above 3, so that no end of it stands where the child looks for it.
        let kept = fcntl(ends[0], F_DUPFD_CLOEXEC, 10)
        close(ends[0])
        let written = write(ends[1], bytes, bytes.count)
        close(ends[1])
        guard kept >= 0, written == bytes.count else {
            throw FileError(.inputOutput, "cannot speak to \(name): \(Errno(rawValue: errno))")
        }
        return kept
    }
}

/// A file without a name.
private final class Spool {
    private let file: UnsafeMutablePointer<FILE>
    var descriptor: Int32 { fileno(file) }

    init(_ bytes: [UInt8] = []) throws(FileError) {
        guard let file = tmpfile() else {
            throw FileError(.inputOutput, "cannot make a temporary file: \(Errno(rawValue: errno))")
        }
        self.file = file
        _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
        do {
            _ = try FileDescriptor(rawValue: fileno(file)).writeAll(bytes)
        } catch {
            throw FileError(.inputOutput, "cannot write a temporary file: \(error)")
        }
        lseek(fileno(file), 0, SEEK_SET)
    }

    deinit { fclose(file) }

    func bytes() throws(FileError) -> [UInt8] {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { raw in
                pread(descriptor, raw.baseAddress.map { $0 + count }, raw.count - count, off_t(count))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw FileError(.inputOutput, "cannot read a temporary file") }
            count += got
        }
        return bytes
    }
}
