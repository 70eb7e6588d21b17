#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Runs Graphviz's `dot`, which lays the picture out.
public struct Graphviz: Sendable {
    /// What `dot` makes.
    public enum Format: String, Sendable, CaseIterable { case svg, png, pdf, canon, dot, xdot }

    /// What came of a run.
    public struct Output: Sendable {
        public var bytes: [UInt8]
        /// What `dot` said on standard error: warnings, one a line; empty if all is well.
        public var warnings: String
    }

    /// Why there is no picture.
    public enum Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// The program is not installed, or not on the path.
        case missing(program: String)
        /// It could not be started or spoken to; the number is the system's.
        case system(action: String, errno: Int32)
        /// It refused the input or was killed.
        case failed(status: Int32, message: String)

        public var description: String {
            switch self {
            case .missing(let program):
                "\(program) is not installed: pictures are laid out by Graphviz. Install it "
                    + "(Debian, Ubuntu: apt install graphviz; Fedora: dnf install graphviz; macOS: brew install graphviz), "
                    + "or write .dot and draw it elsewhere"
            case .system(let action, let errno): "cannot \(action) dot: \(String(cString: strerror(errno)))"
            case .failed(let status, let message):
                "dot failed (\(status))\(message.isEmpty ? "" : ": " + message)"
            }
        }
    }

    /// A name that is looked for on the path, or a path.
    public var program: String

    public init(program: String = "dot") { self.program = program }

    /// - Parameters:
    ///   - dot: text in the DOT language.
    ///   - isPlaced: whether everything in it has its place already, so that nothing is laid out.
    public func render(_ dot: [UInt8], as format: Format, isPlaced: Bool = false) throws(Failure) -> Output {
        let input = try Self.socketPair()
        let output = try Self.socketPair()
        let errors = try Self.socketPair()
        // Half as fine again as a screen, so that a picture of a column's width prints clearly.
        let arguments =
            (isPlaced ? ["-Kneato", "-n2"] : []) + (format == .png ? ["-Gdpi=144"] : [])
            + ["-T" + format.rawValue]
        let started = start(arguments, input: input.1, output: output.1, errors: errors.1)
        for descriptor in [input.1, output.1, errors.1] { close(descriptor) }
        guard case .success(let process) = started else {
            for descriptor in [input.0, output.0, errors.0] { close(descriptor) }
            if case .failure(let failure) = started { throw failure }
            throw .missing(program: program)
        }
        let (bytes, said) = Self.exchange(dot, input: input.0, output: output.0, errors: errors.0)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 {
            guard errno == EINTR else { throw .system(action: "wait for", errno: errno) }
        }
        let message = DrawingText.lines(said)
        // The low seven bits are the signal, the next eight the exit code.
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
        guard code == 0 else {
            throw code == 127 ? .missing(program: program) : .failed(status: code, message: message)
        }
        return Output(bytes: bytes, warnings: message)
    }

    private func start(
        _ arguments: [String], input: Int32, output: Int32, errors: Int32
    ) -> Result<pid_t, Failure> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, program, &actions, nil, words, environ)
        switch result {
        case 0: return .success(process)
        case ENOENT, EACCES, ENOTDIR: return .failure(.missing(program: program))
        default: return .failure(.system(action: "start", errno: result))
        }
    }

    /// Writes and reads at once, so that neither side waits for the other.
    private static func exchange(
        _ bytes: [UInt8], input: Int32, output: Int32, errors: Int32
    ) -> (output: [UInt8], errors: [UInt8]) {
        var sent = 0
        var received: [[UInt8]] = [[], []]
        var polled = [
            pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        ]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        func finish(_ index: Int) {
            close(polled[index].fd)
            polled[index].fd = -1
        }
        if bytes.isEmpty { finish(0) }
        while polled.contains(where: { $0.fd >= 0 }) {
            if poll(&polled, nfds_t(polled.count), -1) < 0 {
                if errno == EINTR { continue }
                for index in polled.indices where polled[index].fd >= 0 { finish(index) }
                break
            }
            if polled[0].fd >= 0, polled[0].revents != 0 {
                let count = bytes.withUnsafeBytes { raw in
                    // A reader that has gone must not end us.
                    send(input, raw.baseAddress.map { $0 + sent }, raw.count - sent, Int32(MSG_NOSIGNAL))
                }
                if count > 0 { sent += count }
                if sent == bytes.count || (count < 0 && errno != EINTR && errno != EAGAIN) { finish(0) }
            }
            for index in 1...2 where polled[index].fd >= 0 && polled[index].revents != 0 {
                let count = read(polled[index].fd, &buffer, buffer.count)
                if count > 0 {
                    received[index - 1].append(contentsOf: buffer[..<count])
                } else if count == 0 || errno != EINTR {
                    finish(index)
                }
            }
        }
        return (received[0], received[1])
    }

    /// A socket, since `send` can be told not to raise SIGPIPE where `write` cannot.
    private static func socketPair() throws(Failure) -> (Int32, Int32) {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pair) == 0 else {
            throw .system(action: "speak to", errno: errno)
        }
        // Our end never blocks; the program's does, as it expects.
        let flags = fcntl(pair[0], F_GETFL)
        _ = fcntl(pair[0], F_SETFL, flags | O_NONBLOCK)
        return (pair[0], pair[1])
    }
}

extension DrawingText {
    /// What a program said, line by line, without its controls.
    static func lines(_ bytes: [UInt8]) -> String {
        bytes.split(separator: UInt8(ascii: "\n"))
            .map { cleaned(String(decoding: $0, as: UTF8.self)) }
            .filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
