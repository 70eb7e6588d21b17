import RDF
import Testing

@Suite struct ReaderTests {
    /// The statements of `text` as sorted N-Quads.
    private func lines(_ text: String, _ syntax: Syntax, base: String? = nil) throws -> [String] {
        try read(Array(text.utf8), syntax, base: base)
    }

    private func read(_ bytes: [UInt8], _ syntax: Syntax, base: String? = nil) throws -> [String] {
        var data = Dataset()
        var prefixes = PrefixTable()
        try StatementReader(syntax, base: base, file: "in")
            .read(MemorySource(bytes), into: &data, prefixes: &prefixes)
        return data.quads.map { data.line(of: $0) }.sorted()
    }

    @Test func turtleWithPrefixesBaseAndLists() throws {
        let text = """
            @base <http://ex.org/> . @prefix a: <ns#> .
            <s> a:p "x"@ar-KW , 5. <s> a:q (1.5 true) .
            """
        let lines = try lines(text, .turtle)
        #expect(lines.contains("<http://ex.org/s> <http://ex.org/ns#p> \"x\"@ar-KW"))
        #expect(
            lines.contains(
                "<http://ex.org/s> <http://ex.org/ns#p> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer>"))
        #expect(lines.count == 7)
    }

    @Test func namedGraphs() throws {
        let lines = try lines("<http://g> { <http://s> <http://p> <http://o> }", .trig)
        #expect(lines == ["<http://s> <http://p> <http://o> <http://g>"])
    }

    @Test(arguments: [
        ("../g", "http://a/b/g"), ("g/./h/../i", "http://a/b/c/g/i"), ("", "http://a/b/c/d;p?q"),
        ("#f", "http://a/b/c/d;p?q#f"), ("//x/..", "http://x/"), ("/..?a=b", "http://a/?a=b"),
        ("g..", "http://a/b/c/g.."),
    ])
    func relativeIRIs(_ reference: String, _ expected: String) throws {
        let lines = try lines("<\(reference)> <http://p> <http://o> .", .turtle, base: "http://a/b/c/d;p?q")
        #expect(lines == ["<\(expected)> <http://p> <http://o>"])
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let text: String
        let syntax: Syntax
        let place: [Int]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Bad(text: "<http://s> <http://p>\n  <http://o>", syntax: .ntriples, place: [2, 12]),
        Bad(text: "@prefix a: <http://a/> .\na:s a:p\n b:o .", syntax: .turtle, place: [3, 6]),
        Bad(text: "\n<s> <http://p> <http://o> .", syntax: .turtle, place: [2, 26]),
        Bad(text: "<http://s> <http://p> \"x\" , .", syntax: .turtle, place: [1, 30]),
    ])
    func errorsHaveAPlace(_ bad: Bad) throws {
        let error = #expect(throws: RDFError.self) { try lines(bad.text, bad.syntax) }
        #expect(error?.code == .syntax)
        #expect(error?.file == "in")
        #expect(error?.line == bad.place[0])
        if let column = error?.column { #expect(abs(column - bad.place[1]) <= 1) }
    }

    @Test(arguments: ["\\uD800", "\\U00110000"])
    func escapesThatAreNoCharacters(_ escape: String) {
        #expect(throws: RDFError.self) { try lines("<http://s> <http://p> \"\(escape)\" .", .ntriples) }
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xD8], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
    func bytesThatAreNoUTF8(_ bad: [UInt8]) {
        for syntax in [Syntax.ntriples, .turtle] {
            let bytes = Array("<http://s> <http://p> \"x".utf8) + bad + Array("\" .".utf8)
            #expect(throws: RDFError.self) { try read(bytes, syntax) }
        }
    }

    @Test(arguments: ["(", "[ <http://p> "])
    func deepNestingIsRefused(_ opening: String) {
        let text = "<http://s> <http://p> " + String(repeating: opening, count: 100_000)
        #expect(throws: RDFError.self) { try lines(text, .turtle) }
    }

    @Test func longListsAreRead() throws {
        let text = "<http://s> <http://p> (" + String(repeating: " 1", count: 20_000) + ") ."
        #expect(try lines(text, .turtle).count == 40_001)
    }

    /// Batches forget their terms; nothing gets lost or mixed up between them.
    @Test func batches() throws {
        let text = (0..<1000).map { "<http://s/\($0)> <http://p> \"\($0)\"@ar .\n" }.joined()
        let sink = MemorySink()
        var writer = NTriplesWriter(sink)
        var batches = 0
        try StatementReader(.ntriples).readBatches(MemorySource(text), of: 64) { batch in
            #expect(batch.quads.count <= 64)
            batches += 1
            try writer.write(batch)
        }
        try writer.finish()
        #expect(batches == 16)
        #expect(sink.text == text)
    }

    @Test func anErrorOfTheReceiverEndsReading() {
        let text = String(repeating: "<http://s> <http://p> \"x\" .\n", count: 100)
        var batches = 0
        #expect(throws: RDFError(.closedPipe, "gone")) {
            try StatementReader(.ntriples).readBatches(MemorySource(text), of: 10) { _ in
                batches += 1
                throw RDFError(.closedPipe, "gone")
            }
        }
        #expect(batches == 1)
    }

    @Test func syntaxesThatAreOnlyWritten() {
        #expect(throws: RDFError.self) { try StatementReader(.rdfxml) }
        #expect(throws: RDFError.self) { try StatementReader(.jsonld) }
    }
}
