import Files
import Glibc
import SystemPackage
import Testing

@Suite struct InputFileTests {
    let scratch = Scratch()

    private func code(_ body: () throws -> Void) -> FileError? {
        do { try body() } catch { return error as? FileError }
        return nil
    }

    @Test func readsFilesOfUnknownSize() throws {
        let file = try InputFile(path: "/proc/self/status")
        #expect(file.expectedSize == 0)
        #expect(try file.readAll(limit: 1 << 20).starts(with: "Name:".utf8))
    }

    @Test func peekTakesNothingAway() throws {
        try scratch.write("a", "0123456789")
        let file = try InputFile(path: scratch.path("a"))
        #expect(try Array(file.peek(4)) == Array("0123".utf8))
        #expect(try file.readAll(limit: 10) == Array("0123456789".utf8))
    }

    @Test func refusesDirectoriesAndMissingFiles() {
        let folder = code { _ = try InputFile(path: scratch.folder) }
        #expect(folder?.code == .noInput && folder?.hint?.contains("-r") ?? false)
        #expect(code { _ = try InputFile(path: scratch.path("none")) }?.code == .noInput)
    }

    @Test func refusesMoreThanTheLimit() throws {
        try scratch.write("a", "0123456789")
        let refusal = code { _ = try InputFile(path: scratch.path("a")).readAll(limit: 9) }
        #expect(refusal?.code == .badData && refusal?.hint?.contains("--max-bytes") ?? false)
        let endless = code { _ = try InputFile(path: "/dev/zero").readAll(limit: 1 << 20) }
        #expect(endless?.code == .badData)
    }

    @Test func walksLoopsOnceAndInOrder() throws {
        try scratch.write("b", "")
        try scratch.write("a", "")
        try scratch.write(".hidden", "")
        symlink(".", scratch.path("loop").string)
        symlink("a", scratch.path("z").string)
        symlink("nowhere", scratch.path("broken").string)
        mkfifo(scratch.path("fifo").string, 0o600)
        var walk = FolderWalk()
        try walk.add(scratch.folder)
        try walk.add(scratch.folder)
        #expect(walk.files.map { $0.lastComponent?.string } == ["a", "b"])
        #expect(walk.notes.map(\.message).contains { $0.contains("hidden") })
        #expect(walk.notes.count == 3)
    }

    @Test(arguments: [
        ("plain.txt", "plain.txt"), ("خبر.txt", "خبر.txt"), ("a\nb", "a\\nb"), ("a\u{1B}[31mb", "a\\e[31mb"),
        ("100%", "100%"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{7}", "a\\x07"),
    ])
    func showsNames(name: String, shown: String) { #expect(FilePath(name).shown == shown) }

    @Test func showsNamesThatAreNoText() {
        #expect(FilePath(bytes: [0x61, 0xFF, 0xD9, 0x86, 0xC0, 0x80]).shown == "a\\xFFن\\xC0\\x80")
    }

    @Test func errorsSayWhereAndWhatToDo() {
        let error = FileError(.badData, file: "a", line: 3, column: 7, "bad \u{1B}[2J", hint: "mend it")
        #expect(error.description == "a:3:7: error: bad \\e[2J\n  hint: mend it")
        #expect(FileError(.inputOutput, "x").description == "error: x")
    }
}
