import Glibc
import SystemPackage

/// A file, whatever its names: device and inode.
public struct FileIdentity: Hashable, Sendable {
    public let device: UInt64
    public let inode: UInt64

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// The file that a path leads to, through symbolic links; nil if there is none.
    public init?(of path: FilePath) {
        guard let status = FileStatus(of: path) else { return nil }
        self = status.identity
    }
}

/// What `stat` says of a file.
struct FileStatus {
    enum Kind { case regular, directory, symbolicLink, stream }

    let status: stat

    init?(of path: FilePath, followingLinks: Bool = true) {
        var status = stat()
        let result = path.withPlatformString { followingLinks ? stat($0, &status) : lstat($0, &status) }
        guard result == 0 else { return nil }
        self.status = status
    }

    init?(of descriptor: FileDescriptor) {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else { return nil }
        self.status = status
    }

    var identity: FileIdentity { FileIdentity(status) }
    var size: Int { Int(status.st_size) }

    /// FIFOs, devices and sockets are streams.
    var kind: Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .directory
        case S_IFLNK: .symbolicLink
        default: .stream
        }
    }
}
