import Foundation

/// The binary that is tested, run as a user runs it.
enum Binary {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `isnad` beside the test bundle, else that of the release build.
    static let path: URL = {
        let beside = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent()
            .appending(path: "isnad")
        let found = FileManager.default.isExecutableFile(atPath: beside.path())
        return found ? beside : root.appending(path: ".build/release/isnad")
    }()

    struct Result {
        var code: Int32
        var output: Data
        var errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// - Parameter input: standard input; nil is empty.
    static func isnad(
        _ arguments: [String], input: Data? = nil, environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Result {
        try run(path, arguments, input: input, environment: environment, in: folder)
    }

    static func run(
        _ program: URL, _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
        in folder: URL? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: nobody can wait for anybody.
        let scratch = try Folder()
        let (out, err, inp) = (scratch.file("out"), scratch.file("err"), scratch.file("in"))
        for file in [out, err] { try Data().write(to: file) }
        try (input ?? Data()).write(to: inp)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = try FileHandle(forReadingFrom: inp)
        try process.run()
        process.waitUntilExit()
        return Result(
            code: process.terminationReason == .uncaughtSignal
                ? 128 + process.terminationStatus : process.terminationStatus,
            output: try Data(contentsOf: out),
            errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    /// A program on the path.
    static func find(_ name: String) -> URL? {
        for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
            let url = URL(filePath: String(folder)).appending(path: name)
            if FileManager.default.isExecutableFile(atPath: url.path()) { return url }
        }
        return nil
    }

    /// The interpreter of the test environment, with pyoxigraph.
    static var python: URL {
        ProcessInfo.processInfo.environment["ISNAD_PYTHON"].map { URL(filePath: $0) }
            ?? root.appending(path: ".venv/bin/python")
    }
}

/// A folder that is gone when nobody holds it any more.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "isnad-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> URL { url.appending(path: name) }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: file(name))
        return file(name).path()
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path())) ?? []).sorted()
    }
}
