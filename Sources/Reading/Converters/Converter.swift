import Files
import Glibc
import Synchronization
import SystemPackage

/// Runs a program that turns a file into text: file in, text out, bounded in time and size, nothing written to disk under a
/// name.
struct Converter {
    /// Found on `PATH`.
    let program: String
    let arguments: [String]
    /// Bytes that it may write.
    var limit: Int
    /// Seconds that it may take.
    var patience = 120

    enum Outcome {
        case output([UInt8])
        case notInstalled
        /// Exit status and what it said on standard error.
        case failed(Int32, String)
        case tooLong
        case tooSlow
    }

    /// - Parameter input: becomes the program's standard input.
    func run(_ input: FileDescriptor) -> Outcome {
        var out: [Int32] = [-1, -1]
        var err: [Int32] = [-1, -1]
        var process = pid_t()
        // One at a time, so that no program inherits the pipes of another, which would then never end.
        let status = Self.spawning.withLock { _ -> Int32 in
            guard pipe(&out) == 0, pipe(&err) == 0 else { return errno }
            for end in out + err { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let status = spawn(&process, input: input.rawValue, out: out[1], err: err[1])
            close(out[1])
            close(err[1])
            return status
        }
        defer {
            if out[0] >= 0 { close(out[0]) }
            if err[0] >= 0 { close(err[0]) }
        }
        guard status == 0 else {
            return status == ENOENT ? .notInstalled : .failed(status, "\(Errno(rawValue: status))")
        }
        return collect(process, out: out[0], err: err[0])
    }

    private static let spawning = Mutex(())

    private func spawn(_ process: inout pid_t, input: Int32, out: Int32, err: Int32) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, out, 1)
        posix_spawn_file_actions_adddup2(&actions, err, 2)
        // We ignore SIGPIPE; the program must not.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        argv.append(nil)
        defer { for argument in argv { free(argument) } }
        return posix_spawnp(&process, program, &actions, &attributes, argv, environ)
    }

    private func collect(_ process: pid_t, out: Int32, err: Int32) -> Outcome {
        var (output, complaint): ([UInt8], [UInt8]) = ([], [])
        var polls = [pollfd(fd: out, events: Int16(POLLIN), revents: 0), pollfd(fd: err, events: Int16(POLLIN), revents: 0)]
        let deadline = ContinuousClock.now + .seconds(patience)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while polls.contains(where: { $0.fd >= 0 }) {
            guard ContinuousClock.now < deadline else { return stop(process, .tooSlow) }
            if poll(&polls, 2, 500) < 0, errno != EINTR { return stop(process, .failed(errno, "poll")) }
            for index in 0..<2 where polls[index].revents != 0 {
                let got = read(polls[index].fd, &chunk, chunk.count)
                if got <= 0 {
                    polls[index].fd = -1
                } else if index == 0 {
                    output += chunk[..<got]
                } else if complaint.count < 4096 {
                    complaint += chunk[..<got]
                }
            }
            if output.count > limit { return stop(process, .tooLong) }
        }
        let status = wait(for: process)
        // The status word of waitpid: the low seven bits are a signal, the next byte is the exit status.
        if status == 0 { return .output(output) }
        let text = OneLine.text(String(decoding: complaint, as: UTF8.self)) ?? ""
        return .failed(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, text)
    }

    private func stop(_ process: pid_t, _ outcome: Outcome) -> Outcome {
        kill(process, SIGKILL)
        _ = wait(for: process)
        return outcome
    }

    private func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
