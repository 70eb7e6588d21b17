import ArabicText
import KnowledgeGraph

/// Reads Arabic government news and makes the knowledge graph that is in it.
///
/// One extractor serves one thread; its lexicon is shared.
public struct Extractor {
    private let lexicon: Lexicon
    private let matcher: RuleMatcher
    private let sets: ExtractorSets
    private var analyzer: FormAnalyzer
    private var english: EnglishLabels

    public init(_ knowledge: Knowledge) {
        lexicon = knowledge.lexicon
        matcher = knowledge.matcher
        sets = ExtractorSets(knowledge.lexicon)
        analyzer = FormAnalyzer(lexicon: knowledge.lexicon)
        english = knowledge.english
    }

    /// The graph of one text.
    ///
    /// - Complexity: linear in the length of the text, which is read in sections of at most 32 KB.
    public mutating func graph(of source: SourceText, document: DocumentRecord) -> Graph {
        guard source.bytes.count > Sections.greatest else { return graph(ofSection: source, at: 0, document).graph }
        var union = GraphUnion()
        var start: Int32 = 0
        for section in Sections(source.bytes) {
            let made = graph(ofSection: SourceText(utf8: Array(source.bytes[section])), at: start, document)
            union.add(section: made.graph)
            start += made.scalarCount
        }
        return union.graph
    }

    /// - Parameter start: the code point of the document at which the section begins.
    private mutating func graph(
        ofSection source: SourceText, at start: Int32, _ document: DocumentRecord
    ) -> (graph: Graph, scalarCount: Int32) {
        let text = AnalyzedText(Tokenizer().tokens(in: source), at: start, analyzer: &analyzer)
        // Mentions
        var parser = MentionParser(lexicon: lexicon, text: text, words: sets.parser)
        let top = parser.run()
        // Apposition and coreference
        let finder = AppositionFinder(text: text, lexicon: lexicon)
        let links = top.map { finder.links(OfficeEnds.expanded($0, parser.mentions), parser.mentions) }
        var resolver = Resolver(lexicon: lexicon, text: text, mentions: parser.mentions)
        resolver.run(links.flatMap { $0 })
        // Relations
        var facts: [Fact] = []
        StructuralRelations(lexicon: lexicon, text: text).add(to: &facts, &resolver)
        let sentences = text.sentences.indices.map { index in
            SentenceItems(
                text.sentences[index], top: top[index], mentions: resolver.mentions, links: links[index], text: text,
                shells: sets.shell)
        }
        TwoSides(lexicon: lexicon, text: text).add(to: &facts, resolver)
        let events = EventReferences(resolver, text)
        for sentence in sentences { matcher.facts(in: sentence, text: text, events: events, into: &facts) }
        // Statements
        var statements = StatementFinder(lexicon: lexicon, text: text, sets: sets.statement).statements(sentences, resolver)
        HolderSubstitution(resolver).apply(to: &facts, &statements)
        // Topics, groups, aims, times
        DeepLayers(lexicon: lexicon, text: text, document: document).add(to: &facts, &statements, &resolver)
        // Graph
        var assembler = GraphAssembler(lexicon: lexicon, text: text, document: document)
        var graph = assembler.graph(resolver, facts, statements)
        english.label(&graph)
        return (graph, text.tokenized.scalarCount)
    }
}

/// The sets of words that the stages ask for, looked up once for all documents.
private struct ExtractorSets {
    let parser: ParserSets
    let statement: StatementSets
    let shell: WordSets

    init(_ lexicon: Lexicon) {
        parser = ParserSets(lexicon)
        statement = StatementSets(lexicon)
        shell = lexicon.wordSet("shell")
    }
}
