import KnowledgeGraph

/// Reads `Ontology/rules/*.rules`.
///
/// ```
/// rule organizer-verb
/// when $organize.verb ~2 host:agent+ ~3 event:event
/// edge event schema:organizer host 90
/// + نظمت وزارة العدل ندوة علمية. | ندوة علمية | schema:organizer | وزارة العدل
/// - نظمت الندوة أمس.
/// ```
/// `$set` a word of a set (`$a|b` of either, `$set^` with a pronoun on
/// it, `$set!` without «و» on it), `$say` a reporting verb, `,` an optional comma, `name:class` a mention, `a|b` either class,
/// `=class` one that acts, no preposition before it (as agent, person and post always are),
/// `name:class#set` with a first word of the set, `@b` `@l` with that preposition, `@*` with any, `+` with all that is joined to it, `++` with words between what is
/// joined, `?` optional. `~N` up to N items, `~N!x|y` none of them of x or y: a class, `date`, `$set`, `purpose`
/// («لبحث», «حول»), `clause` (a verb or particle behind «و»), `verb` (a finite verb; `verb-$set` but those of the set). `computed` in place of `when` documents
/// a rule that is computed. `refer name:class` adds the event that the words speak of and a definite description
/// names further on: «التقى … وخلال اللقاء».
public struct RuleFile {
    let name: String
    let text: String
    let lexicon: Lexicon

    public init(name: String, text: String, lexicon: Lexicon) {
        (self.name, self.text, self.lexicon) = (name, text, lexicon)
    }

    /// The rules in the order of the file.
    /// - Throws: `KnowledgeError` with the line.
    public func rules() throws -> [Rule] {
        var rules: [Rule] = []
        var line = 0
        for raw in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            let content = Substring(raw)
            let parts = content.parts(" ")
            guard let keyword = parts.first, !keyword.hasPrefix("#") else { continue }
            func fail(_ message: String) -> KnowledgeError {
                KnowledgeError(file: name, line: line, message: message)
            }
            if keyword == "rule" {
                guard parts.count == 2 else { throw fail("a rule needs one id: rule ID") }
                guard !rules.contains(where: { $0.id == parts[1] }) else { throw fail("rule '\(parts[1])' is there already") }
                rules.append(
                    Rule(
                        id: String(parts[1]), file: name, line: line, elements: [], edges: [], examples: [],
                        isComputed: false))
                continue
            }
            guard !rules.isEmpty else { throw fail("'\(keyword)' before the first rule") }
            let last = rules.count - 1
            switch keyword {
            case "when": rules[last].elements = try parts.dropFirst().map { try element($0, fail) }
            case "computed": rules[last].isComputed = true
            case "refer":
                guard parts.count == 2 else { throw fail("a reference is: refer NAME:CLASS") }
                let halves = parts[1].parts(":")
                guard halves.count == 2 else { throw fail("a reference is: refer NAME:CLASS") }
                rules[last].reference = Rule.Reference(
                    name: String(halves[0]), classes: try halves[1].parts("|").flatMap { try classes(named: $0, fail) })
            case "edge":
                guard parts.count == 5, let confidence = UInt8(parts[4]), confidence <= 100 else {
                    throw fail("an edge is: edge SUBJECT PREDICATE OBJECT CONFIDENCE (0 to 100)")
                }
                guard let predicate = OntologyProperty(rawValue: String(parts[2])) else {
                    throw fail("no property is called '\(parts[2])'")
                }
                for end in [parts[1], parts[3]]
                where !rules[last].elements.contains(where: { $0.name == end }) && rules[last].reference?.name != String(end) {
                    throw fail("'\(end)' is not captured by the pattern")
                }
                rules[last].edges.append(
                    Rule.EdgeTemplate(
                        subject: String(parts[1]), predicate: predicate, object: String(parts[3]), confidence: confidence))
            case "+", "-": rules[last].examples.append(try example(content, keyword == "+", line, fail))
            default: throw fail("expected rule, when, edge, computed, + or -, not '\(keyword)'")
            }
        }
        for rule in rules where !rule.isComputed && (rule.elements.isEmpty || rule.edges.isEmpty) {
            throw KnowledgeError(file: name, line: rule.line, message: "rule '\(rule.id)' needs a pattern and an edge")
        }
        return rules
    }

    private func element(_ code: Substring, _ fail: (String) -> KnowledgeError) throws -> Rule.Element {
        var code = code
        if code == "," { return Rule.Element(match: .comma, isOptional: true) }
        if code.hasPrefix("~") {
            let parts = code.dropFirst().parts("!")
            guard let first = parts.first, let count = Int(first), (1...30).contains(count), parts.count <= 2 else {
                throw fail("a gap is ~1 to ~30, not '\(code)'")
            }
            return Rule.Element(match: .gap(count, parts.count == 2 ? try barrier(parts[1], fail) : Rule.Barrier()))
        }
        if code == "$say" { return Rule.Element(match: .saying) }
        var element = Rule.Element(match: .comma)
        if code.hasSuffix("?") {
            element.isOptional = true
            code = code.dropLast()
        }
        if code.hasPrefix("$") {
            if code.hasSuffix("^") {
                element.hasSuffix = true
                code = code.dropLast()
            }
            if code.hasSuffix("!") {
                element.isBare = true
                code = code.dropLast()
            }
            element.match = .word(try code.dropFirst().parts("|").reduce(into: WordSets()) { $0.formUnion(try set($1, fail)) })
            return element
        }
        if code.hasSuffix("+") {
            element.isList = true
            code = code.dropLast()
            if code.hasSuffix("+") {
                element.isLoose = true
                code = code.dropLast()
            }
        }
        if code.hasSuffix("@*") {
            element.takesAnyPreposition = true
            code = code.dropLast(2)
        }
        for (suffix, preposition) in [("@b", WordForm.Preposition.bi), ("@l", .li), ("@k", .ka)] where code.hasSuffix(suffix) {
            element.preposition = preposition
            code = code.dropLast(2)
        }
        if let hash = code.utf8.lastIndex(of: 0x23) {
            element.head = try set(code[code.index(after: hash)...], fail)
            code = code[..<hash]
        }
        let halves = code.parts(":")
        guard halves.count == 2 else { throw fail("cannot read '\(code)': expected name:class, $set, ~N or a comma") }
        element.name = String(halves[0])
        if halves[1] == "date" {
            element.match = .date
            return element
        }
        let isMarked = halves[1].hasPrefix("=")
        let names = (isMarked ? halves[1].dropFirst() : halves[1]).parts("|")
        element.isActing = isMarked || names.allSatisfy { ["agent", "person", "post"].contains($0) }
        element.match = .mention(ClassSet(try names.flatMap { try classes(named: $0, fail) }))
        return element
    }

    private func classes(named word: Substring, _ fail: (String) -> KnowledgeError) throws -> [OntologyClass] {
        switch word {
        case "agent": return [.Person, .Post, .Organization, .Country]
        case "person": return [.Person]
        case "post": return [.Post]
        case "organization": return [.Organization]
        case "country": return [.Country]
        case "place": return [.Place, .Country]
        case "event": return [.Event]
        case "instrument": return [.Instrument]
        default:
            guard let known = OntologyClass(rawValue: String(word)) else { throw fail("no class is called '\(word)'") }
            return [known]
        }
    }

    private func set(_ name: Substring, _ fail: (String) -> KnowledgeError) throws -> WordSets {
        guard lexicon.setIndex[String(name)] != nil else { throw fail("no set of words is called '\(name)'") }
        return lexicon.wordSet(String(name))
    }

    private func barrier(_ code: Substring, _ fail: (String) -> KnowledgeError) throws -> Rule.Barrier {
        var barrier = Rule.Barrier()
        for part in code.parts("|") {
            if part == "date" {
                barrier.stopsAtDate = true
            } else if part == "clause" {
                barrier.stopsAtClause = true
            } else if part == "purpose" {
                barrier.stopsAtPurpose = true
            } else if part.hasPrefix("$") {
                barrier.words.formUnion(try set(part.dropFirst(), fail))
            } else if part.hasPrefix("verb") {
                barrier.stopsAtVerb = true
                for name in part.dropFirst(4).parts("-") { barrier.allowed.formUnion(try set(name.dropFirst(), fail)) }
            } else {
                barrier.classes.formUnion(ClassSet(try classes(named: part, fail)))
            }
        }
        return barrier
    }

    private func example(
        _ content: Substring, _ isPositive: Bool, _ line: Int, _ fail: (String) -> KnowledgeError
    ) throws -> Rule.Example {
        let cells = content.dropFirst(2).parts("|").map { Self.trimmed($0) }
        guard let text = cells.first, !text.isEmpty else { throw fail("an example needs a sentence") }
        var expected: [(subject: String, predicate: String, object: String)] = []
        let rest = Array(cells.dropFirst())
        guard rest.count % 3 == 0, isPositive == !rest.isEmpty else {
            throw fail("an example is: + SENTENCE | SUBJECT | PREDICATE | OBJECT …, or - SENTENCE")
        }
        for at in stride(from: 0, to: rest.count, by: 3) { expected.append((rest[at], rest[at + 1], rest[at + 2])) }
        return Rule.Example(isPositive: isPositive, text: text, expected: expected, line: line)
    }

    private static func trimmed(_ text: Substring) -> String {
        var bytes = text.utf8[...]
        while bytes.first == 0x20 { bytes = bytes.dropFirst() }
        while bytes.last == 0x20 { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }
}
