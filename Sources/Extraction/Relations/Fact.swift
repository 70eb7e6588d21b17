import KnowledgeGraph

/// An edge of the graph to be, between entities of one document.
struct Fact {
    enum Object {
        case entity(Int)
        case literal(String, Value.Datatype)
        case concept(String)
    }

    var subject: Int
    var predicate: OntologyProperty
    var object: Object
    /// The tokens that say it.
    var tokens: Range<Int>
    var rule: String
    /// Hundredths.
    var confidence: UInt8
    var derivation: Evidence.Derivation = .read
}
