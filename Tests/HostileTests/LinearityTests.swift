import Foundation
import Testing

/// Rows 24, 26 to 28: whatever a text is made of, time grows as its length does.
@Suite(.serialized) struct LinearityTests {
    struct Shape: CustomTestStringConvertible {
        var testDescription: String
        /// Makes a text of that many parts.
        var text: @Sendable (Int) -> String
        var count: Int
    }

    static let shapes = [
        Shape(testDescription: "24 one line", text: { String(repeating: sampleSentence + " ", count: $0) }, count: 2_000),
        Shape(testDescription: "26 short sentences", text: { String(repeating: "قال الوزير. ", count: $0) }, count: 10_000),
        Shape(testDescription: "27 joined titles", text: { String(repeating: "ووزير الخارجية ", count: $0) }, count: 12_000),
        Shape(testDescription: "27 joined names", text: { String(repeating: "وسالم الراشد، ", count: $0) }, count: 12_000),
        Shape(
            testDescription: "28 brackets",
            text: { String(repeating: "(قال «", count: $0) + sampleSentence + String(repeating: "»)", count: $0) }, count: 20_000),
        Shape(testDescription: "one word", text: { String(repeating: "وزير", count: $0) }, count: 40_000),
    ]

    /// Seconds of the processor for a text, the start of the command left out.
    private func seconds(_ text: String) throws -> Double {
        let place = try Workplace()
        try place.write("in.txt", text)
        try place.write("empty.txt", "")
        let script = "TIMEFORMAT=%U; time \"$ISNAD\" build -q in.txt -o out.nt; time \"$ISNAD\" build -q empty.txt -o none.nt"
        let outcome = try place.sh(script, seconds: 300)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let times = outcome.messages.split(separator: "\n").compactMap { Double($0) }
        return try #require(times.count == 2 ? max(times[0] - times[1], 0.001) : nil)
    }

    @Test(arguments: shapes) func fourTimesTheTextTakesFourTimesTheTime(shape: Shape) throws {
        let small = try (0..<3).map { _ in try seconds(shape.text(shape.count)) }.min() ?? 0
        // The least of three runs on both sides: a busy machine makes processor time uneven.
        let large = try (0..<3).map { _ in try seconds(shape.text(shape.count * 4)) }.min() ?? 0
        // A quadratic stage takes sixteen times as long. Below a tenth of a second nothing can be told.
        #expect(large < max(small * 7, 0.3), "\(small) s, then \(large) s")
    }
}
