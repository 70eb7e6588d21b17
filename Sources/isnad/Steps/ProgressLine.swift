import Files
import Glibc

/// How far long work is, on one line of a terminal that is written over again and again: after the first second, and
/// never where standard error is no terminal, with `--quiet`, or where `CI` is set or `TERM` is `dumb`.
struct ProgressLine {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var next: ContinuousClock.Instant
    private var documents = 0
    private var bytes = 0
    private var isOnScreen = false

    init(_ reporter: Reporter) {
        isShown =
            !reporter.isQuiet && StandardStreams.isTerminal(.standardError) && getenv("CI") == nil
            && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
        next = start + .seconds(1)
    }

    /// Counts a document of `bytes` bytes of text.
    mutating func add(bytes: Int) {
        documents += 1
        self.bytes += bytes
        guard isShown, ContinuousClock.now >= next else { return }
        next = ContinuousClock.now + .milliseconds(200)
        let passed = (ContinuousClock.now - start).components
        let seconds = Double(passed.seconds) + Double(passed.attoseconds) / 1e18
        let rate = Double(self.bytes) / seconds / 1e6
        StandardStreams.show("\r\u{1B}[K\(documents) documents, \(Self.tenths(Double(self.bytes) / 1e6)) MB, \(Self.tenths(rate)) MB/s")
        isOnScreen = true
    }

    /// Takes the line off the screen, before a message or at the end.
    mutating func clear() {
        guard isOnScreen else { return }
        StandardStreams.show("\r\u{1B}[K")
        isOnScreen = false
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
