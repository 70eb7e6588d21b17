import Drawing
import Files
import KnowledgeGraph
import RDF
import Reading

/// Graphs made of arbitrary text, written and read back.
enum WritingTargets {
    /// Statements whose terms are the pieces of the input between 0xFF bytes; the first byte of a piece says what term.
    private static func dataset(_ bytes: [UInt8]) -> Dataset? {
        var dataset = Dataset()
        var terms: [TermID] = []
        guard let arabic = try? dataset.terms.language("ar"), let other = try? dataset.terms.language("en-GB") else { return nil }
        let datatype = dataset.terms.iri("http://www.w3.org/2001/XMLSchema#integer")
        let odd = dataset.terms.iri("http://e.example/type")
        for piece in bytes.split(separator: 0xFF).prefix(300) {
            let text = String(decoding: piece.dropFirst(), as: UTF8.self)
            // A subject, predicate or graph must be an IRI, so two of three terms are.
            switch (terms.count % 3, (piece.first ?? 0) % 8) {
            case (2, 1), (2, 2): terms.append(dataset.terms.literal(text))
            case (2, 3): terms.append(dataset.terms.literal(text, language: arabic))
            case (2, 4): terms.append(dataset.terms.literal(text, language: other))
            case (2, 5): terms.append(dataset.terms.literal(text, datatype: datatype))
            case (2, 6): terms.append(dataset.terms.literal(text, datatype: odd))
            case (_, 0): terms.append(dataset.terms.iri("http://e.example/id/" + text))
            case (1, _): terms.append(dataset.terms.iri("http://e.example/p#p" + text))
            default: terms.append(dataset.terms.iri("http://e.example/" + text))
            }
        }
        for index in stride(from: 0, to: terms.count - 2, by: 3) {
            dataset.add(terms[index], terms[index + 1], terms[index + 2])
        }
        dataset.removeDuplicates()
        return dataset
    }

    static func roundTrip(_ bytes: [UInt8], _ syntax: Syntax) {
        guard let dataset = dataset(bytes) else { return }
        var options = WriterOptions()
        try? options.prefixes.add("ex", "http://e.example/id/")
        options.replacesNonXMLCharacters = true
        let sink = MemorySink()
        do {
            try syntax.write(dataset, to: sink, options: options)
        } catch {
            // A predicate that is no XML name cannot be written as RDF/XML; that is said, not hidden.
            check(syntax == .rdfxml && error is RDFError, "\(syntax) refuses: \(error)")
            return
        }
        check(String(validating: sink.bytes, as: UTF8.self) != nil, "\(syntax) is UTF-8")
        switch syntax {
        case .rdfxml: check(problem(sink.bytes, .rss) == nil, problem(sink.bytes, .rss) ?? "")
        case .jsonld: check(problem(sink.bytes, .json)?.contains("not JSON") != true, "JSON-LD is JSON")
        default:
            var again = Dataset()
            var prefixes = PrefixTable()
            do {
                try StatementReader(syntax).read(MemorySource(sink.bytes), into: &again, prefixes: &prefixes)
            } catch {
                check(false, "\(syntax) cannot be read back: \(error)")
            }
            check(lines(again) == lines(dataset), "\(syntax) says the same")
        }
    }

    private static func lines(_ dataset: Dataset) -> Set<String> {
        let sink = MemorySink()
        _ = try? Syntax.ntriples.write(dataset, to: sink)
        return Set(sink.text.split(separator: "\n").map(String.init))
    }

    private static func problem(_ bytes: [UInt8], _ format: DocumentFormat) -> String? {
        do {
            for result in try DocumentReader().documents(in: bytes, format: format, named: "output") { _ = try result.get() }
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// A graph of two nodes whose labels are the input.
    static func draw(_ bytes: [UInt8]) {
        let halves = bytes.split(separator: 0xFF, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
        var graph = Graph()
        for (index, text) in halves.enumerated() {
            graph.nodes.append(
                Node(name: "person.kw.n\(index)", type: .Person, labels: [NodeLabel(text), NodeLabel(text, language: "en")]))
        }
        let dot = DOTWriter().write(graph)
        check(String(validating: dot, as: UTF8.self) != nil, "DOT is UTF-8")
        check(isBalanced(dot), "DOT's strings and braces are closed: \(String(decoding: dot, as: UTF8.self))")
    }

    /// Strings with their escapes, HTML strings with their nesting, and braces, as DOT's lexer sees them.
    private static func isBalanced(_ dot: [UInt8]) -> Bool {
        var (index, depth) = (0, 0)
        while index < dot.count {
            switch dot[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < dot.count, dot[index] != UInt8(ascii: "\"") {
                    index += dot[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                if index >= dot.count { return false }
            case UInt8(ascii: "<"):
                var nesting = 1
                while nesting > 0 {
                    index += 1
                    guard index < dot.count else { return false }
                    if dot[index] == UInt8(ascii: "<") { nesting += 1 }
                    if dot[index] == UInt8(ascii: ">") { nesting -= 1 }
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            if depth < 0 { return false }
            index += 1
        }
        return depth == 0
    }
}
