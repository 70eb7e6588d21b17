import Glibc
import SystemPackage

/// What an output path stands for.
enum OutputTarget {
    /// A regular file, there or to be made, at the end of all symbolic links.
    case file(FilePath, existing: FileStatus?)
    /// A FIFO or a device, which is written and never replaced.
    case stream(FilePath)
    /// A descriptor of our own, as `/dev/stdout`.
    case descriptor(FileDescriptor)

    /// - Throws: 73.
    init(_ path: FilePath, inputs: Set<FileIdentity>) throws(FileError) {
        if let number = Self.ownDescriptor(path) {
            self = .descriptor(FileDescriptor(rawValue: number))
            return
        }
        var target = path
        var links = 0
        while let status = FileStatus(of: target, followingLinks: false), status.kind == .symbolicLink {
            links += 1
            guard links <= 40, let next = Self.readLink(target) else {
                throw FileError(.cannotCreate, path: path, "cannot follow the symbolic link", .tooManySymbolicLinkLevels)
            }
            target = next.isAbsolute ? next : target.removingLastComponent().pushing(next)
            if let number = Self.ownDescriptor(target) {
                self = .descriptor(FileDescriptor(rawValue: number))
                return
            }
        }
        guard let status = FileStatus(of: target) else {
            let cause = Errno(rawValue: errno)
            if cause == .noSuchFileOrDirectory, target.lastComponent != nil {
                self = .file(target, existing: nil)
                return
            }
            throw FileError(.cannotCreate, path: path, "cannot create", cause)
        }
        if inputs.contains(status.identity), status.kind == .regular {
            throw FileError(
                .cannotCreate, file: path.shown, "is also an input", hint: "write to another file")
        }
        switch status.kind {
        case .directory:
            throw FileError(.cannotCreate, file: path.shown, "is a directory", hint: "name a file in it")
        case .stream: self = .stream(target)
        default:
            guard target.withPlatformString({ access($0, W_OK) }) == 0 else {
                throw FileError(.cannotCreate, path: path, "cannot write", Errno(rawValue: errno))
            }
            self = .file(target, existing: status)
        }
    }

    /// The number in `/dev/stdout`, `/dev/fd/N`, `/proc/self/fd/N`.
    private static func ownDescriptor(_ path: FilePath) -> Int32? {
        let text = path.string
        if text == "/dev/stdout" { return 1 }
        if text == "/dev/stderr" { return 2 }
        for prefix in ["/dev/fd/", "/proc/self/fd/"] where text.utf8.starts(with: prefix.utf8) {
            return Int32(text.utf8.dropFirst(prefix.utf8.count).map { String(UnicodeScalar($0)) }.joined())
        }
        return nil
    }

    private static func readLink(_ path: FilePath) -> FilePath? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = path.withPlatformString { readlink($0, &buffer, buffer.count - 1) }
        guard length > 0 else { return nil }
        return FilePath(bytes: buffer[..<length].map { UInt8(bitPattern: $0) })
    }
}
