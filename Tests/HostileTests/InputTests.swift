import Foundation
import Testing

@Suite(.serialized) struct InputTests {
    private static let sampleNodes: Set<String> = {
        guard let place = try? Workplace(), (try? place.write("in.txt", sampleSentence)) != nil,
            let found = try? place.sh("isnad build in.txt --format ntriples --evidence none")
        else { return [] }
        return nodes(found.text)
    }()

    /// The nodes of the graph but its documents, without the digest of the document that names of the document's own carry.
    static func nodes(_ triples: String) -> Set<String> {
        Set(
            triples.split(separator: "\n").compactMap { line -> String? in
                guard let subject = line.split(separator: " ").first, !subject.contains("/doc.") else { return nil }
                return subject.split(separator: ".").filter { part in
                    !(part.utf8.filter { $0 != UInt8(ascii: ">") }.count == 16 && part.allSatisfy { $0.isHexDigit || $0 == ">" })
                }.joined(separator: ".").replacing(">", with: "")
            })
    }

    @Test(arguments: inputRows) func row(_ row: InputRow) throws {
        let place = try Workplace()
        try place.write(row.file, row.bytes)
        let outputs = row.suffixes.map { "out." + $0 }
        let list = outputs.map { "-o " + $0 }.joined(separator: " ")
        let outcome = try place.sh("isnad build \(row.file) \(list) \(row.options)")
        #expect(outcome.status == row.status, "\(outcome.messages)")
        for message in row.messages {
            #expect(outcome.messages.contains(message), "«\(message)» is not said: \(outcome.messages)")
        }
        for text in row.never {
            #expect(!outcome.messages.unicodeScalars.contains(text.unicodeScalars), "a message holds \(text.debugDescription)")
        }
        #expect(!place.names.contains { $0.hasSuffix(".isnad-tmp") })
        guard row.status == 0 else {
            #expect(!place.names.contains { $0.hasPrefix("out.") }, "an output without an input")
            return
        }
        for output in outputs {
            let text = try #require(place.text(output), "\(output) is missing")
            for never in row.never { #expect(!text.unicodeScalars.contains(never.unicodeScalars), "\(output)") }
        }
        #expect(try place.complaints(about: outputs) == "")
        if row.isLikeSample {
            let graph = try place.sh("isnad build \(row.file) --format ntriples --evidence none \(row.options)")
            #expect(!Self.sampleNodes.isEmpty)
            #expect(Self.nodes(graph.text).isSuperset(of: Self.sampleNodes))
        }
    }
}
