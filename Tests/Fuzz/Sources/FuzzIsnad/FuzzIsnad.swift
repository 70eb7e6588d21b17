import Files
import Glibc
import RDF

/// What is fuzzed: `FUZZ_TARGET` names it.
enum Target: String, CaseIterable {
    case decoder, html, feed, json, csv, tokenizer, extractor, ntriples, turtle, rdfxml, jsonld, dot, rules, lexicon

    /// Runs one input. Whatever comes, nothing may trap, hang, or break what it promises.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .decoder: ReadingTargets.decode(bytes)
        case .html: ReadingTargets.documents(bytes, "page.html")
        case .feed: ReadingTargets.documents(bytes, "feed.rss")
        case .json:
            ReadingTargets.documents(bytes, "records.ndjson")
            ReadingTargets.documents(bytes, "record.json")
        case .csv: ReadingTargets.documents(bytes, "table.csv")
        case .tokenizer: TextTargets.tokenize(bytes)
        case .extractor: TextTargets.extract(bytes)
        case .ntriples: WritingTargets.roundTrip(bytes, .ntriples)
        case .turtle: WritingTargets.roundTrip(bytes, .turtle)
        case .rdfxml: WritingTargets.roundTrip(bytes, .rdfxml)
        case .jsonld: WritingTargets.roundTrip(bytes, .jsonld)
        case .dot: WritingTargets.draw(bytes)
        case .rules: KnowledgeFiles.read(rules: bytes)
        case .lexicon: KnowledgeFiles.read(lexicon: bytes)
        }
    }

    static let chosen: Target = {
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = Target(rawValue: name) else {
            StandardStreams.report("FUZZ_TARGET must be one of: \(Target.allCases.map(\.rawValue).joined(separator: " "))")
            exit(2)
        }
        return target
    }()
}

/// What must hold; libFuzzer keeps the input that ends here.
func check(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition {
        StandardStreams.report("broken promise: \(message())")
        abort()
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Target.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM calls the entry of an executable target by its name.
@_cdecl("FuzzIsnad_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return withUnsafeMutablePointer(to: &arguments) { runDriver(&count, $0, { fuzz($0, $1) }) }
}
