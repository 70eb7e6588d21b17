import Foundation

/// The built command, run in a folder of its own that goes when the test ends.
final class Workplace {
    struct Outcome {
        /// Exit status, or 128 and the signal.
        var status: Int32
        var output: Data
        var messages: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("isnad-hostile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Beside the test bundle, or where `ISNAD_BINARY` says.
    static let command: String = {
        if let chosen = ProcessInfo.processInfo.environment["ISNAD_BINARY"] { return chosen }
        let bundle = Bundle.module.bundleURL.deletingLastPathComponent()
        return bundle.appendingPathComponent("isnad").path
    }()

    /// The suffixes of the formats that the command writes.
    static let suffixes: [String] = {
        let help = (try? Workplace().sh("isnad build --help").text) ?? ""
        let known = [
            ("ntriples", "nt"), ("turtle", "ttl"), ("rdfxml", "rdf"), ("nquads", "nq"), ("trig", "trig"), ("jsonld", "jsonld"),
            ("dot", "dot"), ("graphml", "graphml"), ("gexf", "gexf"), ("csv", "csv"),
        ]
        return known.filter { help.contains($0.0) }.map(\.1)
    }()

    static func has(_ subcommand: String) -> Bool {
        (try? Workplace().sh("isnad --help").text)?.contains("\n  \(subcommand) ") ?? false
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    func read(_ name: String) -> Data? { try? Data(contentsOf: folder.appendingPathComponent(name)) }
    func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

    /// All names in the folder, hidden ones too.
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }

    /// Runs a shell script in which `isnad` is the command.
    @discardableResult
    func sh(_ script: String, environment: [String: String] = [:], seconds: Int = 60) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        // The shell says 124 if the command hangs.
        let prelude = "isnad() { timeout -s KILL \(seconds) '\(Self.command)' \"$@\"; }\n"
        process.arguments = ["-c", prelude + script]
        process.currentDirectoryURL = folder
        var all = ProcessInfo.processInfo.environment
        all["LC_ALL"] = "C.UTF-8"
        all["ISNAD"] = Self.command
        for (name, value) in environment { all[name] = value }
        process.environment = all
        let (out, err) = (folder.appendingPathComponent(".stdout"), folder.appendingPathComponent(".stderr"))
        for file in [out, err] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        defer { for file in [out, err] { try? FileManager.default.removeItem(at: file) } }
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(
            status: status, output: try Data(contentsOf: out),
            messages: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }

    /// What independent readers say against files, one line each; empty if they read them all. Readers that are not
    /// installed have no say.
    func complaints(about names: [String]) throws -> String {
        var script = "try() { p=$1; command -v $p >/dev/null || return; "
        script += "\"$@\" >/dev/null 2>.said && ! grep -qi error .said || { echo \"$*: $(head -c 400 .said)\"; }; rm -f .said; }\n"
        for name in names {
            for reader in Self.readers[(name as NSString).pathExtension] ?? ["no-reader-for"] {
                script += "try \(reader) '\(name)'\n"
            }
        }
        return try sh(script).text
    }

    private static let readers = [
        "nt": ["serdi -i ntriples", "rapper -q -i ntriples"], "nq": ["serdi -i nquads", "rapper -q -i nquads"],
        "ttl": ["serdi -i turtle", "rapper -q -i turtle"], "trig": ["serdi -i trig", "rapper -q -i trig"],
        "rdf": ["xmllint --nonet --noout", "rapper -q -i rdfxml"], "svg": ["xmllint --nonet --noout"],
        "graphml": ["xmllint --nonet --noout"], "gexf": ["xmllint --nonet --noout"], "jsonld": ["python3 -m json.tool"],
        "dot": ["dot -Tcanon"], "csv": [],
    ]
}

/// A sentence of the test's own in which the command finds a person, a post, a body and a visit.
let sampleSentence = "استقبل وزير الخارجية الكويتي سالم عبد الله الراشد، أمس، سفير مملكة النرويج لدى البلاد أولاف هانسن."
