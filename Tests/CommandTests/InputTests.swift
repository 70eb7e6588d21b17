import Foundation
import Testing

/// Bad input gets a message with the file, what to do, and the exit code of `sysexits.h`; nothing is half written.
@Suite struct InputTests {
    let article = Binary.root.appending(path: "Examples/workshop/article.txt").path()

    @Test func missingFile() throws {
        let result = try Binary.isnad(["build", "/no/such/خبر.txt"])
        #expect(result.code == 66)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("/no/such/خبر.txt: error: cannot open: "))
    }

    @Test func folderWithoutR() throws {
        let result = try Binary.isnad(["build", "/tmp"])
        #expect(result.code == 66)
        #expect(result.errors == "/tmp: error: is a directory\n  hint: use -r to read the files in it\n")
    }

    @Test func emptyFileGivesAnEmptyGraph() throws {
        let folder = try Folder()
        for text in ["", "  \n\n \u{FEFF} \n"] {
            let path = try folder.write(text, to: "empty.txt")
            for format in ["turtle", "rdfxml", "ntriples", "nquads", "trig", "jsonld", "dot"] {
                let result = try Binary.isnad(["build", path, "--format", format, "--evidence", "none", "-v"])
                #expect(result.code == 0, "\(format)")
                #expect(result.errors.contains("is empty"), "\(format): \(result.errors)")
                #expect(!result.text.contains("skos:prefLabel"))
            }
        }
        let quiet = try Binary.isnad(["build", folder.file("empty.txt").path()])
        #expect(quiet.errors.isEmpty)
    }

    @Test func bytesThatAreNoText() throws {
        let folder = try Folder()
        let binary = folder.file("picture.txt")
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0xFF, 0xFE, 0, 1]).write(
            to: binary)
        let result = try Binary.isnad(["build", binary.path()])
        #expect(result.code == 65)
        #expect(result.errors.hasPrefix("\(binary.path()): error: "))
        #expect(result.output.isEmpty)
    }

    @Test func textOutsideTheGenreIsAWarning() throws {
        let folder = try Folder()
        let path = try folder.write("nothing to see here\n", to: "english.txt")
        let result = try Binary.isnad(["build", path])
        #expect(result.code == 0)
        #expect(result.errors.hasPrefix("\(path): warning: nothing was found in it"))
        #expect(try Binary.isnad(["build", "-q", path]).errors.isEmpty)
    }

    @Test func oneBadFileStopsNothing() throws {
        let folder = try Folder()
        let out = folder.file("all.nt").path()
        let result = try Binary.isnad(["build", article, "/no/such.txt", "-o", out])
        #expect(result.code == 1)
        #expect(result.errors.contains("1 documents read, 1 failed"))
        #expect(try String(contentsOfFile: out, encoding: .utf8).contains("prefLabel"))
        #expect(try Binary.isnad(["build", article, "/no/such.txt", "--strict"]).code == 65)
    }

    @Test func standardInputIsTheSameAsAFile() throws {
        let bytes = try Data(contentsOf: URL(filePath: article))
        let file = try Binary.isnad(["build", article])
        #expect(file.code == 0)
        #expect(try Binary.isnad(["build"], input: bytes).output == file.output)
        #expect(try Binary.isnad(["build", "-"], input: bytes).output == file.output)
    }

    @Test func folders() throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(at: folder.file("in/deep"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: article, toPath: folder.file("in/deep/a.txt").path())
        try Data("سر".utf8).write(to: folder.file("in/.hidden.txt"))
        try Data([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]).write(to: folder.file("in/program"))
        try FileManager.default.createSymbolicLink(
            at: folder.file("in/deep/loop"), withDestinationURL: folder.file("in"))
        let result = try Binary.isnad(["build", "-r", folder.file("in").path(), "-v"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output == (try Binary.isnad(["build", article])).output)
        #expect(result.errors.contains("hidden"))
        #expect(result.errors.contains("program"))
    }

    @Test func tooLong() throws {
        let result = try Binary.isnad(["build", article, "--max-bytes", "100"])
        #expect(result.code == 65)
        #expect(result.errors.contains("--max-bytes"))
    }

    @Test func controlCharactersInNamesAreShownEscaped() throws {
        let result = try Binary.isnad(["build", "/no/\u{1B}[31mred\nline"])
        #expect(result.errors.hasPrefix("/no/\\e[31mred\\nline: error: "))
    }
}
