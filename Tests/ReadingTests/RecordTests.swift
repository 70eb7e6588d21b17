import Files
import Reading
import Testing

@Suite struct RecordTests {
    private let reader = "records.ndjson"

    @Test func readsRecordsWithTheirFields() throws {
        let lines = """
            {"id": 7, "title": "خبر \\u0623ول", "text": "نص\\nثان", "date": "2024-05-12T08:00:00Z", "url": "https://a.example/1", "source": {"name": "صحيفة"}, "author": ["أ", "ب"], "lang": "ar_KW"}

            {"headline": "ثان", "articleBody": "نص آخر", "published": 1715500800}
            """
        let documents = try read(lines.utf8, reader).map { try $0.get() }
        #expect(documents.map(\.name) == ["records.ndjson#1", "records.ndjson#3"])
        let first = documents[0]
        #expect(first.text == "نص\nثان" && first.title == "خبر أول" && first.date == "2024-05-12")
        #expect(first.url == "https://a.example/1" && first.publisher == "صحيفة" && first.identifier == "7")
        #expect(first.author == "أ ب" && first.language == "ar-KW" && first.warnings.isEmpty)
        #expect(documents[1].date == "2024-05-12" && documents[1].format == .ndjson)
    }

    @Test func aBadLineStopsNothing() throws {
        let lines = "{\"text\":\"أ\"}\n{\"text\":}\n[1]\n{\"id\":3}\n{\"text\":\"ب\"}\n{\"text\":\"ج"
        let results = try read(lines.utf8, reader)
        #expect(results.compactMap { try? $0.get().text } == ["أ", "ب"])
        let errors = results.compactMap { result in if case .failure(let error) = result { error } else { nil } }
        #expect(errors.map(\.line) == [2, 3, 4, 6])
        #expect(errors[0].column == 9 && errors[3].message.contains("not closed"))
        #expect(errors.allSatisfy { $0.code == .badData && $0.file == reader })
    }

    @Test func wrongBytesInALine() throws {
        let line = Array("{\"text\":\"أ".utf8) + [0xFF] + Array("\"}\n{\"text\":\"ب\"}".utf8)
        let results = try read(line, reader)
        guard case .failure(let error) = results.first else { throw FileError(.badData, "no error") }
        #expect(error.line == 1 && error.column == 11 && results.count == 2)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", "1e", "-", "+1", "\"\\x\"", "\"\\u12\"", "\"\n\"", "nul", "tru",
        "[1 2]", "{\"a\" 1}", "'a'", "[1]x", "NaN", "\u{FEFF}\u{FEFF}1", "[\"\u{1}\"]",
    ])
    func refusesWhatIsNoJSON(text: String) throws {
        #expect(refusal(text.utf8, "x.json")?.code == .badData, "\(text)")
    }

    @Test func escapesAndPairs() throws {
        let text = #"{"text":"\ud83d\ude00 \" \\ \/ \b\f\r\t \ud800 \ud800A"}"#
        #expect(try readOne(text.utf8, "x.json").text == "😀 \" \\ / \u{8}\u{C}\r\t \u{FFFD} \u{FFFD}A")
    }

    @Test func markupInAFieldIsReadAsSuch() throws {
        #expect(try readOne(#"{"body":"<p>قال.<\/p>\n<p>وأضاف<br>كذا.</p>"}"#.utf8, reader).text == "قال.\nوأضاف\nكذا.\n")
        #expect(try readOne(#"{"body":"اسمه <b>س</b>"}"#.utf8, reader).text == "اسمه <b>س</b>")
    }

    @Test func nestingIsBounded() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(refusal(deep.utf8, "x.json")?.message.contains("128 deep") ?? false)
        #expect(refusal(("{\"a\":" + deep).utf8, reader)?.message.contains("128 deep") ?? false)
    }

    @Test func arraysAndSingleRecords() throws {
        let array = "[\n {\"text\": \"أ\"},\n {\"text\": \"ب\", \"url\": \"javascript:alert(1)\"}\n]"
        let documents = try read(array.utf8, "x.json").map { try $0.get() }
        #expect(documents.map(\.text) == ["أ", "ب"])
        #expect(documents[1].url == nil && documents[1].warningText.contains("javascript"))
        #expect(try readOne("{\n\"text\": \"أ\"\n}".utf8, "x.json").format == .json)
        #expect(try readOne("{\"text\": \"أ\"}".utf8, "-").format == .ndjson)
    }

    @Test func readsTables() throws {
        let table = """
            id,title,content,date
            1,"عنوان, أول","قال ""الوزير""
            سطر ثان",12/05/2024
            2,ثان,نص,غدا

            """
        let documents = try read(table.utf8, "x.csv").map { try $0.get() }
        #expect(documents.map(\.text) == ["قال \"الوزير\"\nسطر ثان", "نص"])
        #expect(documents.map(\.title) == ["عنوان, أول", "ثان"])
        #expect(documents[0].date == "2024-05-12" && documents[1].date == nil)
        #expect(documents[1].warningText.contains("غدا"))
        #expect(documents.map(\.name) == ["x.csv#2", "x.csv#4"])
    }

    @Test func tablesOfOtherPrograms() throws {
        let excel = "\u{FEFF}العنوان;النص\r\nأول;نص الخبر\r\n"
        #expect(try readOne(excel.utf8, "x.csv").text == "نص الخبر")
        #expect(try readOne("title\ttext\nأ\tب, ج\n".utf8, "x.tsv").text == "ب, ج")
        let wide = littleEndian("\u{FEFF}text\nنص\n")
        #expect(try readOne(wide, "x.csv").text == "نص")
    }

    @Test func brokenTables() throws {
        #expect(refusal("a,b\n1,2\n".utf8, "x.csv")?.message.contains("no column") ?? false)
        #expect(refusal("text\n\"never closed\nx\n".utf8, "x.csv")?.line == 2)
        #expect(refusal("text\na,b\n".utf8, "x.csv")?.line == 2)
        #expect(try read("".utf8, "x.csv").isEmpty)
    }

    @Test func namesOfFieldsCanBeGiven() throws {
        let document = try readOne("{\"متن الخبر\":\"نص\",\"text\":\"no\"}".utf8, reader) {
            $0.fields.names[.text] = ["متن الخبر"]
        }
        #expect(document.text == "نص")
    }

    @Test func recordsLongerThanTheLimitAreRefusedAndTheNextRead() throws {
        let long = "{\"text\":\"\(String(repeating: "x", count: 5000))\"}"
        let lines = long + "\n{\"text\":\"ب\"}\n"
        let results = try read(lines.utf8, reader) { $0.maximumBytes = 1000 }
        #expect(results.count == 2)
        #expect(try results[1].get().text == "ب")
    }

    @Test(arguments: [
        ("2024-05-12", "2024-05-12"), ("2024-05-12T22:30:00Z", "2024-05-12"), ("20240512", "2024-05-12"),
        ("Sun, 12 May 2024 10:00:00 +0300", "2024-05-12"), ("May 12, 2024", "2024-05-12"), ("12/5/2024", "2024-05-12"),
        ("2024/05/12", "2024-05-12"), ("الأحد 12 مايو 2024", "2024-05-12"), ("١٢ أيار ٢٠٢٤", "2024-05-12"),
        ("12 أيار/مايو 2024", "2024-05-12"), ("3 تشرين الأول 2019", "2019-10-03"), ("1 كانون الثاني / يناير 2020", "2020-01-01"),
        ("۱۲/۰۵/۲۰۲۴", "2024-05-12"), ("1715500800", "2024-05-12"), ("1715500800000", "2024-05-12"),
        ("29/02/2023", nil), ("2024-13-01", nil), ("غدا", nil), ("", nil), ("99999999999999999999999", nil), ("12 مايو", nil),
        ("آخر تحديث: 10:33 - 12 مايو 2024 م", "2024-05-12"),
    ] as [(String, String?)])
    func days(written: String, day: String?) throws {
        let record = "text,date\nن,\"\(written)\"\n"
        #expect(try readOne(record.utf8, "x.csv").date == day)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", "data:text/html,x", "javascript&#58;x", "//host/path",
        "https:///x", "https://a b/", "https://a/\"x", "file:///etc/passwd", "https://a/<script>", " \u{1}javascript:x",
    ])
    func dangerousAddressesAreLeftOut(address: String) throws {
        let escaped = address.replacing("\"", with: "\"\"")
        #expect(try readOne("text,url\nن,\"\(escaped)\"\n".utf8, "x.csv").url == nil)
    }
}
