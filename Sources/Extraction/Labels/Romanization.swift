/// Names of people in Latin letters by the ALA-LC table for Arabic (2012): `Ontology/lexicon/romanization.tsv`.
///
/// Arabic does not write short vowels, so that a name is romanised only when all of its words are known.
struct Romanization: Sendable {
    /// BCP 47: Arabic in Latin script.
    static let languageTag = "ar-Latn"

    private var words: [[UInt8]: String] = [:]

    /// - Parameter files: name below `Ontology/` and content.
    init(files: [(name: String, text: String)]) {
        for file in files where file.name == "romanization.tsv" || file.name.hasSuffix("/romanization.tsv") {
            var text = file.text
            text.withUTF8 { bytes in
                for row in TabularFile(name: file.name, text: file.text, bytes: bytes).rows where !row[1].isEmpty {
                    for word in EnglishWord.words(of: row[0].bytes).prefix(1) {
                        words[word.letters] = String(row[1])
                    }
                }
            }
        }
    }

    /// The name; nil if one of its words is not known.
    func name(_ arabic: String) -> String? {
        let parts = EnglishWord.words(of: arabic).map { words[$0.letters] }
        guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return nil }
        return parts.compactMap { $0 }.joined(separator: " ")
    }
}
