import RDF
import Testing

/// Blank nodes that one statement alone refers to stand inside it; all others keep a label.
@Suite struct TurtleNestingTests {
    private func turtle(_ text: String, _ syntax: Syntax = .turtle) throws -> String {
        var data = Dataset()
        var prefixes = PrefixTable()
        try StatementReader(.trig).read(
            MemorySource("@prefix : <http://ex.org/> .\n" + text), into: &data, prefixes: &prefixes)
        let count = data.quads.count
        let sink = MemorySink()
        try syntax.write(data, to: sink, options: WriterOptions(prefixes: prefixes))
        var back = Dataset()
        try StatementReader(syntax).read(MemorySource(sink.bytes), into: &back, prefixes: &prefixes)
        #expect(back.quads.count == count)
        return sink.text
    }

    @Test func blocksAndLists() throws {
        let text = try turtle(":S :property [ :path :p ; :in (1 [ :q \"x\" ] () (:z)) ] , [] .")
        #expect(!text.contains("_:"))
        #expect(!text.contains("rdf-syntax-ns#"))
        #expect(text.contains("( 1 ["))
        #expect(text.contains("() ( :z ) )"))
    }

    @Test func whatNobodyRefersTo() throws {
        #expect(try turtle("[] :p 1 .").contains("[] :p 1 ."))
    }

    @Test func sharedNodesKeepTheirLabel() throws {
        let text = try turtle(":a :p _:x . :b :p _:x . _:x :q 1 .")
        #expect(text.contains(":a :p _:x .") && text.contains(":b :p _:x .") && text.contains("_:x :q 1 ."))
    }

    @Test func circles() throws {
        #expect(try turtle("_:x :p _:x .").contains("_:x :p _:x ."))
        let text = try turtle("_:x :p _:y . _:y :p _:z . _:z :p _:x .")
        #expect(text.contains("_:"))
    }

    @Test func listsThatAreNone() throws {
        let list = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        for broken in [
            ":a :p _:x . _:x \(list)first> 1, 2 ; \(list)rest> () .",
            ":a :p _:x . _:x \(list)first> 1 ; \(list)rest> :b .",
            ":a :p _:x . _:x \(list)first> 1 ; \(list)rest> _:y . _:y \(list)first> 2 .",
            ":a :p _:x . _:x \(list)first> 1 ; \(list)rest> _:x .",
            ":a :p _:x . _:x \(list)first> 1 ; \(list)rest> () ; :more 2 .",
            ":a :p _:x . :b :p _:y . _:x \(list)first> 1 ; \(list)rest> _:y . _:y \(list)first> 2 ; \(list)rest> () .",
        ] {
            #expect(try turtle(broken).contains("syntax-ns#first>"))
        }
    }

    /// A reader descends where we nest; a writer must not lead it down thousands of steps.
    @Test func depthIsBounded() throws {
        var data = Dataset()
        let predicate = data.terms.iri("http://ex.org/p")
        var node = data.terms.iri("http://ex.org/s")
        for _ in 0..<20_000 {
            let next = data.terms.freshBlankNode()
            data.add(node, predicate, next)
            node = next
        }
        let sink = MemorySink()
        try Syntax.turtle.write(data, to: sink)
        var back = Dataset()
        var prefixes = PrefixTable()
        try StatementReader(.turtle).read(MemorySource(sink.bytes), into: &back, prefixes: &prefixes)
        #expect(back.quads.count == 20_000)
        #expect(sink.text.split(separator: "\n").allSatisfy { $0.prefix { $0 == " " }.count <= 14 * 4 })
    }

    @Test func longListsStayOnOneLine() throws {
        let text = try turtle(":a :p (" + String(repeating: " 1", count: 5_000) + ") .")
        #expect(!text.contains("_:"))
        #expect(text.split(separator: "\n").count == 2)
    }

    @Test func graphsDoNotShareABlock() throws {
        let text = try turtle(":g { :a :p _:x . } :h { _:x :q 1 . }", .trig)
        #expect(text.contains(":a :p _:x ."))
        #expect(text.contains("_:x :q 1 ."))
        let one = try turtle(":g { :a :p _:x . _:x :q 1 . } :h { :b :p 2 . }", .trig)
        #expect(!one.contains("_:"))
    }

    @Test func tripleTermsKeepLabels() throws {
        var data = Dataset()
        let predicate = data.terms.iri("http://ex.org/p")
        let node = try data.terms.blankNode("x")
        let triple = data.terms.triple(data.terms.iri("http://ex.org/s"), predicate, node)
        data.add(data.terms.iri("http://ex.org/a"), predicate, triple)
        data.add(data.terms.iri("http://ex.org/a"), predicate, node)
        data.add(node, predicate, data.terms.literal("x"))
        var options = WriterOptions()
        options.version = .v1_2
        let sink = MemorySink()
        try Syntax.turtle.write(data, to: sink, options: options)
        #expect(sink.text.contains("<<( <http://ex.org/s> <http://ex.org/p> _:x )>>"))
        #expect(sink.text.contains("_:x <http://ex.org/p> \"x\""))
        #expect(throws: RDFError.self) { try Syntax.turtle.write(data, to: MemorySink()) }
    }
}
