import KnowledgeGraph

/// Turns the entities and facts of a document into a graph: nodes with names and labels, edges with evidence.
struct GraphAssembler {
    let lexicon: Lexicon
    let text: AnalyzedText
    let cleaner: LabelCleaner
    let document: DocumentRecord
    /// Rules and merges, for `isnad explain`.
    var graph = Graph()
    private(set) var nodeOf: [Int: NodeID] = [:]
    private var edgeIndex: [EdgeKey: Int] = [:]
    private var muchEvidence: [Int: Set<Evidence>] = [:]
    private var nodeNamed: [String: NodeID] = [:]
    private var sentenceOf: [Int32] = []

    init(lexicon: Lexicon, text: AnalyzedText, document: DocumentRecord) {
        (self.lexicon, self.text, self.document) = (lexicon, text, document)
        cleaner = LabelCleaner(text: text)
    }

    mutating func graph(_ resolver: Resolver, _ facts: [Fact], _ statements: [StatementFinder.Found]) -> Graph {
        graph.documents = [document]
        sentences()
        let naming = EntityNaming(lexicon: lexicon, text: text, cleaner: cleaner, document: document.name, resolver: resolver)
        for index in resolver.entities.indices where !resolver.entities[index].mentions.isEmpty && !resolver.entities[index].isDropped {
            addNode(index, resolver, naming)
        }
        for fact in facts { add(fact) }
        addHoldings(resolver)
        addMemberships(facts)
        addActs(ActFinder(lexicon: lexicon, text: text, resolver: resolver).acts(facts))
        for statement in statements { add(statement, resolver) }
        addMentions(resolver)
        return graph
    }

    // MARK: Sentences

    private mutating func sentences() {
        sentenceOf = [Int32](repeating: -1, count: text.items.count)
        for (number, tokens) in text.sentences.enumerated() {
            let range = text.items[tokens.lowerBound].scalars.lowerBound..<text.items[tokens.upperBound - 1].scalars.upperBound
            graph.sentences.append(SentenceRecord(document: 0, range: range, text: text.surface(tokens, bare: false)))
            for token in tokens { sentenceOf[token] = Int32(number) }
        }
    }

    func evidence(_ tokens: Range<Int>, _ rule: String, _ confidence: UInt8, _ derivation: Evidence.Derivation) -> Evidence {
        derivation == .background
            ? Evidence(document: 0, sentence: nil, range: nil, rule: rule, confidence: confidence, derivation: derivation)
            : Evidence(
                document: 0, sentence: sentenceOf[tokens.lowerBound], range: text.span(tokens), rule: rule,
                confidence: confidence, derivation: derivation)
    }

    // MARK: Nodes

    private mutating func addNode(_ index: Int, _ resolver: Resolver, _ naming: EntityNaming) {
        let entity = resolver.entities[index]
        let labels = labels(of: entity, resolver)
        guard let first = labels.first else { return }
        let identity = naming.name(of: index, label: first.text, resolver)
        var name = identity.name
        if let known = nodeNamed[name] {
            if identity.isGlobal {
                // The policy makes them one: the second's labels are other labels of the first.
                nodeOf[index] = known
                let have = Set(graph[known].labels.map(\.text))
                graph.nodes[Int(known.index)].labels += labels.filter { !have.contains($0.text) }
                    .map { NodeLabel($0.text, language: $0.language, isPreferred: false) }
                return
            }
            // Two things of this document with one name are told apart by where they are named first.
            name += ".\(text.span(resolver.mentions[entity.mentions[0]].tokens).lowerBound)"
        }
        let made = node(Node(name: name, type: entity.type, labels: labels))
        nodeOf[index] = made
        nodeNamed[name] = made
    }

    mutating func node(_ node: Node) -> NodeID {
        graph.nodes.append(node)
        return NodeID(graph.nodes.count - 1)
    }

    private func labels(of entity: Entity, _ resolver: Resolver) -> [NodeLabel] {
        var labels: [NodeLabel] = []
        func add(_ label: String, _ preferred: Bool) {
            guard !label.isEmpty, !labels.contains(where: { $0.text.hasSameBytes(as: label) }) else { return }
            labels.append(NodeLabel(label, isPreferred: preferred))
        }
        if let own = entity.ownLabel {
            add(own, true)
            if entity.type == .Objective {
                for index in entity.mentions { add(cleaner.label(resolver.mentions[index].tokens), false) }
                return labels
            }
        }
        // The fullest form is preferred.
        var forms: [(String, Mention)] = []
        for index in entity.mentions {
            let mention = resolver.mentions[index]
            guard mention.form != .adjective, mention.form != .metonym else { continue }
            forms.append((cleaner.label(mention.tokens), mention))
        }
        if let implied = entity.impliedLabel, !forms.contains(where: { $0.1.form == .full }) {
            add(LabelCleaner.clean(implied), true)
        }
        if entity.type == .Country, entity.country >= 0, !forms.contains(where: { $0.1.form == .full }) {
            add(lexicon.countries[Int(entity.country)].name, true)
        }
        // A misprinted name is shown as it should be.
        if entity.gazetteer >= 0, forms.contains(where: { $0.1.form == .corrupt }) {
            add(lexicon.gazetteerEntries[Int(entity.gazetteer)].name, true)
        }
        let full = forms.filter { $0.1.form == .full || $0.1.form == .indefinite }
        // A title is labelled in the masculine, a unit without the body that it is in.
        if entity.type == .Post {
            let titles = TitleGender(lexicon: lexicon, text: text)
            for (_, mention) in forms.sorted(by: { $0.1.tokens.count > $1.1.tokens.count }) where mention.form != .definite {
                if let masculine = titles.masculine(mention) { add(masculine, labels.isEmpty) }
            }
        }
        if let best = full.max(by: { ($0.1.tokens.count, $0.0.utf8.count) < ($1.1.tokens.count, $1.0.utf8.count) }) {
            add(best.0, labels.isEmpty)
        }
        for (label, mention) in forms {
            let isName = mention.form != .definite || mention.tokens.count > 1 || full.isEmpty && entity.type == .Country
            if labels.isEmpty { add(label, true) } else if isName { add(label, false) }
        }
        for (_, mention) in full {
            if let unit = unit(mention, resolver) { add(cleaner.label(unit), false) }
        }
        if let english = entity.englishLabel {
            labels.append(NodeLabel(english, language: "en"))
        } else if entity.gazetteer >= 0 {
            let entry = lexicon.gazetteerEntries[Int(entity.gazetteer)]
            if !entry.english.isEmpty { labels.append(NodeLabel(entry.english, language: "en")) }
        }
        return labels
    }

    /// «لجنة العرائض» of «لجنة العرائض بمجلس النواب».
    private func unit(_ mention: Mention, _ resolver: Resolver) -> Range<Int>? {
        guard mention.type.isA(.Organization), let last = mention.children.last else { return nil }
        let body = resolver.mentions[last]
        guard body.tokens.upperBound == mention.tokens.upperBound, body.type.isA(.Organization), body.type != .Country,
            text.form(body.tokens.lowerBound).preposition == .bi, body.tokens.lowerBound - mention.tokens.lowerBound >= 2
        else { return nil }
        return mention.tokens.lowerBound..<body.tokens.lowerBound
    }

    // MARK: Edges

    private mutating func add(_ fact: Fact) {
        guard let subject = nodeOf[fact.subject] else { return }
        let object: Value
        switch fact.object {
        case .entity(let index):
            guard let node = nodeOf[index], node != subject else { return }
            guard fact.predicate.accepts(subject: graph[subject].type, object: graph[node].type) else { return }
            object = .node(node)
        case .literal(let text, let type):
            guard !text.isEmpty else { return }
            object = .literal(text, type)
        case .concept(let name): object = .concept(name)
        }
        edge(subject, fact.predicate, object, evidence(fact.tokens, fact.rule, fact.confidence, fact.derivation))
        if let parent = fact.predicate.parent {
            let derivation = fact.derivation == .background ? fact.derivation : .inferred
            edge(subject, parent, object, evidence(fact.tokens, fact.rule, fact.confidence, derivation))
        }
    }

    mutating func edge(_ subject: NodeID, _ predicate: OntologyProperty, _ object: Value, _ evidence: Evidence?) {
        let key = EdgeKey(subject: subject, predicate: predicate, object: object)
        if let known = edgeIndex[key] {
            guard let evidence, isNew(evidence, of: known) else { return }
            // Best first, and of equals the earlier first.
            var place = graph.edges[known].evidence.count
            while place > 0, graph.edges[known].evidence[place - 1].confidence < evidence.confidence { place -= 1 }
            graph.edges[known].evidence.insert(evidence, at: place)
            return
        }
        edgeIndex[key] = graph.edges.count
        graph.edges.append(Edge(subject: subject, predicate: predicate, object: object, evidence: evidence.map { [$0] } ?? []))
    }

    /// Whether an edge does not yet rest on a piece of evidence: an edge with much of it has it in a set, too.
    private mutating func isNew(_ evidence: Evidence, of edge: Int) -> Bool {
        let there = graph.edges[edge].evidence
        if there.count < 16 { return !there.contains(evidence) }
        return muchEvidence[edge, default: Set(there)].insert(evidence).inserted
    }

    // MARK: Holdings

    private mutating func addHoldings(_ resolver: Resolver) {
        var done: Set<String> = []
        for holding in resolver.holdings {
            guard let person = nodeOf[holding.person], let post = nodeOf[holding.post] else { continue }
            let name = "holding." + graph[person].name + "." + graph[post].name
            guard done.insert(name).inserted else { continue }
            let label = graph[person].displayLabel + ": " + graph[post].displayLabel
            let node = node(Node(name: name, type: .PostHolding, labels: [NodeLabel(label)]))
            let proof = evidence(holding.tokens, holding.rule.description, holding.confidence, .read)
            edge(node, .member, .node(person), proof)
            edge(node, .post, .node(post), proof)
            if let body = body(of: post) { edge(node, .organization, .node(body), proof) }
            if !isFormer(resolver.entities[holding.post], resolver) { attest(node, proof) }
        }
    }

    // MARK: Statements

    private mutating func add(_ statement: StatementFinder.Found, _ resolver: Resolver) {
        let speakers = statement.speakers.compactMap { nodeOf[$0] }
        guard !speakers.isEmpty else { return }
        let start = text.bareStart(statement.verb).scalar
        let end = text.items[statement.end - 1].scalars.upperBound
        let verb = cleaner.label(statement.verb..<statement.verb + 1)
        let name = "statement." + document.name + ".\(start)"
        var node = Node(name: name, type: .Statement, labels: [NodeLabel(cleaner.label(statement.verb..<min(statement.end, statement.verb + 12)))])
        node.range = start..<end
        node.document = 0
        let id = self.node(node)
        let tokens = statement.verb..<statement.verb + 1
        for speaker in speakers {
            edge(id, .speaker, .node(speaker), evidence(tokens, statement.rule, statement.confidence, statement.derivation))
        }
        for link in statement.links {
            guard let object = nodeOf[link.entity], link.predicate.accepts(subject: .Statement, object: graph[object].type) else { continue }
            edge(id, link.predicate, .node(object), evidence(link.tokens, link.rule, link.confidence, link.derivation))
        }
        edge(id, .reportingVerb, .literal(verb, .string), nil)
        edge(id, .reportingLemma, .literal(statement.lemma, .string), nil)
    }

    // MARK: Mentions

    private mutating func addMentions(_ resolver: Resolver) {
        // «الكويتي» shows a State; it is a mention of it only where the text does not name it.
        let named = Set(resolver.mentions.lazy.filter { $0.entity >= 0 && $0.form != .adjective && !$0.isDropped }.map(\.entity))
        for mention in resolver.mentions where mention.entity >= 0 {
            guard let node = nodeOf[mention.entity], mention.form != .adjective || !named.contains(mention.entity) else { continue }
            var form = mention.form
            if mention.isNested, form == .full { form = .nested }
            let range = text.span(mention.tokens)
            graph.mentions.append(
                MentionRecord(
                    document: 0, node: node, range: range, text: text.surface(mention.tokens), form: form,
                    rule: mention.rule.description))
        }
    }
}
