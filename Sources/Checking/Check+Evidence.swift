import KnowledgeGraph
import RDF

extension Check {
    /// Facts, sentences, mentions.
    mutating func evidence() {
        let facts = graph.instances(of: Namespace.rdf + "Statement")
        let sentences = Set(graph.instances(of: Namespace.nif + "Sentence"))
        for fact in facts {
            self.fact(fact)
            factSentence(fact, sentences)
        }
        factTriples()
        for phrase in sentences.sorted(by: { $0.index < $1.index }) { range(phrase) }
        for phrase in graph.instances(of: Namespace.nif + "Phrase") {
            range(phrase)
            mention(phrase)
        }
    }

    private mutating func fact(_ fact: TermID) {
        count(.fact, fact, Namespace.rdf + "subject", 1, 1, "needs one subject")
        count(.fact, fact, Namespace.rdf + "predicate", 1, 1, "needs one predicate")
        count(.fact, fact, Namespace.rdf + "object", 1, 1, "needs one object")
        for rule in count(.fact, fact, Namespace.isnad + "rule", 1, 1, "needs one rule")
        where !Lexical.isKebabCase(graph.terms.text(of: rule)) {
            add(
                .fact, fact, "the id of a rule is in kebab case", property: Namespace.isnad + "rule",
                value: rule)
        }
        for confidence in count(.fact, fact, Namespace.isnad + "confidence", 1, 1, "needs one confidence") {
            guard case .literal(let text, Namespace.xsd + "decimal") = graph.terms[confidence],
                let value = Double(text), value >= 0, value <= 1
            else {
                add(
                    .fact, fact, "its confidence is no decimal from 0 to 1",
                    property: Namespace.isnad + "confidence", value: confidence)
                continue
            }
        }
        for derivation in count(.fact, fact, Namespace.isnad + "derivation", 1, 1, "needs one derivation")
        where Evidence.Derivation(rawValue: graph.terms.text(of: derivation)) == nil {
            add(
                .fact, fact, "is neither read nor inferred nor background",
                property: Namespace.isnad + "derivation", value: derivation)
        }
    }

    private mutating func factSentence(_ fact: TermID, _ sentences: Set<TermID>) {
        let isBackground = graph.objects(fact, graph.find(Namespace.isnad + "derivation")).contains {
            graph.terms.text(of: $0) == Evidence.Derivation.background.rawValue
        }
        let hasSentence = graph.objects(fact, graph.find(Namespace.prov + "wasDerivedFrom")).contains(
            where: sentences.contains)
        if isBackground, hasSentence { add(.factSentence, fact, "is background, yet rests on a sentence") }
        if !isBackground, !hasSentence { add(.factSentence, fact, "rests on no sentence") }
    }

    private mutating func factTriples() {
        guard let subject = graph.find(Namespace.rdf + "subject"),
            let predicate = graph.find(Namespace.rdf + "predicate"),
            let object = graph.find(Namespace.rdf + "object")
        else { return }
        for triple in graph.triples where triple.predicate == subject {
            for property in graph.objects(triple.subject, predicate) {
                for value in graph.objects(triple.subject, object)
                where !graph.contains(triple.object, property, value) {
                    add(
                        .factTriple, triple.subject,
                        "speaks of an edge that is not there: \(name(triple.object)) \(name(property)) \(name(value))"
                    )
                }
            }
        }
    }

    /// The offsets of a phrase are those of its words.
    private mutating func range(_ phrase: TermID) {
        for words in graph.objects(phrase, graph.find(Namespace.nif + "anchorOf")) {
            let length = graph.terms.text(of: words).unicodeScalars.count
            for begin in graph.objects(phrase, graph.find(Namespace.nif + "beginIndex")).compactMap(
                graph.integer)
            {
                for end in graph.objects(phrase, graph.find(Namespace.nif + "endIndex")).compactMap(
                    graph.integer)
                {
                    let (span, isTooLong) = end.subtractingReportingOverflow(begin)
                    if isTooLong || span <= 0 || span != length {
                        add(
                            .phrase, phrase,
                            "its offsets \(begin)..<\(end) do not fit its \(length) code points")
                    }
                }
            }
        }
    }

    private mutating func mention(_ phrase: TermID) {
        let needed =
            ["beginIndex", "endIndex", "anchorOf", "referenceContext"].map { Namespace.nif + $0 } + [
                Namespace.itsrdf + "taIdentRef"
            ]
        for property in needed where graph.objects(phrase, graph.find(property)).isEmpty {
            add(.mention, phrase, "a mention without \(property)", property: property)
            return
        }
        let forms = graph.objects(phrase, graph.find(Namespace.isnad + "mentionForm"))
        if !forms.contains(where: { MentionRecord.Form(rawValue: graph.terms.text(of: $0)) != nil }) {
            add(
                .mention, phrase, "a mention without one of the known forms",
                property: Namespace.isnad + "mentionForm", value: forms.first)
        }
    }
}
