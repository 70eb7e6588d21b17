import Glibc
import SystemPackage

/// An output that appears whole or not at all.
///
/// What is written goes to a temporary file beside the target, `.NAME.XXXXXXXX.isnad-tmp`; `commit()` flushes it, syncs it
/// to the disk and renames it over the target. Without `commit()`, or after an error, the target stays as it was and the
/// temporary file goes. The target of a symbolic link is updated, not the link. FIFOs, devices and standard output are
/// written as they are. Every write is checked. Not for use from two threads at once.
public final class OutputFile {
    /// As it is shown in messages; `-` for standard output.
    public let name: String
    let descriptor: FileDescriptor
    private var target: FilePath?
    private var temporary: FilePath?
    private var ticket: Int?
    private var buffer: [UInt8] = []
    private var isOpen = true
    private let ownsDescriptor: Bool

    /// - Parameter inputs: files that must not be overwritten.
    /// - Throws: 73 if the file cannot be made, is a directory, or is one of the inputs.
    public init(path: FilePath, inputs: Set<FileIdentity> = []) throws(FileError) {
        name = path.shown
        switch try OutputTarget(path, inputs: inputs) {
        case .descriptor(let own):
            if StandardStreams.wasClosed(own) { throw FileError(.inputOutput, file: path.shown, "is closed") }
            (descriptor, ownsDescriptor) = (own, false)
        case .stream(let stream):
            do {
                descriptor = try FileDescriptor.open(
                    stream, .writeOnly, options: [.closeOnExec])
            } catch {
                throw FileError(.cannotCreate, file: path.shown, "cannot open: \(error)")
            }
            ownsDescriptor = true
        case .file(let file, let existing):
            let made = try Self.makeTemporary(beside: file, shown: path.shown)
            (descriptor, ownsDescriptor) = (made.descriptor, true)
            (target, temporary, ticket) = (file, made.path, made.ticket)
            if let existing {
                // Owner and permissions stay; where the owner may not be given away, only the permissions.
                _ = fchown(descriptor.rawValue, existing.status.st_uid, existing.status.st_gid)
                _ = fchmod(descriptor.rawValue, existing.status.st_mode & 0o7777)
            }
        }
        buffer.reserveCapacity(Self.bufferSize + 4096)
    }

    private init(standardOutput: FileDescriptor) {
        name = "-"
        (descriptor, ownsDescriptor) = (standardOutput, false)
    }

    /// - Throws: 74 if standard output was closed when the process started.
    public static func standardOutput() throws(FileError) -> OutputFile {
        if StandardStreams.wasClosed(.standardOutput) {
            throw FileError(.inputOutput, file: "-", "standard output is closed")
        }
        return OutputFile(standardOutput: .standardOutput)
    }

    deinit { abandon() }

    /// - Throws: 74; `closedPipe` if the reader has gone.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        if buffer.count + bytes.count <= Self.bufferSize {
            buffer.append(contentsOf: bytes)
            return
        }
        try flush()
        if bytes.count >= Self.bufferSize { try put(bytes) } else { buffer.append(contentsOf: bytes) }
    }

    public func write(_ bytes: [UInt8]) throws(FileError) {
        let result = bytes.withUnsafeBytes { raw in Result { () throws(FileError) in try write(raw) } }
        try result.get()
    }

    public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

    /// Makes sure that the target is none of the files that were read, where they are known only after it was opened.
    /// - Throws: 73.
    public func refuse(_ inputs: Set<FileIdentity>) throws(FileError) {
        if let target { _ = try OutputTarget(target, inputs: inputs) }
    }

    /// Hands what is buffered to the operating system.
    public func flush() throws(FileError) {
        guard !buffer.isEmpty else { return }
        let pending = buffer
        buffer.removeAll(keepingCapacity: true)
        let result = pending.withUnsafeBytes { raw in Result { () throws(FileError) in try put(raw) } }
        try result.get()
    }

    /// Makes the output appear. After an error the target is what it was.
    /// - Throws: 74.
    public func commit() throws(FileError) {
        try Self.commit([self])
    }

    /// Makes several outputs appear, all of them synced before the first is renamed.
    /// - Throws: 74.
    public static func commit(_ outputs: [OutputFile]) throws(FileError) {
        for output in outputs { try output.settle() }
        for output in outputs { try output.publish() }
    }

    /// Flushes, syncs and closes.
    private func settle() throws(FileError) {
        guard isOpen else { return }
        try flush()
        if temporary != nil, fsync(descriptor.rawValue) != 0 { throw failure("cannot sync", Errno(rawValue: errno)) }
        isOpen = false
        // A copy is closed of a descriptor that is not ours: some file systems report the last error only then.
        let last = ownsDescriptor ? descriptor.rawValue : dup(descriptor.rawValue)
        if close(last) != 0 { throw failure("cannot close", Errno(rawValue: errno)) }
    }

    private func publish() throws(FileError) {
        guard let target, let temporary else { return }
        let result = temporary.withPlatformString { old in target.withPlatformString { rename(old, $0) } }
        guard result == 0 else {
            let cause = Errno(rawValue: errno)
            abandon()
            throw failure("cannot rename the finished file", cause)
        }
        self.temporary = nil
        Interruption.unregister(ticket)
        ticket = nil
        try syncFolder(of: target)
    }

    /// The rename itself is on the disk only when the folder is.
    private func syncFolder(of file: FilePath) throws(FileError) {
        let folder = file.removingLastComponent()
        let opened = (folder.isEmpty ? FilePath(".") : folder).withPlatformString {
            open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        guard opened >= 0 else { return }
        defer { close(opened) }
        // EINVAL: a file system that has no such thing.
        if fsync(opened) != 0, errno != EINVAL { throw failure("cannot sync the folder", Errno(rawValue: errno)) }
    }

    /// Gives the output up: the target stays as it was.
    public func abandon() {
        if isOpen, ownsDescriptor { try? descriptor.close() }
        isOpen = false
        buffer.removeAll()
        if let temporary { _ = temporary.withPlatformString { unlink($0) } }
        temporary = nil
        Interruption.unregister(ticket)
        ticket = nil
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        guard isOpen else { throw FileError(.inputOutput, file: name, "is closed already") }
        do {
            try descriptor.writeAll(bytes)
        } catch {
            let cause = error as? Errno
            abandon()
            if cause == .brokenPipe { throw FileError(.closedPipe, file: name, "nobody reads the output") }
            throw failure("cannot write", cause ?? .ioError)
        }
    }

    private func failure(_ action: String, _ cause: Errno) -> FileError {
        FileError(
            .inputOutput, file: name, "\(action): \(cause)",
            hint: target == nil ? nil : "the file is as it was before, if it was there")
    }

    private static let bufferSize = 1 << 16
}
