import Foundation
import Testing

/// Rows 56 and 57, and the fault loop: whatever fails, and whenever, the output is the old one or the new one.
@Suite(.serialized) struct InterruptionTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write("in.txt", sampleSentence)
        try place.write("out.nt", "old")
        return place
    }

    @Test(arguments: [("INT", Int32(130)), ("TERM", 143), ("HUP", 129)])
    func row56_signals(name: String, status: Int32) throws {
        let place = try place()
        // Standard input stays open, so the command waits for more.
        let outcome = try place.sh(
            """
            mkfifo f; sleep 30 > f & keeper=$!
            timeout --preserve-status -s \(name) 1 "$ISNAD" build - -o out.nt < f; status=$?
            kill $keeper; exit $status
            """)
        #expect(outcome.status == status, "\(outcome.messages)")
        #expect(place.text("out.nt") == "old")
        #expect(!place.names.contains { $0.hasSuffix(".isnad-tmp") })
    }

    @Test(arguments: ["INT", "TERM"]) func row56_signalsAtAnyMoment(name: String) throws {
        let place = try place()
        try place.sh("yes \"$(cat in.txt)\" | head -400 > in2.txt; mv in2.txt in.txt; isnad build in.txt -o new.nt --evidence full")
        let new = try #require(place.read("new.nt"))
        for round in 0..<12 {
            try place.write("out.nt", "old")
            let delay = 0.02 + Double(round) * 0.03
            let outcome = try place.sh(
                "timeout --preserve-status -s \(name) \(delay) \"$ISNAD\" build in.txt --evidence full -o out.nt")
            let found = place.read("out.nt")
            #expect(found == new || found == Data("old".utf8), "a torn file")
            #expect([0, 130, 143].contains(outcome.status), "\(outcome.status) \(outcome.messages)")
            #expect(place.names == ["in.txt", "new.nt", "out.nt"])
        }
    }

    @Test func row57_kills() throws {
        let place = try place()
        try place.sh("yes \"$(cat in.txt)\" | head -2000 > in2.txt; mv in2.txt in.txt")
        let begin = Date()
        try place.sh("isnad build in.txt -o new.nt --evidence full")
        let whole = Date().timeIntervalSince(begin)
        let new = try #require(place.read("new.nt"))
        let count = Int(ProcessInfo.processInfo.environment["HOSTILE_KILLS"] ?? "") ?? 200
        var endings: [Bool: Int] = [:]
        for _ in 0..<count {
            try place.write("out.nt", "old")
            let delay = Double.random(in: 0..<whole * 1.1)
            try place.sh(
                "\"$ISNAD\" build in.txt --evidence full -o out.nt & sleep \(delay); kill -9 $!; wait $! 2>/dev/null")
            let found = place.read("out.nt")
            #expect(found == new || found == Data("old".utf8), "a torn file after \(delay) s")
            endings[found == new, default: 0] += 1
            for name in place.names where !["in.txt", "out.nt", "new.nt"].contains(name) {
                #expect(name.hasPrefix(".out.nt.") && name.hasSuffix(".isnad-tmp"), "\(name)")
                try? FileManager.default.removeItem(at: place.folder.appendingPathComponent(name))
            }
        }
        #expect(count < 50 || endings.count == 2, "killed before and after its end: \(endings)")
    }

    /// Builds the library that makes calls fail.
    private func preload(_ place: Workplace) throws -> String? {
        let source = try #require(Bundle.module.url(forResource: "fault", withExtension: "c"))
        let built = try place.sh("cc -shared -fPIC -o fault.so '\(source.path)' -ldl")
        return built.status == 0 ? place.folder.appendingPathComponent("fault.so").path : nil
    }

    /// The Nth call of a kind fails, N = 1, 2, … until a run has none left to fail. The last fsync is the folder's: when it
    /// fails the new files are there, and yet the status says that they may not outlive a loss of power.
    @Test(arguments: [("WRITE", 2), ("FSYNC", 1), ("RENAME", 1)])
    func everyCallFailsInTurn(kind: String, atLeast: Int) throws {
        let place = try place()
        guard let library = try preload(place) else { return }
        try place.sh("yes \"$(cat in.txt)\" | head -300 > in2.txt; mv in2.txt in.txt")
        try place.sh("isnad build in.txt -o new.nt -o new.ttl --evidence full")
        let new = [try #require(place.read("new.nt")), try #require(place.read("new.ttl"))]
        let old = Data("old".utf8)
        var number = 1
        while number < 2000 {
            for name in ["out.nt", "out.ttl"] { try place.write(name, "old") }
            let outcome = try place.sh(
                "isnad build in.txt --evidence full -o out.nt -o out.ttl",
                environment: ["LD_PRELOAD": library, "FAULT_\(kind)_AT": "\(number)"])
            #expect(!place.names.contains { $0.hasSuffix(".isnad-tmp") })
            let found = [place.read("out.nt"), place.read("out.ttl")]
            if outcome.status == 0 {
                #expect(found == new)
                break
            }
            #expect(outcome.status == 74 && outcome.messages.contains("out."), "\(number): \(outcome.messages)")
            for (file, new) in zip(found, new) { #expect(file == old || file == new, "a torn file") }
            number += 1
        }
        #expect(number > atLeast, "nothing was called")
    }

    @Test func limitedFiles() throws {
        let place = try place()
        try place.sh("yes \"$(cat in.txt)\" | head -2000 > in2.txt; mv in2.txt in.txt")
        let outcome = try place.sh("ulimit -f 8; isnad build in.txt --evidence full -o out.nt")
        #expect(outcome.status == 74, "\(outcome.messages)")
        #expect(place.text("out.nt") == "old")
    }
}
