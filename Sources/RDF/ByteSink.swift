#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where bytes go: a file, a pipe, memory. Called once a full buffer, never once a token.
public protocol ByteSink: AnyObject {
    /// Takes all of `bytes` or throws.
    func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// Keeps everything in memory.
public final class MemorySink: ByteSink {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public func write(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Writes to an open file descriptor, which it does not close.
public final class FileDescriptorSink: ByteSink {
    private let descriptor: Int32
    private let name: String?

    /// `name` is the file as messages shall call it.
    public init(_ descriptor: Int32, name: String? = nil) {
        (self.descriptor, self.name) = (descriptor, name)
    }

    /// write(2) until all is taken; an interrupted call is repeated. `.closedPipe` where the reader has gone
    /// (the process must ignore SIGPIPE to see it), `.inputOutput` with the system's words for the rest.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Darwin)
                let taken = Darwin.write(descriptor, part.baseAddress, part.count)
            #elseif canImport(Musl)
                let taken = Musl.write(descriptor, part.baseAddress, part.count)
            #else
                let taken = Glibc.write(descriptor, part.baseAddress, part.count)
            #endif
            if taken > 0 {
                rest = rest[(rest.startIndex + taken)...]
            } else if taken == 0 || errno != EINTR {
                let code = taken == 0 ? EIO : errno
                throw RDFError(
                    code == EPIPE ? .closedPipe : .inputOutput,
                    "cannot write: " + String(cString: strerror(code)),
                    file: name)
            }
        }
    }
}
