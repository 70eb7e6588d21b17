import Files
import Reading
import Testing

@Suite struct FeedTests {
    @Test func readsRSS() throws {
        let feed = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>وكالة التجربة</title><language>ar-kw</language><link>https://a.example</link>
            <image><title>شعار</title></image>
            <item><title>خبر &amp; خبر</title><link>https://a.example/1</link><guid isPermaLink="false">g1</guid>
            <pubDate>Sun, 12 May 2024 10:00:00 +0300</pubDate><dc:creator>ريم</dc:creator>
            <description>موجز</description><content:encoded><![CDATA[<p>قال <b>الوزير</b> كذا.</p><p>وأضاف كذا.</p><script>x()</script>]]></content:encoded></item>
            <item><title>ثان</title><link>javascript:alert(1)</link><description>نص قصير</description></item>
            <item/>
            </channel></rss>
            """
        let documents = try read(feed.utf8, "feed").map { try $0.get() }
        #expect(documents.count == 2)
        let first = documents[0]
        #expect(first.text == "قال الوزير كذا.\nوأضاف كذا.\n" && first.title == "خبر & خبر")
        #expect(first.date == "2024-05-12" && first.publisher == "وكالة التجربة" && first.language == "ar-KW")
        #expect(first.author == "ريم" && first.url == "https://a.example/1" && first.identifier == "g1")
        #expect(documents[1].text == "نص قصير" && documents[1].url == nil && documents[1].warningText.contains("javascript"))
    }

    @Test func readsAtom() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>مدونة</title>
            <entry><title type="html">&lt;b&gt;عنوان&lt;/b&gt;</title><id>urn:1</id><link rel="edit" href="https://e.example"/>
            <link href="https://b.example/1"/><published>2023-01-02T00:00:00Z</published><author><name>سالم</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>فقرة أولى</p><p>فقرة ثانية</p></div></content></entry>
            </feed>
            """
        let document = try readOne(feed.utf8, "feed.xml")
        #expect(document.text == "فقرة أولى\nفقرة ثانية\n" && document.title == "عنوان" && document.date == "2023-01-02")
        #expect(document.url == "https://b.example/1" && document.author == "سالم" && document.language == "ar")
        #expect(document.format == .atom && document.publisher == "مدونة")
    }

    @Test func readsRSS1AndWindows1256() throws {
        var feed = Array("<?xml version='1.0' encoding='windows-1256'?><rdf:RDF xmlns='http://purl.org/rss/1.0/'".utf8)
        feed += Array(" xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/><item><title>".utf8)
        feed += [0xC7, 0xE1] + Array("</title></item></rdf:RDF>".utf8)
        let document = try readOne(feed, "feed")
        #expect(document.title == "ال" && document.encoding == .windows1256)
    }

    @Test(arguments: [
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><rss>&b;</rss>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss/>",
        "<!DOCTYPE rss PUBLIC \"x\" \"y\"><rss/>",
    ])
    func documentTypesAreRefused(feed: String) throws {
        let error = try #require(refusal(feed.utf8, "feed.xml"))
        #expect(error.code == .badData && error.message.contains("DOCTYPE"))
    }

    @Test func brokenXMLIsAnErrorWithItsLine() throws {
        let feed = "<rss><channel>\n<item><title>أ</title></item>\n<item><title>ب</item></channel></rss>"
        let error = try #require(refusal(feed.utf8, "feed.xml"))
        #expect(error.line == 3 && error.column == 22 && error.code == .badData)
        // What stands well before the wrong place is read.
        let long = "<rss><channel>" + String(repeating: "<item><title>\(sample)</title></item>", count: 50) + "<item></rss>"
        let results = try read(long.utf8, "feed.xml")
        #expect(results.count > 40)
        guard case .failure = results.last else { throw FileError(.badData, "no error") }
        #expect(refusal("<rss><channel><item>&nope;</item></channel></rss>".utf8, "f.xml")?.code == .badData)
        #expect(refusal("<?xml version='1.0'?><office/>".utf8, "f.xml")?.message.contains("neither RSS nor Atom") ?? false)
        #expect(refusal("<?xml version='1.0'?>".utf8, "f.xml")?.code == .badData)
        let deep = "<rss>" + String(repeating: "<a>", count: 100_000)
        #expect(refusal(deep.utf8, "f.xml")?.code == .badData)
    }

    /// Found by fuzzing: a bracket that closes before any opens.
    @Test func aDeclarationBehindABracketIsNone() {
        #expect(refusal("> <?xml version=\"1.0\"".utf8, "x.rss")?.code == .badData)
        #expect(refusal([0x01, 0x00, 0x3E, 0xAC, 0xFF] + Array("(<?xml".utf8) + [0xFF, 0x61], "x.rss")?.code == .badData)
    }
}
