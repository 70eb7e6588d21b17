import ArabicText
import Extraction
import Files
import Glibc
import KnowledgeGraph
import SystemPackage

/// Text, from bytes that need not be UTF-8.
enum TextTargets {
    static func tokenize(_ bytes: [UInt8]) {
        let text = Tokenizer().tokens(in: SourceText(utf8: bytes))
        var end: (bytes: Int32, scalars: Int32) = (0, 0)
        for token in text.tokens {
            check(token.bytes.lowerBound >= end.bytes && token.scalars.lowerBound >= end.scalars, "tokens do not overlap")
            check(!token.bytes.isEmpty && !token.scalars.isEmpty, "no token is empty")
            end = (token.bytes.upperBound, token.scalars.upperBound)
        }
        check(Int(end.bytes) <= bytes.count && end.scalars <= text.scalarCount, "tokens lie in the text")
        var last = 0
        for sentence in SentenceSplitter().sentences(in: text) {
            check(!sentence.isEmpty && sentence.lowerBound >= last, "sentences do not overlap")
            last = sentence.upperBound
        }
        check(last <= text.tokens.count, "sentences lie in the text")
    }

    nonisolated(unsafe) private static var extractor = Extractor(KnowledgeFiles.builtIn)

    static func extract(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let scalars = Array(text.unicodeScalars)
        let graph = extractor.graph(of: SourceText(text), document: DocumentRecord(name: "doc.fuzz"))
        for mention in graph.mentions {
            let range = Int(mention.range.lowerBound)..<Int(mention.range.upperBound)
            check(range.lowerBound >= 0 && range.upperBound <= scalars.count, "mentions lie in the text")
            let words = String(String.UnicodeScalarView(scalars[range]))
            check(words.utf8.elementsEqual(mention.text.utf8), "«\(mention.text)» is what stands at \(range): «\(words)»")
            check(graph.nodes.indices.contains(Int(mention.node.index)), "mentions have their node")
        }
        for edge in graph.edges {
            check(graph.nodes.indices.contains(Int(edge.subject.index)), "edges have their subject")
            if case .node(let object) = edge.object {
                check(graph.nodes.indices.contains(Int(object.index)), "edges have their object")
            }
            for evidence in edge.evidence {
                if let range = evidence.range { check(Int(range.upperBound) <= scalars.count, "evidence lies in the text") }
            }
        }
        let again = extractor.graph(of: SourceText(text), document: DocumentRecord(name: "doc.fuzz"))
        check(again.nodes == graph.nodes && again.mentions == graph.mentions, "the same text gives the same graph")
    }
}

/// The files that domain experts write.
enum KnowledgeFiles {
    /// All of `Ontology/`, whose place `FUZZ_ONTOLOGY` gives: name and text.
    static let files: [(name: String, text: String)] = {
        let folder = getenv("FUZZ_ONTOLOGY").map { String(cString: $0) } ?? "Ontology"
        var walk = FolderWalk()
        guard (try? walk.add(FilePath(folder))) != nil else { return [] }
        return walk.files.compactMap { path in
            guard let bytes = try? InputFile(path: path).readAll(limit: 1 << 26) else { return nil }
            let name = path.string.utf8.dropFirst(folder.utf8.count + 1)
            return (String(decoding: name, as: UTF8.self), String(decoding: bytes, as: UTF8.self))
        }
    }()

    static let builtIn: Knowledge = {
        do {
            return try Knowledge(files: files)
        } catch {
            StandardStreams.report("cannot read the ontology: \(error)")
            exit(2)
        }
    }()

    static func read(rules bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? RuleFile(name: "fuzz.rules", text: text, lexicon: builtIn.lexicon).rules()
    }

    /// The first byte says which of the tables it is to be.
    static func read(lexicon bytes: [UInt8]) {
        let tables = files.map(\.name).filter { $0.hasSuffix(".tsv") }
        guard let first = bytes.first, !tables.isEmpty else { return }
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        _ = try? Knowledge(files: [(tables[Int(first) % tables.count], text)])
    }
}
