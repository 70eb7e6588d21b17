import Crypto
import RDF

extension TripleAssembly {
    /// Articles, their texts (`nif:Context`) and the runs that read them: one `prov:Activity` a document.
    mutating func addDocuments() throws {
        let software = name("software", "isnad-" + options.software)
        for (index, document) in graph.documents.enumerated() {
            let place = graphs[index]
            let article = dataset.terms.iri { [base = options.base] in
                $0.append(base)
                $0.append(document.name)
            }
            try addArticle(document, article, place)
            let run = name("run", suffixes[index])
            addType(contexts[index], .context, place)
            add(contexts[index], .sourceUrl, article, place)
            add(contexts[index], .wasGeneratedBy, run, place)
            if options.includesText, let text = document.text {
                add(contexts[index], .isString, dataset.terms.literal(text), place)
            }
            addType(run, .activity, place)
            add(run, .used, article, place)
            add(run, .wasAssociatedWith, software, place)
            guard index == 0 || options.namedGraphs else { continue }
            addType(software, .softwareAgent, place)
            add(software, .name, dataset.terms.literal("Isnad"), place)
            add(software, .softwareVersion, dataset.terms.literal(options.software), place)
        }
    }

    private mutating func addArticle(_ document: DocumentRecord, _ article: TermID, _ place: TermID?) throws {
        let arabic = try vocabulary.language("ar", &dataset.terms)
        addType(article, .newsArticle, place)
        if let title = document.title {
            add(article, .headline, dataset.terms.literal(title, language: arabic), place)
        }
        if let date = document.date {
            let datatype = vocabulary.datatype(.date, &dataset.terms)
            add(article, .datePublished, dataset.terms.literal(date, datatype: datatype), place)
        }
        if let publisher = document.publisher {
            add(article, .publisher, dataset.terms.literal(publisher, language: arabic), place)
        }
        if let language = document.language { add(article, .inLanguage, vocabulary.text(language, &dataset.terms), place) }
        if let url = document.url { add(article, .url, dataset.terms.iri(url), place) }
        if let sha256 = document.sha256 { add(article, .sha256, dataset.terms.literal(sha256), place) }
    }

    // MARK: Facts

    /// An `rdf:Statement` for each edge and document that gives evidence for it, and the sentences that it
    /// rests on.
    mutating func addFacts() throws {
        var sentences = [TermID?](repeating: nil, count: graph.sentences.count)
        for index in edgeOrder {
            let edge = graph.edges[Int(index)]
            for evidence in Self.byDocument(edge.evidence) { try addFact(edge, evidence, &sentences) }
        }
    }

    /// The evidence of each document together, documents and evidence in their order.
    private static func byDocument(_ evidence: [Evidence]) -> [[Evidence]] {
        guard let first = evidence.first?.document else { return [] }
        if evidence.allSatisfy({ $0.document == first }) { return [evidence] }
        var place: [Int32: Int] = [:]
        var groups: [[Evidence]] = []
        for item in evidence {
            if let known = place[item.document] {
                groups[known].append(item)
            } else {
                place[item.document] = groups.count
                groups.append([item])
            }
        }
        return groups
    }

    /// The best of a document's evidence gives rule, confidence and derivation; with full evidence the sentences of the
    /// rest stand beside its own.
    private mutating func addFact(_ edge: Edge, _ evidence: [Evidence], _ sentences: inout [TermID?]) throws {
        guard let best = evidence.first else { return }
        let place = graphs[Int(best.document)]
        let subject = node(edge.subject)
        let predicate = vocabulary.property(edge.predicate, &dataset.terms)
        let object = try value(edge.object)
        let fact = factName(edge, best.document)
        if options.version == .v1_2 {
            add(fact, .reifies, dataset.terms.triple(subject, predicate, object), place)
        } else {
            addType(fact, .statement, place)
            add(fact, .subject, subject, place)
            add(fact, .predicate, predicate, place)
            add(fact, .object, object, place)
        }
        add(fact, .rule, vocabulary.text(best.rule, &dataset.terms), place)
        add(fact, .confidence, vocabulary.confidence(best.confidence, &dataset.terms), place)
        add(fact, .derivation, vocabulary.text(best.derivation.rawValue, &dataset.terms), place)
        var added: Set<Int32> = []
        for evidence in options.evidence == .full ? evidence : [best] {
            guard let sentence = evidence.sentence, added.insert(sentence).inserted else { continue }
            let id = try sentences[Int(sentence)] ?? addSentence(sentence, place)
            sentences[Int(sentence)] = id
            add(fact, .wasDerivedFrom, id, place)
        }
    }

    /// `fact.` and the first 16 hex digits of the SHA-256 of subject, predicate, object and document, each on
    /// a line. The base has no part in it.
    private mutating func factName(_ edge: Edge, _ document: Int32) -> TermID {
        var key = TermText()
        key.append(graph[edge.subject].name)
        key.append("\n")
        key.append(edge.predicate.rawValue)
        key.append("\n")
        switch edge.object {
        case .node(let id): key.append(graph[id].name)
        case .concept(let name):
            key.append("isnad:")
            key.append(name)
        case .literal(let text, let datatype):
            key.append("\"")
            key.append(text)
            key.append("\"")
            key.append(datatype.rawValue)
        }
        key.append("\n")
        key.append(graph.documents[Int(document)].name)
        let digest = key.withBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hash.finalize()
        }
        return dataset.terms.iri { [base = options.base] in
            $0.append(base)
            $0.append("fact.")
            $0.append(hex: digest.prefix(8))
        }
    }

    private mutating func addSentence(_ index: Int32, _ place: TermID?) throws -> TermID {
        let sentence = graph.sentences[Int(index)]
        let id = part("sentence", of: sentence.document, sentence.range, node: nil)
        addType(id, .sentence, place)
        try addText(id, sentence.text, sentence.range, sentence.document, place)
        return id
    }

    // MARK: Mentions

    /// A `nif:Phrase` for each mention; its name ends in its node's, since two things may be meant by the
    /// same words.
    mutating func addMentions() throws {
        for mention in graph.mentions {
            let place = graphs[Int(mention.document)]
            let id = part("mention", of: mention.document, mention.range, node: graph[mention.node].name)
            addType(id, .phrase, place)
            try addText(id, mention.text, mention.range, mention.document, place)
            add(id, .taIdentRef, node(mention.node), place)
            add(id, .mentionForm, vocabulary.text(mention.form.rawValue, &dataset.terms), place)
            add(id, .rule, vocabulary.text(mention.rule, &dataset.terms), place)
        }
    }

    private mutating func addText(
        _ id: TermID, _ text: String, _ range: Range<Int32>, _ document: Int32, _ place: TermID?
    ) throws {
        let arabic = try vocabulary.language("ar", &dataset.terms)
        add(id, .anchorOf, dataset.terms.literal(text, language: arabic), place)
        add(id, .referenceContext, contexts[Int(document)], place)
        addRange(id, range, place)
    }

    /// `BASE kind.suffix.begin-end`, and `.node`
    private mutating func part(
        _ kind: StaticString, of document: Int32, _ range: Range<Int32>, node: String?
    ) -> TermID {
        dataset.terms.iri { [base = options.base, suffix = suffixes[Int(document)]] in
            $0.append(base)
            $0.append(kind)
            $0.append(UInt8(ascii: "."))
            $0.append(suffix)
            $0.append(UInt8(ascii: "."))
            $0.append(decimal: Int(range.lowerBound))
            $0.append(UInt8(ascii: "-"))
            $0.append(decimal: Int(range.upperBound))
            guard let node else { return }
            $0.append(UInt8(ascii: "."))
            $0.append(node)
        }
    }
}
