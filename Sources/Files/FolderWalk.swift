import Glibc
import SystemPackage

/// The files below a folder, in the order of their names' bytes, each file once, however many names or links lead to it.
///
/// Only one folder is open at a time, and none while a file is read. Hidden files, the temporary files of `OutputFile` and
/// what is no file are passed over; symbolic links are followed.
public struct FolderWalk {
    public private(set) var files: [FilePath] = []
    /// What was passed over, and why; notes, not errors.
    public private(set) var notes: [FileError] = []
    private var seen: Set<FileIdentity> = []

    public init() {}

    /// Adds a file, or all files below a folder.
    /// - Throws: 66 if there is nothing at the path, or the folder cannot be read.
    public mutating func add(_ path: FilePath) throws(FileError) {
        guard let status = FileStatus(of: path) else {
            throw FileError(.noInput, path: path, "cannot open", Errno(rawValue: errno))
        }
        guard status.kind == .directory else {
            if status.kind == .stream || seen.insert(status.identity).inserted { files.append(path) }
            return
        }
        guard seen.insert(status.identity).inserted else { return }
        // Depth first, by a list and not by recursion: folders nest as deep as anybody likes.
        var pending = Array(try names(in: path).reversed().map { path.pushing(FilePath(bytes: $0)) })
        while let next = pending.popLast() {
            guard let status = FileStatus(of: next) else {
                notes.append(FileError(.noInput, path: next, "passed over", Errno(rawValue: errno)))
                continue
            }
            guard status.kind != .stream else {
                notes.append(FileError(.noInput, file: next.shown, "passed over: is no regular file"))
                continue
            }
            guard seen.insert(status.identity).inserted else { continue }
            if status.kind == .regular {
                files.append(next)
                continue
            }
            do throws(FileError) {
                pending += try names(in: next).reversed().map { next.pushing(FilePath(bytes: $0)) }
            } catch {
                notes.append(error)
            }
        }
    }

    /// Sorted by bytes.
    private mutating func names(in folder: FilePath) throws(FileError) -> [[UInt8]] {
        guard let stream = folder.withPlatformString({ opendir($0) }) else {
            throw FileError(.noInput, path: folder, "cannot read the folder", Errno(rawValue: errno))
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        var hidden = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { FilePath(platformString: $0).bytes }
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            if name.first == 0x2E { hidden += 1 } else { names.append(name) }
        }
        if hidden > 0 {
            notes.append(FileError(.noInput, file: folder.shown, "\(hidden) hidden files passed over"))
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
