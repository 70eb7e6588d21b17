import Foundation
import Testing

/// Rows 40 to 50 and 58: text that wants to break out of the syntax that it is written in.
@Suite(.serialized) struct TextRowTests {
    struct Row: CustomTestStringConvertible {
        var number: Int
        var text: String
        var testDescription: String { "\(number) \(text.prefix(30))" }
    }

    static let rows = [
        Row(number: 40, text: "\"];evil[label="), Row(number: 40, text: "\\\"];evil[label=\\"),
        Row(number: 41, text: "\\N \\G \\L \\"), Row(number: 41, text: "نهاية\\"),
        Row(number: 42, text: "<b>&amp;<!-- ]]> -->"), Row(number: 42, text: "<TABLE><TR><TD>x"),
        Row(number: 44, text: "</script><svg onload=alert(1)>"), Row(number: 44, text: "'\"><img src=x onerror=alert(1)>"),
        Row(number: 45, text: "<> \"{}|\\^`\u{1}"), Row(number: 46, text: "../../etc/passwd#x?y=z"),
        Row(number: 47, text: "\"\"\" \\u0022 \\ \r \n ^^xsd:integer @ar ''' \"\"\"\""),
        Row(number: 48, text: "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y \"z\">]>&y;"),
        Row(number: 50, text: "=HYPERLINK(\"http://evil.example\",\"x\")"), Row(number: 50, text: "+1+1"),
        Row(number: 50, text: "@SUM(1)"), Row(number: 50, text: "-2+3"),
        Row(number: 58, text: String(repeating: "مؤسسة طويلة الاسم جدا ", count: 2000)),
    ]

    /// The text stands in the title of the document, in the name of a body, and in the sentence that is evidence.
    private func record(_ text: String) throws -> String {
        let sentence = "استقبل رئيس مؤسسة «\(text)» سالم عبد الله الراشد سفير مملكة النرويج أولاف هانسن. \(text)"
        let object = ["title": text, "text": sampleSentence + "\n" + sentence, "url": "https://a.example/?q=\(text)"]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    @Test(arguments: rows) func everyOutputIsWellFormed(_ row: Row) throws {
        let place = try Workplace()
        try place.write("in.ndjson", try record(row.text))
        let outputs = Workplace.suffixes.map { "out." + $0 }
        #expect(outputs.count >= 5)
        let outcome = try place.sh(
            "isnad build in.ndjson --evidence full \(outputs.map { "-o " + $0 }.joined(separator: " "))")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try place.complaints(about: outputs) == "")
        // The same statements in every syntax, by a reader of somebody else.
        let counted = try place.sh(
            """
            command -v rapper >/dev/null || exit 0
            for f in out.nt:ntriples out.ttl:turtle out.rdf:rdfxml; do
              rapper -q -i ${f#*:} -o ntriples ${f%:*} | sort -u | wc -l
            done | sort -u | wc -l
            """)
        #expect(counted.text.isEmpty || counted.text.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
        for name in place.names where name.hasSuffix(".csv") {
            let cells = (place.text(name) ?? "").split(whereSeparator: { ",\n".contains($0) })
            let formula = cells.first { $0.hasPrefix("=") || $0.hasPrefix("\"=") || $0.hasPrefix("@") || $0.hasPrefix("\"@") }
            #expect(formula == nil, "\(name)")
        }
    }

    @Test(arguments: ["15 لسنة 2020", "١٥ لسنة ٢٠٢٠", "۱۵ لسنة ۲۰۲۰", "1٥ لسنة ٢٠۲0"])
    func row19_digits(words: String) throws {
        let place = try Workplace()
        try place.write("in.txt", "أصدر مجلس الوزراء القرار رقم \(words) بشأن المدارس.")
        let outcome = try place.sh("isnad build in.txt --format ntriples")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.text.contains("ontology#number> \"15\" ."))
        #expect(outcome.text.contains("ontology#year> \"2020\"^^<http://www.w3.org/2001/XMLSchema#gYear> ."))
        #expect(outcome.text.contains("rqm-15-lsnp-2020"), "one name, whatever the digits")
    }

    @Test(.enabled(if: Workplace.has("draw"))) func drawingsAreInert() throws {
        let place = try Workplace()
        try place.write("in.ndjson", try record("</script><svg onload=alert(1)><a href='javascript:alert(1)'>"))
        let outcome = try place.sh("isnad draw in.ndjson -o out.svg && isnad draw in.ndjson -o out.html")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try place.complaints(about: ["out.svg"]) == "")
        for name in ["out.svg", "out.html"] {
            let text = try #require(place.text(name))
            #expect(!text.contains("<svg onload") && !text.contains("<a href='javascript") && !text.contains("href=\"javascript"))
        }
        #expect(place.text("out.html")?.contains("Content-Security-Policy") ?? false)
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "java\nscript:x", "javascript&#58;x"])
    func dangerousAddressesAreDropped(address: String) throws {
        let place = try Workplace()
        let object = ["text": sampleSentence, "url": address]
        try place.write("in.ndjson", String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self))
        let outcome = try place.sh("isnad build in.ndjson -o out.ttl -o out.dot")
        #expect(outcome.status == 0 && outcome.messages.contains("address"), "\(outcome.messages)")
        for name in ["out.ttl", "out.dot"] { #expect(place.text(name)?.contains("script:") == false) }
    }

    @Test(arguments: [
        ("heads.tsv", "\u{0}\u{1}\n"), ("heads.tsv", String(repeating: "x\t", count: 100_000)), ("heads.tsv", "no\tsuch\tclass\tx\n"),
        ("x.rules", "rule\n"), ("x.rules", "when $x\n"), ("x.rules", "rule a\nwhen \u{202E}\nedge a b c 900\n"),
    ])
    func hostileLexicons(name: String, text: String) throws {
        let place = try Workplace()
        try place.sh("mkdir -p own/lexicon own/rules")
        try place.write(name.hasSuffix("rules") ? "own/rules/\(name)" : "own/lexicon/\(name)", text)
        try place.write("in.txt", sampleSentence)
        let outcome = try place.sh("isnad build in.txt --lexicon own -o out.ttl")
        #expect(outcome.status == 2 || outcome.status == 65, "\(outcome.messages)")
        #expect(outcome.messages.contains("\(name):"), "\(outcome.messages)")
        #expect(!place.names.contains("out.ttl"))
    }
}
