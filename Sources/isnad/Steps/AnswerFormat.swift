import ArgumentParser

/// How an answer is written.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    /// For a terminal.
    case table
    /// SPARQL 1.1 Query Results, of SELECT and ASK.
    case csv, tsv, json
    /// Graphs, of CONSTRUCT and DESCRIBE.
    case turtle, ntriples

    /// As Oxigraph's command calls it; a table is made of CSV.
    var oxigraphName: String {
        switch self {
        case .table, .csv: "csv"
        case .tsv: "tsv"
        case .json: "json"
        case .turtle: "ttl"
        case .ntriples: "nt"
        }
    }

    var mediaType: String {
        switch self {
        case .table, .csv: "text/csv"
        case .tsv: "text/tab-separated-values"
        case .json: "application/sparql-results+json"
        case .turtle: "text/turtle"
        case .ntriples: "application/n-triples"
        }
    }
}
