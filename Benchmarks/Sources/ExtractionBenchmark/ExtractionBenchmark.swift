import ArabicText
import Extraction
import Glibc
import KnowledgeGraph
import OntologyData
import RDF
import Reading

/// Extraction without reading: loads the texts of an NDJSON file once and then takes all of them through each stage on
/// one thread. A line of output is a stage, a tab, and the seconds of CPU that it took; the first line is the number of
/// documents, of bytes of UTF-8 text and of words.
///
/// usage: ExtractionBenchmark NEWS.ndjson PASSES
@main
struct ExtractionBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let passes = Int(arguments[2]) else {
            throw RDFError(.inputOutput, "usage: ExtractionBenchmark NEWS.ndjson PASSES")
        }
        let texts = try documents(in: arguments[1])
        let words = texts.reduce(0) { $0 + Tokenizer().tokens(in: $1).tokens.count { $0.kind == .word } }
        say("\(texts.count)\t\(texts.reduce(0) { $0 + $1.bytes.count })\t\(words)")
        let knowledge = try Knowledge(
            files: OntologyData.names.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".rules") }
                .compactMap { name in OntologyData.text(of: name).map { (name, $0) } })
        let null = FileDescriptorSink(open("/dev/null", O_WRONLY))
        for _ in 0..<passes {
            measure("tokens") { for text in texts { _ = Tokenizer().tokens(in: text) } }
            var (things, extractor) = (0, Extractor(knowledge))
            measure("graph") {
                for (index, text) in texts.enumerated() { things += extractor.graph(of: text, document: record(index)).nodes.count }
            }
            guard things > texts.count else { throw RDFError(.inputOutput, "no graph came of the texts") }
            for (stage, evidence) in [("nquads none", TripleOptions.Evidence.none), ("nquads facts", .facts)] {
                var extractor = Extractor(knowledge)
                var options = TripleOptions(software: "benchmark")
                (options.evidence, options.namedGraphs) = (evidence, true)
                try measure(stage) {
                    for (index, text) in texts.enumerated() {
                        let graph = extractor.graph(of: text, document: record(index))
                        var writer = NTriplesWriter(null, writesGraphs: true, options: options.writerOptions)
                        try writer.write(GraphTriples(options).dataset(of: graph))
                        try writer.finish()
                    }
                }
            }
        }
    }

    private static func record(_ index: Int) -> DocumentRecord { DocumentRecord(name: "doc.\(index)") }

    private static func documents(in path: String) throws -> [SourceText] {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw RDFError(.inputOutput, "cannot open \(path)") }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
        lseek(file, 0, SEEK_SET)
        var size = 0
        while size < bytes.count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress?.advanced(by: size), $0.count - size) }
            guard got > 0 else { throw RDFError(.inputOutput, "cannot read \(path)") }
            size += got
        }
        return try DocumentReader().documents(in: bytes, format: .ndjson, named: path).map { try $0.get().source }
    }

    private static func measure(_ stage: String, _ body: () throws -> Void) rethrows {
        let start = seconds()
        try body()
        say("\(stage)\t\(seconds() - start)")
    }

    /// CPU of the process.
    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
    }
}
