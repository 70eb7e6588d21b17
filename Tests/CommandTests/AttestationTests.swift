import Foundation
import Testing

/// Holdings and memberships gather the days of the texts that say so; former ones do not.
@Suite struct AttestationTests {
    private let texts = [
        ("2021-05-03", "أكد وزير العدل الكويتي سالم ناصر الراجحي أن الوزارة تعمل على تطوير الخدمات."),
        ("2022-01-10", "استقبل وزير العدل الكويتي سالم ناصر الراجحي السفير القطري في مكتبه."),
        ("2023-07-20", "قال وزير العدل الكويتي فهد علي المطيري إن العمل جار."),
    ]

    private func news(_ folder: Folder, _ texts: [(String, String)]) throws -> String {
        let lines = try texts.map { date, text in
            String(decoding: try JSONSerialization.data(withJSONObject: ["date": date, "text": text]), as: UTF8.self)
        }
        return try folder.write(lines.joined(separator: "\n"), to: "news.ndjson")
    }

    @Test func daysOfHoldings() throws {
        let folder = try Folder()
        let path = try news(folder, texts)
        let result = try Binary.isnad(["build", path])
        #expect(result.code == 0, "\(result.errors)")
        let days = result.text.components(separatedBy: "\"^^xsd:date").dropLast().prefix(2).map { $0.suffix(10) }
        #expect(days == ["2021-05-03", "2022-01-10"], "\(result.text)")
        let checked = try Binary.isnad(["check", path, "--strict"])
        #expect(checked.code == 0, "\(checked.text)")
    }

    @Test func formerHolders() throws {
        let folder = try Folder()
        let path = try news(folder, [("2021-05-03", "قال وزير العدل الكويتي السابق سالم ناصر الراجحي إن العمل جار.")])
        let text = try Binary.isnad(["build", path]).text
        #expect(text.contains("isnad:PostHolding"))
        #expect(!text.contains("attestedOn"))
    }

    @Test func officesOverTime() throws {
        let folder = try Folder()
        let text = try Binary.isnad(["stats", try news(folder, texts)]).text
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        let place = try #require(lines.firstIndex { $0.hasSuffix("  وزير العدل الكويتي") && $0.hasPrefix("2 ") }, "\(text)")
        #expect(lines[place + 1] == "2021-05-03 – 2022-01-10  سالم ناصر الراجحي")
        #expect(lines[place + 2] == "2023-07-20  فهد علي المطيري")
    }
}
