import Files
import Glibc
import SystemPackage
import Testing

/// A folder that goes when the test ends.
final class Scratch {
    let folder: FilePath
    init() {
        var template = Array("/tmp/isnad-tests.XXXXXX".utf8CString)
        folder = mkdtemp(&template).map { FilePath(platformString: $0) } ?? "/nonexistent"
    }
    deinit {
        for name in names() { _ = unlink(path(name).string) }
        rmdir(folder.string)
    }
    func path(_ name: String) -> FilePath { folder.appending(name) }
    func write(_ name: String, _ text: String) throws {
        let file = try FileDescriptor.open(
            path(name), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
        try file.writeAll(text.utf8)
        try file.close()
    }
    func read(_ name: String) -> String? {
        guard let file = try? InputFile(path: path(name)), let bytes = try? file.readAll(limit: 1 << 20) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
    func names() -> [String] {
        var names: [String] = []
        guard let stream = opendir(folder.string) else { return [] }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

private func error(_ body: () throws -> Void) -> FileError? {
    do { try body() } catch { return error as? FileError }
    return nil
}

@Suite struct OutputFileTests {
    let scratch = Scratch()

    @Test func appearsOnlyWhenCommitted() throws {
        try scratch.write("a", "old")
        let output = try OutputFile(path: scratch.path("a"))
        try output.write("new")
        try output.flush()
        #expect(scratch.read("a") == "old")
        #expect(scratch.names().count == 2)
        #expect(scratch.names().contains { $0.hasPrefix(".a.") && $0.hasSuffix(".isnad-tmp") })
        try output.commit()
        #expect(scratch.read("a") == "new")
        #expect(scratch.names() == ["a"])
    }

    @Test func leavesNothingBehindWhenGivenUp() throws {
        do {
            let output = try OutputFile(path: scratch.path("a"))
            try output.write(String(repeating: "x", count: 200_000))
        }
        #expect(scratch.names() == [])
    }

    @Test func updatesTheTargetOfALink() throws {
        try scratch.write("real", "old")
        #expect(symlink("real", scratch.path("link1").string) == 0)
        #expect(symlink("link1", scratch.path("link2").string) == 0)
        let output = try OutputFile(path: scratch.path("link2"))
        try output.write("new")
        try output.commit()
        #expect(scratch.read("real") == "new")
        var status = stat()
        #expect(lstat(scratch.path("link2").string, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test func makesTheMissingTargetOfALink() throws {
        #expect(symlink("later", scratch.path("link").string) == 0)
        let output = try OutputFile(path: scratch.path("link"))
        try output.write("x")
        try output.commit()
        #expect(scratch.names() == ["later", "link"])
    }

    @Test func keepsPermissions() throws {
        try scratch.write("a", "old")
        chmod(scratch.path("a").string, 0o640)
        let output = try OutputFile(path: scratch.path("a"))
        try output.commit()
        var status = stat()
        #expect(stat(scratch.path("a").string, &status) == 0 && status.st_mode & 0o777 == 0o640)
    }

    @Test func writesDevicesAndNeverReplacesThem() throws {
        let null = try OutputFile(path: "/dev/null")
        try null.write("x")
        try null.commit()
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        let full = try OutputFile(path: "/dev/full")
        try full.write("x")
        #expect(error { try full.commit() }?.code == .inputOutput)
    }

    @Test func writesToAPipe() throws {
        #expect(mkfifo(scratch.path("fifo").string, 0o600) == 0)
        // Both ends in one process: the reader must be there before the writer opens.
        let reader = open(scratch.path("fifo").string, O_RDONLY | O_NONBLOCK)
        let output = try OutputFile(path: scratch.path("fifo"))
        try output.write("through")
        try output.commit()
        var buffer = [UInt8](repeating: 0, count: 16)
        #expect(read(reader, &buffer, 16) == 7)
        close(reader)
        var status = stat()
        #expect(stat(scratch.path("fifo").string, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func refusesWhatCannotBeWritten() throws {
        try scratch.write("input", "text")
        let inputs = Set([FileIdentity(of: scratch.path("input"))].compactMap { $0 })
        link(scratch.path("input").string, scratch.path("other-name").string)
        for path in [scratch.path("input"), scratch.path("other-name")] {
            let refusal = error { _ = try OutputFile(path: path, inputs: inputs) }
            #expect(refusal?.code == .cannotCreate && refusal?.message.contains("input") ?? false)
        }
        let cases: [FilePath] = [
            scratch.folder, scratch.path("no/such/folder/a"), scratch.path(String(repeating: "n", count: 256)), "",
            "/proc/isnad",
        ]
        for path in cases {
            #expect(error { _ = try OutputFile(path: path) }?.code == .cannotCreate, "\(path)")
        }
        symlink("loop", scratch.path("loop").string)
        #expect(error { _ = try OutputFile(path: scratch.path("loop")) }?.code == .cannotCreate)
        #expect(scratch.names() == ["input", "loop", "other-name"])
        #expect(scratch.read("input") == "text")
    }

    @Test func takesTheLongestNames() throws {
        let name = String(repeating: "ن", count: 127)
        let output = try OutputFile(path: scratch.path(name))
        try output.commit()
        #expect(scratch.names() == [name])
    }

    @Test func severalAppearTogether() throws {
        let outputs = try ["a", "b"].map { try OutputFile(path: scratch.path($0)) }
        for output in outputs { try output.write("x") }
        try OutputFile.commit(outputs)
        #expect(scratch.names() == ["a", "b"])
    }
}
