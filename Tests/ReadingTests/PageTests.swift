import Files
import Foundation
import Reading
import SystemPackage
import Testing

/// Saved pages of ten layouts; beside each what a reader takes for its text and its metadata.
@Suite struct PageTests {
    static let names = [
        "01-weblog", "02-agency-tables", "03-portal", "04-ministry", "05-microdata", "06-drawn-by-script",
        "07-levantine-wire", "08-more-comments-than-text", "09-divs-for-paragraphs", "10-organisation",
    ]

    @Test(arguments: names) func readsTheArticle(name: String) throws {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Pages")
        let expected = try String(contentsOf: folder.appendingPathComponent(name + ".expected"), encoding: .utf8)
        let parts = expected.components(separatedBy: "\n\n")
        let stream = try DocumentReader().documents(
            at: FilePath(folder.appendingPathComponent(name + ".html").path))
        let document = try #require(stream.next()).get()
        #expect(stream.next() == nil)
        let trimmed = String(decoding: document.source.bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let text = parts.dropFirst().joined(separator: "\n\n").trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(trimmed == text)
        var found: [String: String] = [:]
        found["title"] = document.title
        found["date"] = document.date
        found["publisher"] = document.publisher
        found["author"] = document.author
        found["url"] = document.url
        found["language"] = document.language
        let fields = parts[0].split(separator: "\n").map { $0.components(separatedBy: ": ") }
        #expect(found == Dictionary(uniqueKeysWithValues: fields.map { ($0[0], $0.dropFirst().joined(separator: ": ")) }))
        #expect(document.format == .html)
        #expect(document.warnings.isEmpty)
    }
}
