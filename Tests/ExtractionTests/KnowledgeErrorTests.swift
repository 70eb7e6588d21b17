import Extraction
import Testing

/// Bad lines in files of words and rules are told by file and line.
@Suite struct KnowledgeErrorTests {
    @Test(arguments: [
        ("lexicon/words.tsv", "# words\nكلمة\tN/x!\n", 2, "x!"),
        ("lexicon/words.tsv", "كلمة\tN\n\nأخرى\t?\n", 3, "?"),
        ("lexicon/names.tsv", "سعد\tperhaps\n", 1, "perhaps"),
        ("lexicon/heads.tsv", "وزارة\tf\t\tMinistri\t\tany\n", 1, "Ministri"),
        ("lexicon/heads.tsv", "وزارة\tf\t\tMinistry\t\tsome\n", 1, "some"),
        ("lexicon/honorifics.tsv", "السيد\tpolite\n", 1, "polite"),
        ("lexicon/months.tsv", "يناير\t13\n", 1, "month"),
        ("rules/own.rules", "edge a isnad:chairs b 90\n", 1, "first rule"),
        ("rules/own.rules", "rule one\nrule one\n", 2, "one"),
        ("rules/own.rules", "rule one\nwhen $no-such-set a:person\n", 2, "no-such-set"),
        ("rules/own.rules", "rule one\nwhen a:person b:nothing\n", 2, "nothing"),
        ("rules/own.rules", "rule one\nwhen a:person b:post\nedge a isnad:likes b 90\n", 3, "isnad:likes"),
        ("rules/own.rules", "rule one\nwhen a:person b:post\nedge a org:holds b 101\n", 3, "0 to 100"),
        ("rules/own.rules", "rule one\nwhen a:person b:post\nedge a org:holds c 90\n", 3, "'c'"),
        ("rules/own.rules", "rule one\nwhat\n", 2, "what"),
    ])
    func badLine(_ name: String, _ text: String, _ line: Int, _ part: String) {
        do {
            _ = try Knowledge(files: [(name, text)])
            Issue.record("\(name) was taken: \(text)")
        } catch let error as KnowledgeError {
            #expect(error.file == name)
            #expect(error.line == line)
            #expect(error.message.contains(part), "\(error.message)")
            #expect(error.description.hasPrefix("\(name):\(line): error: "))
        } catch {
            Issue.record("not a KnowledgeError: \(error)")
        }
    }

    @Test func ownWordsAreAdded() throws {
        let sentence = "قال كبير المبصرين في وزارة العدل سعد المهيني إن العمل مستمر."
        let own = (
            name: "mine/roles.tsv", text: "كبير المبصرين\tكبيرة المبصرين\tكبار المبصرين\tadvisor\t\t\tno\n"
        )
        let before = try Knowledge(files: RepositoryKnowledge.files())
        let after = try Knowledge(files: RepositoryKnowledge.files() + [own])
        #expect(!posts(sentence, before).contains { $0.hasPrefix("كبير المبصرين") })
        #expect(posts(sentence, after).contains { $0.hasPrefix("كبير المبصرين") })
    }

    private func posts(_ sentence: String, _ knowledge: Knowledge) -> [String] {
        RepositoryKnowledge.graph(of: sentence, knowledge).nodes.filter { $0.type == .Post }.map(
            \.displayLabel)
    }
}
