import ArgumentParser
import Extraction
import Files
import OntologyData

/// Tries the examples of rules: of the user's own, where there are any, else of those that are built in.
struct RuleCheck {
    let knowledge: KnowledgeOptions
    let reporter: Reporter

    /// - Throws: 65 if an example does not hold.
    func run() throws {
        let known = try knowledge.knowledge()
        let builtIn = Set(OntologyData.names)
        let rules = known.rules.filter { knowledge.folders.isEmpty || !builtIn.contains($0.file) }
        var examples = RuleExamples(known)
        var failed = 0
        for rule in rules {
            let failures = examples.failures(of: rule)
            failed += failures.isEmpty ? 0 : 1
            for failure in failures {
                reporter.error(
                    FileError(
                        .badData, file: failure.file.escapedForTerminal, line: failure.line,
                        "rule \(failure.rule) \(failure.message)"))
            }
        }
        reporter.line("\(rules.count) rules tried, \(failed) failed")
        if failed > 0 { throw ExitCode(FileError.Code.badData.rawValue) }
    }
}
