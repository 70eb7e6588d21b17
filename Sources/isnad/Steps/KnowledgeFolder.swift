import Files
import SystemPackage

/// A folder of lexicon and rule files on the disk.
struct KnowledgeFolder {
    let path: FilePath

    init(_ path: FilePath) { self.path = path }

    /// The files in the order of their names, and of the folders in it; `prefix` goes before their names.
    func files(below prefix: String = "") throws(FileError) -> [(name: String, text: String)] {
        var files: [(name: String, text: String)] = []
        var walk = FolderWalk()
        try walk.add(path)
        for entry in walk.files where Self.isKnowledge(entry.string) {
            let bytes = try InputFile(path: entry).readAll(limit: 256 << 20)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw FileError(.badData, file: entry.shown, "is not UTF-8")
            }
            files.append((prefix.isEmpty ? entry.string : prefix + (entry.lastComponent?.string ?? ""), text))
        }
        return files
    }

    static func isKnowledge(_ name: String) -> Bool {
        (name.hasSuffix(".tsv") || name.hasSuffix(".rules"))
            && name.utf8.split(separator: UInt8(ascii: "/")).last.map { $0.first != UInt8(ascii: ".") }
                == true
    }
}
