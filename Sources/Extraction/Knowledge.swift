/// The lexicon and the rules, loaded once and shared by all extractors.
public struct Knowledge: Sendable {
    public let lexicon: Lexicon
    public let rules: [Rule]
    let matcher: RuleMatcher
    /// English labels of what has an Arabic name only.
    public let english: EnglishLabels

    /// - Parameter files: name below `Ontology/` and content, the user's own files last.
    /// - Throws: `KnowledgeError` for the first line that cannot be read.
    public init(files: [(name: String, text: String)]) throws {
        var loader = LexiconLoader()
        try loader.load(files)
        lexicon = Lexicon(loader)
        var rules: [Rule] = []
        for file in files where file.name.hasSuffix(".rules") {
            rules += try RuleFile(name: file.name, text: file.text, lexicon: lexicon).rules()
        }
        self.rules = rules
        english = EnglishLabels(files: files, lexicon: lexicon)
        matcher = RuleMatcher(rules: rules, lexicon: lexicon)
    }
}
