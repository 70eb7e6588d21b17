import ArabicText
import Extraction
import Foundation
import KnowledgeGraph
import Testing

/// What every graph must keep, on the examples of the repository and on odd texts.
@Suite struct EvidenceTests {
    static let texts: [(name: String, text: String)] = {
        let folder = RepositoryKnowledge.root.appending(path: "Examples")
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var texts: [(String, String)] = []
        while let next = walk?.nextObject() as? URL {
            guard next.lastPathComponent == "article.txt" else { continue }
            if let text = try? String(contentsOf: next, encoding: .utf8) { texts.append((next.path(), text)) }
        }
        return texts
    }()

    static let odd = [
        "", " \n \n", ".", "«»()", "قال", "و", "ال", "لل", "وزير وزير وزير وزير",
        "\u{FEFF}قال وزير العدل إن العمل مستمر.",
        "قالَ وَزيرُ العَدلِ أحمدُ الخطيبُ إنَّ العملَ مستمرٌّ.",
        "قال وزيـــر العدل \u{202E}أحمد\u{202C} الخطيب إن العمل مستمر.",
        "قال وزير العدل 👩‍👩‍👧 أحمد الخطيب إن العمل مستمر.\r\nوأضاف أن العمل مستمر.",
        "ﻗﺎﻝ ﻭﺯﻳﺮ ﺍﻟﻌﺪﻝ ﺃﺣﻤﺪ ﺍﻟﺨﻄﻴﺐ ﺇﻥ ﺍﻟﻌﻤﻞ ﻣﺴﺘﻤﺮ.",
        "The Minister of Justice said nothing.", "قال )وزير العدل« أحمد الخطيب( إن العمل » مستمر.",
        String(repeating: "وزير العدل و", count: 500), String(repeating: "«(", count: 3000),
        "و" + String(repeating: "\u{64B}", count: 5000),
    ]

    private func check(_ text: String) throws {
        let graph = try RepositoryKnowledge.graph(of: text)
        let scalars = Array(text.unicodeScalars)
        func cut(_ range: Range<Int32>) -> String? {
            guard range.lowerBound >= 0, Int(range.upperBound) <= scalars.count else { return nil }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[Int(range.lowerBound)..<Int(range.upperBound)])
            return String(view)
        }
        func same(_ a: String?, _ b: String) -> Bool { a.map { Array($0.utf8) == Array(b.utf8) } ?? false }
        for mention in graph.mentions {
            #expect(same(cut(mention.range), mention.text), "\(mention.range) is not «\(mention.text)»")
            #expect(!mention.range.isEmpty)
            #expect(!mention.rule.isEmpty)
        }
        for sentence in graph.sentences { #expect(same(cut(sentence.range), sentence.text)) }
        for edge in graph.edges {
            for evidence in edge.evidence {
                #expect(evidence.confidence <= 100)
                #expect(!evidence.rule.isEmpty)
                guard let range = evidence.range else {
                    #expect(evidence.derivation == .background)
                    continue
                }
                #expect(cut(range) != nil)
                let sentence = try #require(evidence.sentence)
                #expect(graph.sentences[Int(sentence)].range.contains(range.lowerBound))
            }
        }
        // A node is mentioned, or is a relation between nodes, or stands in an edge.
        let mentioned = Set(graph.mentions.map(\.node))
        let tied = Set(
            graph.edges.flatMap { edge in edge.object.nodeID.map { [edge.subject, $0] } ?? [edge.subject] })
        for index in graph.nodes.indices {
            #expect(
                mentioned.contains(NodeID(index)) || tied.contains(NodeID(index)),
                "\(graph.nodes[index].name) hangs loose")
        }
        #expect(Set(graph.nodes.map(\.name)).count == graph.nodes.count, "two nodes of one name")
    }

    @Test(arguments: texts.map(\.name)) func example(_ name: String) throws {
        try check(try #require(Self.texts.first { $0.name == name }).text)
    }

    @Test func thereAreExamples() { #expect(!Self.texts.isEmpty) }

    @Test(arguments: odd.indices) func oddText(_ index: Int) throws { try check(Self.odd[index]) }

    @Test func presentationFormsReadAlike() throws {
        let plain = try RepositoryKnowledge.graph(of: "قال وزير العدل أحمد الخطيب إن العمل مستمر.")
        let shaped = try RepositoryKnowledge.graph(of: "ﻗﺎﻝ ﻭﺯﻳﺮ ﺍﻟﻌﺪﻝ ﺃﺣﻤﺪ ﺍﻟﺨﻄﻴﺐ ﺇﻥ ﺍﻟﻌﻤﻞ ﻣﺴﺘﻤﺮ.")
        #expect(plain.nodes.map(\.type) == shaped.nodes.map(\.type))
        #expect(plain.edges.map(\.predicate) == shaped.edges.map(\.predicate))
        #expect(!plain.edges.isEmpty)
    }
}

extension Value {
    var nodeID: NodeID? {
        if case .node(let id) = self { id } else { nil }
    }
}
