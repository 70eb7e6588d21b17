import KnowledgeGraph

/// Whom a body serves («لدول مجلس التعاون») and whom an event is for («ورشة لأعضاء اللجنة», «موجهة لمنتسبي …»).
struct GroupRelations {
    let lexicon: Lexicon
    let text: AnalyzedText
    private let directed, on: WordSets

    init(lexicon: Lexicon, text: AnalyzedText) {
        (self.lexicon, self.text) = (lexicon, text)
        directed = lexicon.wordSet("directed")
        on = lexicon.wordSet("comp.to")
    }

    /// Events that people are taught or gathered at, so that «لـ» names those they are for.
    private static let forPeople: Set<OntologyClass> = [.Workshop, .TrainingCourse, .Event, .Conference]

    func add(to facts: inout [Fact], _ resolver: inout Resolver) {
        let view = TextView(text, resolver.mentions)
        for index in view.ordered where resolver.mentions[index].type == .Group {
            let group = resolver.mentions[index]
            let first = group.tokens.lowerBound
            guard text.form(first).preposition == .li else {
                // «موجهة إلى منتسبي …».
                if text.has(first - 1, on), text.has(first - 2, directed) { audience(group, trigger: first - 2, view, &facts, resolver) }
                continue
            }
            if let body = holder(of: group, resolver, where: { $0.type.isA(.Organization) }) {
                guard lexicon.layers.groups[text.form(first).stem]?.need == .states else { continue }
                jurisdiction(body, group, &facts, &resolver)
            } else if let event = holder(of: group, resolver, where: { Self.forPeople.contains($0.type) && !$0.isDate })
                ?? eventEnding(at: first, view, resolver)
            {
                fact(resolver.mentions[event].entity, .audience, group, event, "event-for-group", 88, &facts, resolver)
            } else if text.has(first - 1, directed) {
                audience(group, trigger: first - 1, view, &facts, resolver)
            }
        }
    }

    private func fact(
        _ subject: Int, _ predicate: OntologyProperty, _ group: Mention, _ from: Int, _ rule: String, _ confidence: UInt8,
        _ facts: inout [Fact], _ resolver: Resolver
    ) {
        let start = min(resolver.mentions[from].tokens.lowerBound, group.tokens.lowerBound)
        facts.append(
            Fact(
                subject: subject, predicate: predicate, object: .entity(group.entity), tokens: start..<group.tokens.upperBound,
                rule: rule, confidence: confidence))
    }

    private func audience(_ group: Mention, trigger: Int, _ view: TextView, _ facts: inout [Fact], _ resolver: Resolver) {
        guard let event = view.event(before: trigger, resolver.mentions) else { return }
        fact(resolver.mentions[event].entity, .audience, group, event, "event-directed-to", 90, &facts, resolver)
    }

    /// The smallest mention that a group stands in, if it is of the kind asked for.
    private func holder(of group: Mention, _ resolver: Resolver, where fits: (Mention) -> Bool) -> Int? {
        let smallest = resolver.mentions.indices.filter {
            let other = resolver.mentions[$0]
            return other.entity >= 0 && !other.isDropped && other.type != .Group && other.type != .Topic && other.form != .title
                && other.tokens.lowerBound < group.tokens.lowerBound && other.tokens.upperBound >= group.tokens.upperBound
        }.min { resolver.mentions[$0].tokens.count < resolver.mentions[$1].tokens.count }
        return smallest.flatMap { fits(resolver.mentions[$0]) ? $0 : nil }
    }

    private func eventEnding(at token: Int, _ view: TextView, _ resolver: Resolver) -> Int? {
        view.event(before: token, resolver.mentions).flatMap {
            resolver.mentions[$0].tokens.upperBound == token && Self.forPeople.contains(resolver.mentions[$0].type) ? $0 : nil
        }
    }

    // MARK: Jurisdiction

    /// «مكتب … لدول مجلس التعاون»: it serves them, and is no part of their council.
    private func jurisdiction(_ body: Int, _ group: Mention, _ facts: inout [Fact], _ resolver: inout Resolver) {
        let mention = resolver.mentions[body]
        let sources = facts.compactMap { fact -> Int? in
            guard fact.subject == group.entity, fact.predicate == .drawnFrom, case .entity(let source) = fact.object else { return nil }
            return source
        }
        facts.removeAll {
            guard $0.subject == mention.entity, $0.predicate == .subOrganizationOf, case .entity(let above) = $0.object else { return false }
            return sources.contains(above) && $0.rule == "organization-in-organization"
        }
        fact(mention.entity, .jurisdiction, group, body, "body-for-group", 90, &facts, resolver)
        // «مكتب … لدول …» is a branch of the body whose name it begins with.
        guard let whole = known(mention.tokens.lowerBound..<group.tokens.lowerBound, in: body, &resolver), whole != mention.entity else { return }
        facts.append(
            Fact(
                subject: mention.entity, predicate: .subOrganizationOf, object: .entity(whole), tokens: mention.tokens,
                rule: "branch-of-body", confidence: 85, derivation: .inferred))
    }

    /// The known body that a range of tokens names.
    private func known(_ tokens: Range<Int>, in mention: Int, _ resolver: inout Resolver) -> Int? {
        guard tokens.count > 1 else { return nil }
        var node = lexicon.gazetteer.start(text.form(tokens.lowerBound).bare)
        for token in tokens.dropFirst() where node >= 0 {
            node = text.isWord(token) ? lexicon.gazetteer.step(node, text.form(token).symbol) : -1
        }
        guard node >= 0 else { return nil }
        let entry = lexicon.gazetteer.entry[Int(node)]
        guard entry >= 0, lexicon.gazetteerEntries[Int(entry)].type.isA(.Organization) else { return nil }
        let key = lexicon.gazetteerEntries[Int(entry)].key
        let number: Int
        if let found = resolver.entities.firstIndex(where: {
            $0.gazetteer >= 0 && lexicon.gazetteerEntries[Int($0.gazetteer)].key == key
        }) {
            number = found
        } else {
            var entity = Entity(type: lexicon.gazetteerEntries[Int(entry)].type)
            (entity.gazetteer, entity.words) = (entry, resolver.stems(tokens))
            entity.head = text.form(tokens.lowerBound).stem
            resolver.entities.append(entity)
            number = resolver.entities.count - 1
        }
        resolver.addLayerMention(tokens, resolver.entities[number].type, to: number, rule: "known-name", form: .full, isNested: true)
        return number
    }
}
