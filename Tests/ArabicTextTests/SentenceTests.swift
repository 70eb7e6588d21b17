import ArabicText
import Testing

/// Where sentences end, and where lines are.
@Suite struct SentenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var sentences: [String]
        var testDescription: String { text }
    }

    static let cases: [Case] = [
        Case(text: "", sentences: []),
        Case(text: "\n\n", sentences: []),
        Case(text: "قال الوزير.", sentences: ["قال الوزير."]),
        Case(text: "قال الوزير. وأضاف", sentences: ["قال الوزير.", "وأضاف"]),
        Case(text: "هل قال؟ نعم! قال…", sentences: ["هل قال؟", "نعم!", "قال…"]),
        Case(text: "عنوان\nقال الوزير", sentences: ["عنوان", "قال الوزير"]),
        Case(text: "قال د. أحمد الخطيب. وأضاف", sentences: ["قال د. أحمد الخطيب.", "وأضاف"]),
        Case(text: "بلغت 2.5 في المئة. وأضاف", sentences: ["بلغت 2.5 في المئة.", "وأضاف"]),
        Case(text: "«نعم.» وأضاف", sentences: ["«نعم.»", "وأضاف"]),
        Case(text: "قال (نعم.) وأضاف", sentences: ["قال (نعم.)", "وأضاف"]),
        Case(text: "انتظر... ثم قال", sentences: ["انتظر...", "ثم قال"]),
        Case(text: "أولا؛ ثانيا، ثالثا: رابعا", sentences: ["أولا؛ ثانيا، ثالثا: رابعا"]),
    ]

    @Test(arguments: cases) func split(_ item: Case) {
        let text = Tokenizer().tokens(in: SourceText(item.text))
        let found = SentenceSplitter().sentences(in: text).map { range in
            text.source.text(
                Int(
                    text.tokens[range.lowerBound].bytes.lowerBound)..<Int(
                        text.tokens[range.upperBound - 1].bytes.upperBound))
        }
        #expect(found == item.sentences)
    }

    @Test func linesAndColumns() {
        let text = "أول\nثانٍ سطر\n\nرابع"
        let map = LineMap(Array(text.utf8))
        let scalars = Array(text.unicodeScalars)
        var (line, column) = (1, 1)
        for (index, scalar) in scalars.enumerated() {
            let place = map.place(of: index)
            #expect(place.line == line && place.column == column)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        #expect(map.text(4..<12) == "ثانٍ سطر")
        #expect(map.text(0..<Int32(scalars.count)) == text)
        let long = String(repeating: "كلمة ", count: 100)
        #expect(LineMap(Array(long.utf8)).text(495..<499) == "كلمة")
    }
}
