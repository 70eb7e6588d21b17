import Files
import Foundation
import Reading
import SystemPackage
import Testing

/// PDF and DOCX, through the programs that the tests' machine has.
@Suite struct OfficeTests {
    private func isInstalled(_ program: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// A PDF of one page with a line of Latin text; positions in the table are right, as strict readers want them.
    private var pdf: [UInt8] {
        let stream = "BT /F1 24 Tf 72 720 Td (Report of the ministry, 2024) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var text = "%PDF-1.4\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += String(repeating: "0", count: 10 - String(text.utf8.count).count) + "\(text.utf8.count) 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
        return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
    }

    /// A zip archive of stored files (PKWARE APPNOTE 4.3).
    private func archive(_ files: [(String, String)]) -> [UInt8] {
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, text) in files {
            let data = Array(text.utf8)
            var crc: UInt32 = 0xFFFF_FFFF
            for byte in data {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
            }
            let common = little(20, 2) + little(0, 8) + little(Int(~crc), 4) + little(data.count, 4)
                + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(body.count, 4) + Array(name.utf8)
            body += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + data
        }
        return body + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
            + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    }

    private var docx: [UInt8] {
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        let body = "<w:document \(space)><w:body><w:p><w:r><w:t>قال </w:t></w:r><w:r><w:t>الوزير</w:t><w:tab/><w:t>كذا</w:t></w:r></w:p>"
            + "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>سطر ثان</w:t></w:r></w:p></w:body></w:document>"
        let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>تقرير</dc:title><dc:creator>منى</dc:creator></cp:coreProperties>"
        return archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", body), ("docProps/core.xml", core)])
    }

    @Test func readsPDF() throws {
        guard isInstalled("pdftotext") else { return }
        let document = try readOne(pdf, "report.bin")
        #expect(document.format == .pdf && document.text.contains("Report of the ministry, 2024"))
        #expect(refusal(Array(pdf.prefix(40)), "broken.pdf")?.code == .badData)
    }

    @Test func readsDOCX() throws {
        guard isInstalled("unzip") else { return }
        let document = try readOne(docx, "report.docx")
        #expect(document.text == "قال الوزير كذا\nسطر ثان\n" && document.title == "تقرير" && document.author == "منى")
        #expect(refusal(Array(docx.prefix(90)), "broken.docx")?.code == .badData)
        #expect(refusal(docx, "big.docx") { $0.maximumBytes = 10 }?.message.contains("more than 10 bytes") ?? false)
    }

    @Test func linesThatFitAPageAreOneParagraph() throws {
        let markdown = "# عنوان\nقال الوزير\nإن الطريق\n\n- بند\n- بند آخر\n```\nأ\nب\n```\nنهاية  \nسطر\n"
        let text = try readOne(markdown.utf8, "x.md").text
        #expect(text == "# عنوان\nقال الوزير إن الطريق\n\n- بند\n- بند آخر\n```\nأ\nب\n```\nنهاية  \nسطر\n")
    }

    @Test func markdownMetadata() throws {
        let text = "---\ntitle: \"تقرير\"\ndate: 2024-05-12\nurl: javascript:x\n---\n# عنوان\n\nقال **الوزير**.\n"
        let document = try readOne(text.utf8, "x.md")
        #expect(document.title == "تقرير" && document.date == "2024-05-12" && document.url == nil)
        #expect(document.source.bytes.count == text.utf8.count && !document.text.contains("title"))
        #expect(try readOne("# عنوان\nنص".utf8, "x.md").title == "عنوان")
        #expect(try readOne("---\nنص".utf8, "x.md").text == "---\nنص")
    }
}
