import ArabicText
import KnowledgeGraph

enum TemporaryIdentity {
    static func name(kind: OntologyClass, country: String?, label: String, document: String?) -> String {
        var s = kind.rawValue.lowercased() + "." + (country ?? "xx") + "."
        for b in Folding.fold(label) { s += String(b, radix: 16) }
        return s
    }
}
