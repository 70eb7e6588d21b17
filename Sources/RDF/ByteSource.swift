#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where bytes come from.
public protocol ByteSource: AnyObject {
    /// Fills the beginning of `buffer` and returns how many bytes that were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes in memory.
public final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public convenience init(_ text: String) { self.init(Array(text.utf8)) }

    public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let size = min(buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + size])
        position += size
        return size
    }
}

/// Reads from an open file descriptor, which it does not close.
public final class FileDescriptorSource: ByteSource {
    private let descriptor: Int32
    private let name: String?

    /// `name` is the file as messages shall call it.
    public init(_ descriptor: Int32, name: String? = nil) {
        (self.descriptor, self.name) = (descriptor, name)
    }

    /// read(2), repeated where it is interrupted. Throws `.inputOutput` with the system's words.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            #if canImport(Darwin)
                let size = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                let size = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let size = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if size >= 0 { return size }
            if errno != EINTR {
                throw RDFError(.inputOutput, "cannot read: " + String(cString: strerror(errno)), file: name)
            }
        }
    }
}
