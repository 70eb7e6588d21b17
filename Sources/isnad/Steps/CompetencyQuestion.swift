import ArgumentParser
import Files
import OntologyData
import SystemPackage

/// A question in SPARQL: one of those that are built in, or a file of the user's.
struct CompetencyQuestion {
    /// As `01-posts`.
    let id: String
    let query: String

    /// The questions that are built in.
    static var all: [CompetencyQuestion] {
        OntologyData.names.compactMap { name in
            guard name.hasPrefix("competency/"), name.hasSuffix(".rq"), let query = OntologyData.text(of: name) else {
                return nil
            }
            return CompetencyQuestion(id: String(name.dropFirst("competency/".count).dropLast(".rq".count)), query: query)
        }
    }

    private init(id: String, query: String) { (self.id, self.query) = (id, query) }

    /// - Parameter name: `01-posts`, `01`, `1` or `posts`, or the path of a file.
    /// - Throws: 65 or 66 for a file, `ValidationError` for a question that is not there.
    init(_ name: String) throws {
        let lower = name.lowercased()
        if lower.hasSuffix(".rq") || lower.hasSuffix(".sparql") {
            let bytes = try InputFile(path: FilePath(argument: name)).readAll(limit: 16 << 20)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw FileError(.badData, file: name.escapedForTerminal, "is not UTF-8")
            }
            self.init(id: name, query: text)
            return
        }
        guard let found = Self.all.first(where: { $0.answersTo(lower) }) else {
            throw ValidationError(
                "no question is called '\(name.escapedForTerminal)'; 'isnad ask' lists them, and a file ends in .rq")
        }
        self = found
    }

    private func answersTo(_ name: String) -> Bool {
        let parts = id.split(separator: "-", maxSplits: 1)
        guard parts.count == 2 else { return id == name }
        return id == name || name == parts[1] || (Int(name) != nil && Int(name) == Int(parts[0]))
    }

    /// What is asked, in English and Arabic: the first lines of the query.
    var titles: [String] {
        query.split(separator: "\n").prefix { $0.hasPrefix("#") }.map { String($0.dropFirst(2)) }
    }
}
