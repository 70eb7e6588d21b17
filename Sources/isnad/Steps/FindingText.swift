import ArgumentParser
import Checking
import Files
import JSONText
import KnowledgeGraph

enum FindingFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

/// What a check has found, for people or for programs.
struct FindingText {
    let format: FindingFormat
    let file: String

    func text(of report: GraphChecker.Report) -> String {
        var text = ""
        for finding in report.findings { text += format == .json ? json(finding) : lines(finding) }
        guard format == .text else { return text }
        for constraint in Constraint.all {
            let shown = report.findings.reduce(0) { $0 + ($1.constraint == constraint ? 1 : 0) }
            let rest = report.counts[constraint, default: 0] - shown
            if rest > 0 { text += "\(file): \(constraint): and \(rest) more\n" }
        }
        return text
    }

    static func summary(of report: GraphChecker.Report, _ file: String) -> String {
        "\(file): \(report.tripleCount) triples, \(report.count(.violation)) violations, "
            + "\(report.count(.warning)) warnings"
    }

    /// `file: severity: constraint: node: message`, then the edge and what it rests on.
    private func lines(_ finding: Finding) -> String {
        var text = "\(file): \(finding.constraint.severity.rawValue): \(finding.constraint): "
        text += short(finding.node) + ": " + finding.message.escapedForTerminal + "\n"
        if let property = finding.property {
            text += "    " + short(property) + (finding.value.map { " → " + short($0) } ?? "") + "\n"
        }
        if let proof = finding.evidence {
            text += "    rule \(proof.rule.escapedForTerminal)"
            text += (proof.sentence.map { ": «\($0.escapedForTerminal)»" } ?? "") + "\n"
        }
        return text
    }

    private func short(_ iri: String) -> String {
        for (prefix, namespace) in Namespace.prefixes() where iri.hasPrefix(namespace) {
            return (prefix + ":" + iri.dropFirst(namespace.count)).escapedForTerminal
        }
        return iri.escapedForTerminal
    }

    private func json(_ finding: Finding) -> String {
        var fields: [(String, String?)] = [
            ("file", file), ("severity", finding.constraint.severity.rawValue),
            ("constraint", finding.constraint.id), ("node", finding.node), ("property", finding.property),
            ("value", finding.value), ("message", finding.message),
        ]
        fields += [("rule", finding.evidence?.rule), ("sentence", finding.evidence?.sentence)]
        return JSONValue.object(leavingOut: fields.map { ($0, $1.map { .string($0) }) }).text + "\n"
    }
}
