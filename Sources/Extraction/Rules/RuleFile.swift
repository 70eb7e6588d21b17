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
/// `$set` a word of a set, `~N` up to N items, `,` an optional comma, `name:class` a mention, `a|b` either class,
/// `@b` `@l` with that preposition, `+` with all that is joined to it, `?` optional. `computed` in place of
/// `when` documents a rule that is computed.
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
            case "edge":
                guard parts.count == 5, let confidence = UInt8(parts[4]), confidence <= 100 else {
                    throw fail("an edge is: edge SUBJECT PREDICATE OBJECT CONFIDENCE (0 to 100)")
                }
                guard let predicate = OntologyProperty(rawValue: String(parts[2])) else {
                    throw fail("no property is called '\(parts[2])'")
                }
                for end in [parts[1], parts[3]] where !rules[last].elements.contains(where: { $0.name == end }) {
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
            guard let count = Int(code.dropFirst()), (1...30).contains(count) else { throw fail("a gap is ~1 to ~30, not '\(code)'") }
            return Rule.Element(match: .gap(count))
        }
        var element = Rule.Element(match: .comma)
        if code.hasSuffix("?") {
            element.isOptional = true
            code = code.dropLast()
        }
        if code.hasPrefix("$") {
            let set = String(code.dropFirst())
            guard lexicon.setIndex[set] != nil else { throw fail("no set of words is called '\(set)'") }
            element.match = .word(lexicon.wordSet(set))
            return element
        }
        if code.hasSuffix("+") {
            element.isList = true
            code = code.dropLast()
        }
        for (suffix, preposition) in [("@b", WordForm.Preposition.bi), ("@l", .li), ("@k", .ka)] where code.hasSuffix(suffix) {
            element.preposition = preposition
            code = code.dropLast(2)
        }
        let halves = code.parts(":")
        guard halves.count == 2 else { throw fail("cannot read '\(code)': expected name:class, $set, ~N or a comma") }
        element.name = String(halves[0])
        if halves[1] == "date" {
            element.match = .date
            return element
        }
        var classes: [OntologyClass] = []
        for word in halves[1].parts("|") {
            switch word {
            case "agent": classes += [.Person, .Post, .Organization, .Country]
            case "person": classes.append(.Person)
            case "post": classes.append(.Post)
            case "organization": classes.append(.Organization)
            case "country": classes.append(.Country)
            case "place": classes += [.Place, .Country]
            case "event": classes.append(.Event)
            case "instrument": classes.append(.Instrument)
            default:
                guard let known = OntologyClass(rawValue: String(word)) else { throw fail("no class is called '\(word)'") }
                classes.append(known)
            }
        }
        element.match = .mention(classes)
        return element
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
