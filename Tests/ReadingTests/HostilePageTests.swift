import Files
import Reading
import Testing

/// Pages that want to break a reader: none traps, hangs, or lets anything but text through.
@Suite struct HostilePageTests {
    private func page(_ body: String) -> String { "<!DOCTYPE html><html><head><title>ع</title></head><body>\(body)</body></html>" }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(arguments: [
        many("<div>", 100_000), many("<b>", 50_000) + many("</i>", 50_000), "<p " + many("a=1 ", 200_000) + ">نص",
        "<p " + many("a ", 200_000), many("<!--", 100_000), many("<", 200_000), many("</", 100_000), many("&#x", 100_000),
        many("<table><tr><td>", 20_000), "<a href=\"" + many("x", 500_000), many("<script>", 50_000), many("<p>", 200_000),
        "<!DOCTYPE " + many("[", 100_000), many("<svg><![CDATA[", 20_000), many("<a href='#'>نص</a> ", 50_000),
        many("<h1 class='date'>", 900) + many("<b></b>", 50_000), "\u{0}<p>\u{0}</p>", many("<form><select><option>", 10_000),
    ])
    func survives(body: String) throws {
        let document = try readOne(page(body).utf8, "x.html")
        #expect(!document.source.bytes.contains(0))
        #expect(String(validating: document.source.bytes, as: UTF8.self) != nil)
    }

    @Test func tooDeepPagesAreReadWithoutTheirStructure() throws {
        let document = try readOne(page(Self.many("<div>", 5000) + sample).utf8, "x.html")
        #expect(document.text.contains(sample) && document.warningText.contains("nested"))
    }

    @Test func scriptsAndHiddenThingsAreNoText() throws {
        let body = "<script>قال السر</script><style>قال السر</style><p>\(sample)\(sample)</p><div hidden>قال السر</div>"
            + "<div style='display: none'>قال السر</div><template>قال السر</template><!-- قال السر --><p>\(sample)</p>"
        let document = try readOne(page(body).utf8, "x.html")
        #expect(!document.text.contains("السر") && document.text.contains("اجتمع"))
    }

    @Test func markupInTextIsText() throws {
        let body = "<p>\(sample) &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; ]]&gt; \(sample)</p>"
        #expect(try readOne(page(body).utf8, "x.html").text.contains("<script>alert(1)</script> &amp; ]]>"))
    }

    @Test func addressesMustBeAddresses() throws {
        for address in ["javascript:alert(1)", "java&#10;script:x", "javascript&#58;alert(1)", "data:text/html,x"] {
            let html = "<html><head><link rel=canonical href=\"\(address)\"></head><body><p>\(sample)</p></body></html>"
            let document = try readOne(html.utf8, "x.html")
            #expect(document.url == nil && document.warningText.contains("address"), "\(address)")
        }
    }

    @Test func titlesAreOneCleanLine() throws {
        let html = "<html><head><meta property=og:title content=\"أ&#10;ب&#x202E;ج&#27;[31m\"></head><body><p>\(sample)</p></body></html>"
        let title = try #require(try readOne(html.utf8, "x.html").title)
        #expect(title.hasPrefix("أ بج") && !title.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func brokenMetadataIsPassedOver() throws {
        let json = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",}</script>"
            + "<script type='application/ld+json'>[[[[{\"@graph\":{\"@graph\":1}}]]]]</script>"
        let document = try readOne(("<html><head>" + json + "</head><body><h1>عنوان</h1><p>" + sample + "</p></body></html>").utf8, "x.html")
        #expect(document.title == "عنوان")
    }

    @Test func anEmptyPageSaysSo() throws {
        #expect(try readOne("<html><body></body></html>".utf8, "x.html").warningText.contains("no article"))
    }

    @Test func utf8WinsOverAWrongDeclaration() throws {
        let html = "<html><head><meta charset=windows-1256></head><body><p>\(sample)</p></body></html>"
        #expect(try readOne(html.utf8, "x.html").text.contains("اجتمع وزير"))
    }

    @Test func utf16Pages() throws {
        let bytes = littleEndian("\u{FEFF}" + page("<p>\(sample)</p>"))
        let document = try readOne(bytes, "saved")
        #expect(document.format == .html && document.text.contains("اجتمع وزير"))
    }
}
