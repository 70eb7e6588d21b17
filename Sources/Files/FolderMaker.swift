import Glibc
import SystemPackage

/// Makes folders.
public struct FolderMaker {
    private let path: FilePath

    public init(_ path: FilePath) { self.path = path }

    /// Makes the folder unless it is there; the folder above must be.
    /// - Throws: 73.
    public func make() throws(FileError) {
        if path.withPlatformString({ mkdir($0, 0o777) }) == 0 { return }
        let cause = Errno(rawValue: errno)
        if cause == .fileExists, InputFile.isFolder(path) { return }
        throw FileError(.cannotCreate, path: path, "cannot make the folder", cause)
    }

    /// A new folder that nobody else may read, below `TMPDIR`, else `/tmp`.
    /// - Throws: 73.
    public static func temporary() throws(FileError) -> FilePath {
        let root = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array((root + "/isnad.XXXXXX").utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard isMade else {
            throw FileError(.cannotCreate, path: FilePath(root), "cannot make a folder", Errno(rawValue: errno))
        }
        return template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { FilePath(platformString: $0) } ?? FilePath(root)
        }
    }

    /// Removes the folder and the files in it; a folder that has folders in it stays, and so does what a link leads to.
    public func remove() {
        if let stream = path.withPlatformString({ opendir($0) }) {
            while let entry = readdir(stream) {
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                        _ = unlinkat(dirfd(stream), name, 0)
                    }
                }
            }
            closedir(stream)
        }
        _ = path.withPlatformString { rmdir($0) }
    }
}

extension InputFile {
    /// Whether something is there, a link that leads nowhere included.
    public static func exists(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withPlatformString { lstat($0, &status) } == 0
    }
}
