import RDF
import Testing

/// Whatever stands in a literal or an IRI, every syntax that serd reads gives it back code point by code
/// point, and RDF/XML and JSON-LD hold none of the bytes that they must not hold.
@Suite struct HostileTextTests {
    static let pieces: [String] = [
        "\"", "\\", "\n", "\r", "\r\n", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1}", "\u{1B}[31m", "\u{7F}",
        "\u{85}", "\u{9F}",
        "\"\u{64E}", "\\\u{301}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFE}",
        "\u{FFFF}",
        "\u{1F600}", "\u{1EE00}", "\u{10FFFF}", "\u{200C}", "\u{200F}", "\u{A0}", "]]>", "<!--", "&amp;",
        "<?xml?>", "'''",
        "\"\"\"", "^^", "@ar", " .", "<b>", "%20", "{}", "وزير", "وَزيرٌ", "«", "e\u{301}", "é", "\u{7FF}",
        "\u{800}", "ﷲ",
    ]

    /// Single pieces, all pairs, and a few hundred longer texts; always the same.
    static let texts: [String] = {
        var all = ["", " ", "   "] + pieces
        for a in pieces { for b in pieces { all.append(a + b) } }
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<12 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                text += pieces[Int(state % UInt64(pieces.count))]
            }
            all.append(text)
        }
        return all
    }()

    private func literals() -> Dataset {
        var data = Dataset()
        let predicate = data.terms.iri("http://ex.org/p")
        for (index, text) in Self.texts.enumerated() {
            data.add(data.terms.iri("http://ex.org/s\(index)"), predicate, data.terms.literal(text))
        }
        return data
    }

    private func written(_ data: Dataset, _ syntax: Syntax, _ options: WriterOptions = WriterOptions()) throws
        -> [UInt8]
    {
        let sink = MemorySink()
        try syntax.write(data, to: sink, options: options)
        return sink.bytes
    }

    private func readBack(_ bytes: [UInt8], _ syntax: Syntax) throws -> Dataset {
        var data = Dataset()
        var prefixes = PrefixTable()
        try StatementReader(syntax).read(MemorySource(bytes), into: &data, prefixes: &prefixes)
        return data
    }

    @Test(arguments: [Syntax.ntriples, .nquads, .turtle, .trig])
    func literalsComeBack(_ syntax: Syntax) throws {
        let back = try readBack(written(literals(), syntax), syntax)
        #expect(back.quads.count == Self.texts.count)
        for quad in back.quads {
            let subject = back.terms.text(of: quad.subject)
            guard let index = Int(subject.dropFirst("http://ex.org/s".count)) else {
                Issue.record("a subject that was not written: \(subject)")
                continue
            }
            #expect(back.terms[quad.object] == .literal(Self.texts[index], datatype: nil))
        }
    }

    /// No control character, nothing that turns or breaks a line, in any output but for line feeds and, in
    /// XML, tabs.
    @Test(arguments: Syntax.allCases)
    func outputIsFitForATerminal(_ syntax: Syntax) throws {
        var options = WriterOptions()
        options.replacesNonXMLCharacters = true
        let text = String(decoding: try written(literals(), syntax, options), as: UTF8.self)
        let odd = text.unicodeScalars.filter {
            switch $0.value {
            case 9: syntax != .rdfxml
            case 10: false
            case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
        #expect(odd.isEmpty)
    }

    @Test func xmlRefusesWhatItCannotHold() throws {
        for text in Self.texts {
            var data = Dataset()
            data.add(data.terms.iri("http://s"), data.terms.iri("http://ex.org/p"), data.terms.literal(text))
            let isBad = text.unicodeScalars.contains {
                ($0.value < 0x20 && ![9, 10, 13].contains($0.value)) || $0.value == 0xFFFE
                    || $0.value == 0xFFFF
            }
            do {
                _ = try written(data, .rdfxml)
                #expect(!isBad, "\(text.debugDescription)")
            } catch let error as RDFError {
                #expect(isBad && error.code == .notXMLCharacter, "\(text.debugDescription)")
                #expect(error.statement?.contains("<http://ex.org/p>") == true)
            }
        }
    }

    /// Space, quotes, brackets and controls are percent-encoded when an IRI is made; the rest stays as it is.
    @Test(arguments: [Syntax.ntriples, .turtle])
    func irisComeBackEncoded(_ syntax: Syntax) throws {
        for text in Self.texts {
            var data = Dataset()
            let id = data.terms.iri("http://ex.org/" + text)
            let made = data.terms.text(of: id)
            #expect(
                !made.unicodeScalars.contains {
                    $0.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains($0)
                })
            data.add(id, data.terms.iri("http://ex.org/p"), id)
            let back = try readBack(written(data, syntax), syntax)
            #expect(back.quads.count == 1)
            for quad in back.quads { #expect(back.terms[quad.subject] == .iri(made)) }
        }
    }

    @Test(arguments: [
        "123", "", "a.", ".a", "-a", "a..b", "a(b)", "a,b;c", "a/b#c", "%D8", "a%", "a'b", "a~b", "a:b", "٣",
        "يعمل", "a.b", "_",
        "a-", "آل_نهيان", "aَ", "ـa", "1a", "a*", "a@b", "a?b=c&d", "a\u{B7}", "\u{300}a", "\u{10000}", "é",
    ])
    func localNamesComeBack(_ local: String) throws {
        var data = Dataset()
        let id = data.terms.iri("http://ex.org/ns/" + local)
        data.add(id, id, id)
        var options = WriterOptions(prefixes: PrefixTable([("ex", "http://ex.org/ns/")]))
        for subjects in [WriterOptions.SubjectOrder.given, .sorted] {
            options.subjectOrder = subjects
            let back = try readBack(written(data, .turtle, options), .turtle)
            #expect(back.quads.map { back.terms[$0.predicate] } == [.iri("http://ex.org/ns/" + local)])
        }
    }

    @Test(arguments: [
        "http://ex.org/ns/123", "http://ex.org/ns/", "urn:uuid:255fed9d-7b10-44e1-8b46-2cabca070600/1",
        "http://ex.org/ns/a~",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#li",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#about", "http://www.w3.org/2000/xmlns/a",
    ])
    func predicatesWithoutAName(_ predicate: String) {
        var data = Dataset()
        data.add(data.terms.iri("http://s"), data.terms.iri(predicate), data.terms.literal("o"))
        let error = #expect(throws: RDFError.self) { try written(data, .rdfxml) }
        #expect(error?.code == .noQName)
        #expect(error?.statement == "<http://s> <\(predicate)> \"o\"")
    }

    @Test(arguments: ["", "a b", "a.", "-a", "a\"", "a\n", "é\u{0}"])
    func blankNodeLabelsThatAreNone(_ label: String) {
        var terms = TermTable()
        #expect(throws: RDFError.self) { try terms.blankNode(label) }
    }

    @Test(arguments: ["", "-", "ar-", "a r", "ar--up", "ar\"", "1ar", "عر"])
    func languageTagsThatAreNone(_ tag: String) {
        var terms = TermTable()
        #expect(throws: RDFError.self) { try terms.language(tag) }
    }

    @Test func freshBlankNodesMeetNoOther() throws {
        var terms = TermTable()
        let given = try (0..<5).map { try terms.blankNode("b\($0)") }
        let fresh = (0..<10).map { _ in terms.freshBlankNode() }
        #expect(Set(given + fresh).count == 15)
    }
}
