import Glibc
import SystemPackage

/// The three descriptors that a process starts with, any of which may be closed.
public enum StandardStreams {
    /// Bit n: descriptor n was closed at the start.
    private static let closedAtStart: UInt8 = {
        var mask: UInt8 = 0
        for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
            mask |= 1 << UInt8(descriptor)
            // Kept by the null device, or the next file to be opened would take its number.
            let null = open("/dev/null", (descriptor == 0 ? O_RDONLY : O_WRONLY) | O_CLOEXEC)
            if null >= 0, null != descriptor {
                dup2(null, descriptor)
                close(null)
            }
        }
        return mask
    }()

    /// Call first, before any file is opened.
    public static func reserve() { _ = closedAtStart }

    /// Whether the descriptor was closed when the process started.
    public static func wasClosed(_ descriptor: FileDescriptor) -> Bool {
        let number = descriptor.rawValue
        return (0...2).contains(number) && closedAtStart & (1 << UInt8(number)) != 0
    }

    /// Writes a line to standard error, and a line end. Where there is none, or it is full, nothing happens: a message
    /// that nobody can read stops no work.
    public static func report(_ text: String) { show(text + "\n") }

    /// As `report`, without a line end.
    public static func show(_ text: String) {
        guard !wasClosed(.standardError) else { return }
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }

    public static func isTerminal(_ descriptor: FileDescriptor) -> Bool { isatty(descriptor.rawValue) == 1 }
}
