import SystemPackage

extension OutputFile {
    struct Temporary {
        var path: FilePath
        var descriptor: FileDescriptor
        var ticket: Int?
    }

    /// A new file beside `target`, for whose removal a signal cares.
    /// - Throws: 73.
    static func makeTemporary(beside target: FilePath, shown: String) throws(FileError) -> Temporary {
        guard let name = target.lastComponent else {
            throw FileError(.cannotCreate, file: shown, "is no file name")
        }
        let nameBytes = FilePath(root: nil, [name]).bytes
        guard nameBytes.count <= 255 else {
            throw FileError(.cannotCreate, file: shown, "cannot create: \(Errno.fileNameTooLong)")
        }
        let folder = target.removingLastComponent()
        for _ in 0..<16 {
            let mark = String(UInt32.random(in: .min ... .max), radix: 36)
            var bytes = Array(".".utf8)
            bytes += nameBytes.prefix(200)
            bytes += Array(".\(mark).isnad-tmp".utf8)
            let path = folder.pushing(FilePath(bytes: bytes))
            // Registered first: a signal between the two finds nothing to remove, which is right as well.
            let ticket = Interruption.register(path)
            do {
                let descriptor = try FileDescriptor.open(
                    path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
                    permissions: FilePermissions(rawValue: 0o666))
                return Temporary(path: path, descriptor: descriptor, ticket: ticket)
            } catch {
                Interruption.unregister(ticket)
                if error as? Errno == .fileExists { continue }
                throw FileError(
                    .cannotCreate, file: shown, "cannot create: \(error)",
                    hint: "the folder must exist and be writable")
            }
        }
        throw FileError(.cannotCreate, file: shown, "cannot find a free temporary name beside it")
    }
}
