import Glibc
import SystemPackage

/// What happens when the process is told to stop: temporary files go, and the process dies of the signal, so that its
/// parent sees 130 or 143.
public enum Interruption {
    /// SIGINT, SIGTERM and SIGHUP remove the temporary files of all `OutputFile`s first. SIGPIPE and
    /// SIGXFSZ are ignored, so that a closed pipe, or a file that may not grow, is an error of the write that meets it.
    public static func handle() {
        _ = temporaries
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            sigaction(number, nil, &action)
            // `nohup` and shells without job control start us with signals ignored: stay so.
            if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
            action = sigaction()
            action.__sigaction_handler.sa_handler = removeTemporariesAndDie
            sigemptyset(&action.sa_mask)
            sigaddset(&action.sa_mask, SIGINT)
            sigaddset(&action.sa_mask, SIGTERM)
            sigaddset(&action.sa_mask, SIGHUP)
            sigaction(number, &action, nil)
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // A parent that starts us from a thread which blocks signals, as Foundation's Process does, hands the block on.
        var stopping = sigset_t()
        sigemptyset(&stopping)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&stopping, number) }
        sigprocmask(SIG_UNBLOCK, &stopping, nil)
    }

    /// Ends the process as one ends whose output nobody reads any more: by SIGPIPE, without a word.
    public static func stopQuietly() -> Never {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        exit(FileError.Code.closedPipe.rawValue)
    }

    /// Registers a file to be removed when a signal comes. Called from the thread that opens outputs.
    /// - Returns: the ticket to hand back; nil if the table is full, and then the file stays behind.
    static func register(_ path: FilePath) -> Int? {
        guard let index = (0..<temporaryCount).first(where: { temporaries[$0] == nil }) else { return nil }
        temporaries[index] = path.withPlatformString { strdup($0) }
        return index
    }

    /// - Parameter ticket: of `register`.
    static func unregister(_ ticket: Int?) {
        guard let ticket, let path = temporaries[ticket] else { return }
        temporaries[ticket] = nil
        free(path)
    }
}

private let temporaryCount = 64
/// Paths of temporary files, in plain memory, since a signal handler may touch nothing else.
nonisolated(unsafe) private let temporaries: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let memory = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: temporaryCount)
    memory.initialize(repeating: nil, count: temporaryCount)
    return memory
}()

private func removeTemporariesAndDie(_ number: CInt) {
    for index in 0..<temporaryCount {
        if let path = temporaries[index] { unlink(path) }
    }
    signal(number, SIG_DFL)
    raise(number)
}
