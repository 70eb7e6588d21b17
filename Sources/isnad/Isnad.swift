import ArabicText
import ArgumentParser
import Extraction
import Foundation
import KnowledgeGraph
import OntologyData

@main
struct Isnad: ParsableCommand {
    @Argument var files: [String]
    @Option var ontology: String?
    @Option var out: String?
    mutating func run() throws {
        var data: [(name: String, text: String)] = []
        if let ontology {
            for dir in ["lexicon", "gazetteer", "rules"] {
                for f in try FileManager.default.contentsOfDirectory(atPath: ontology + "/" + dir).sorted() {
                    data.append((dir + "/" + f, try String(contentsOfFile: ontology + "/" + dir + "/" + f, encoding: .utf8)))
                }
            }
        } else {
            data = OntologyData.names.compactMap { n in OntologyData.text(of: n).map { (n, $0) } }
        }
        let t0 = Date()
        let knowledge = try Knowledge(files: data)
        FileHandle.standardError.write(Data("load \(Date().timeIntervalSince(t0))\n".utf8))
        var extractor = Extractor(knowledge)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
            let docID = URL(filePath: file).deletingPathExtension().lastPathComponent
            let g = extractor.graph(of: SourceText(utf8: bytes), document: DocumentRecord(name: "doc." + docID))
            var s = ""
            func q(_ t: String) -> String { "\"" + t.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(of: "\n", with: "\\n").replacingOccurrences(of: "\r", with: "\\r") + "\"" }
            func id(_ n: String) -> String { "<https://w3id.org/isnad/id/\(n)>" }
            for n in g.nodes {
                for c in n.type.withAncestors { s += "\(id(n.name)) <\(Namespace.rdf)type> <\(c.iri)> .\n" }
                for l in n.labels { s += "\(id(n.name)) <\(Namespace.skos)\(l.isPreferred ? "prefLabel" : "altLabel")> \(q(l.text))@\(l.language) .\n" }
                if let r = n.range { s += "\(id(n.name)) <\(Namespace.nif)beginIndex> \"\(r.lowerBound)\" .\n" }
            }
            for (k, e) in g.edges.enumerated() {
                let o: String
                switch e.object { case .node(let x): o = id(g[x].name); case .literal(let t, _): o = q(t); case .concept(let c): o = "<\(Namespace.isnad)\(c)>" }
                s += "\(id(g[e.subject].name)) <\(e.predicate.iri)> \(o) .\n"
                if let ev = e.evidence.first {
                    let f = id("fact\(k)")
                    s += "\(f) <\(Namespace.rdf)subject> \(id(g[e.subject].name)) .\n\(f) <\(Namespace.rdf)predicate> <\(e.predicate.iri)> .\n\(f) <\(Namespace.rdf)object> \(o) .\n\(f) <\(Namespace.isnad)confidence> \"\(Double(ev.confidence)/100)\" .\n\(f) <\(Namespace.isnad)rule> \"\(ev.rule)\" .\n"
                }
            }
            for (k, m) in g.mentions.enumerated() {
                let f = id("m\(k)")
                s += "\(f) <\(Namespace.itsrdf)taIdentRef> \(id(g[m.node].name)) .\n\(f) <\(Namespace.nif)beginIndex> \"\(m.range.lowerBound)\" .\n\(f) <\(Namespace.nif)endIndex> \"\(m.range.upperBound)\" .\n\(f) <\(Namespace.nif)anchorOf> \(q(m.text)) .\n\(f) <\(Namespace.isnad)mentionForm> \"\(m.form.rawValue)\" .\n"
            }
            if let out { try s.write(toFile: out + "/" + docID + ".nt", atomically: true, encoding: .utf8) } else { FileHandle.standardOutput.write(Data(s.utf8)) }
        }
        FileHandle.standardError.write(Data("all \(Date().timeIntervalSince(t0))\n".utf8))
    }
}
