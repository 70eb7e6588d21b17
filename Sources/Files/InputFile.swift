import Glibc
import SystemPackage

/// A file, FIFO, device or standard input, read with `read(2)` until its end: never mapped, so that a file that
/// shrinks meanwhile cannot crash the process, and never trusted as to its size.
public final class InputFile {
    public let path: FilePath?
    /// As it is shown in messages; `-` for standard input.
    public let name: String
    public let identity: FileIdentity?
    /// What `stat` says; 0 for streams and for files of `/proc`.
    public let expectedSize: Int
    private let descriptor: FileDescriptor
    private let owned: Bool
    /// Read already by `peek`, not yet by `read`.
    private var lookahead: ArraySlice<UInt8> = []

    /// - Throws: 66 for a file that is missing, unreadable or a directory.
    public init(path: FilePath) throws(FileError) {
        self.path = path
        name = path.shown
        do {
            descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
        } catch let cause as Errno {
            throw FileError(.noInput, path: path, "cannot open", cause)
        } catch {
            throw FileError(.noInput, file: path.shown, "cannot open: \(error)")
        }
        owned = true
        let status = FileStatus(of: descriptor)
        if status?.kind == .directory {
            try? descriptor.close()
            throw FileError(.noInput, file: path.shown, "is a directory", hint: "use -r to read the files in it")
        }
        identity = status?.identity
        expectedSize = status?.kind == .regular ? status?.size ?? 0 : 0
    }

    private init(standardInput descriptor: FileDescriptor) {
        path = nil
        name = "-"
        self.descriptor = descriptor
        owned = false
        let status = FileStatus(of: descriptor)
        identity = status?.identity
        expectedSize = status?.kind == .regular ? status?.size ?? 0 : 0
    }

    /// - Throws: 66 if standard input was closed when the process started.
    public static func standardInput() throws(FileError) -> InputFile {
        if StandardStreams.wasClosed(.standardInput) {
            throw FileError(.noInput, file: "-", "standard input is closed")
        }
        return InputFile(standardInput: .standardInput)
    }

    deinit { if owned { try? descriptor.close() } }

    /// The first `count` bytes, fewer if the file is shorter; they are still to be read. Only before the first `read`.
    /// - Throws: 74.
    public func peek(_ count: Int) throws(FileError) -> ArraySlice<UInt8> {
        var bytes = Array(lookahead)
        while bytes.count < count {
            if try fill(count - bytes.count, into: &bytes) == 0 { break }
        }
        lookahead = bytes[...]
        return lookahead.prefix(count)
    }

    /// Appends up to `count` bytes to `buffer`.
    /// - Returns: how many came; 0 at the end.
    /// - Throws: 74.
    public func read(_ count: Int, into buffer: inout [UInt8]) throws(FileError) -> Int {
        if lookahead.isEmpty { return try fill(count, into: &buffer) }
        let ready = lookahead.prefix(count)
        buffer.append(contentsOf: ready)
        lookahead = lookahead.dropFirst(count)
        return ready.count
    }

    private func fill(_ count: Int, into buffer: inout [UInt8]) throws(FileError) -> Int {
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: count))
        do {
            let got = try buffer.withUnsafeMutableBytes {
                try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
            }
            buffer.removeLast(count - got)
            return got
        } catch {
            buffer.removeLast(count)
            throw FileError(.inputOutput, file: name, "cannot read: \(error)")
        }
    }

    /// The whole file.
    /// - Throws: 65 if it is longer than `limit` bytes, 74 if reading fails.
    public func readAll(limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        if expectedSize > limit { throw tooLong(limit) }
        bytes.reserveCapacity(expectedSize + Self.chunk)
        while true {
            let got = try read(Self.chunk, into: &bytes)
            if bytes.count > limit { throw tooLong(limit) }
            if got == 0 { return bytes }
        }
    }

    private func tooLong(_ limit: Int) -> FileError {
        FileError(
            .badData, file: name, "is longer than \(limit) bytes", hint: "raise --max-bytes, or cut the file")
    }

    static let chunk = 1 << 16
}

extension InputFile {
    /// Whether a path leads to a folder.
    public static func isFolder(_ path: FilePath) -> Bool { FileStatus(of: path)?.kind == .directory }
}
