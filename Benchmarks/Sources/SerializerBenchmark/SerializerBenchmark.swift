import Glibc
import RDF

/// Loads statements once and then writes them as often as it is asked to: each line of standard input names a
/// writer (`ntriples`, `turtle`, `rdfxml`, or `serd ntriples`, `serd turtle`), each line of standard output
/// is the seconds that it took. With `--repeat N WRITER` it writes N times and says nothing, for a profiler
/// of allocations.
///
/// usage: SerializerBenchmark STATEMENTS.nt PREFIXES.tsv [--repeat N WRITER]
@main
struct SerializerBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            throw RDFError(.inputOutput, "usage: SerializerBenchmark FILE PREFIXES")
        }
        var dataset = Dataset()
        var prefixes = PrefixTable()
        try StatementReader(.ntriples, file: arguments[1])
            .read(
                FileDescriptorSource(try opened(arguments[1], O_RDONLY)), into: &dataset, prefixes: &prefixes)
        var options = WriterOptions(prefixes: try table(arguments[2]))
        options.subjectOrder = .given
        let null = FileDescriptorSink(try opened("/dev/null", O_WRONLY))
        if arguments.count == 6, let times = Int(arguments[4]) {
            for _ in 0..<times { try write(dataset, arguments[5], null, options) }
            return
        }
        let serd = SerdComparison(dataset, options.prefixes)
        say("\(dataset.quads.count)")
        while let name = readLine() {
            let start = ContinuousClock.now
            if name.hasPrefix("serd ") {
                serd.write(turtle: name.hasSuffix("turtle"))
            } else {
                try write(dataset, name, null, options)
            }
            say("\((ContinuousClock.now - start) / .seconds(1))")
        }
    }

    /// The statements in the order in which they are there: nothing is sorted here.
    private static func write(
        _ dataset: Dataset, _ name: String, _ sink: FileDescriptorSink, _ options: WriterOptions
    ) throws {
        switch name {
        case "ntriples":
            var writer = NTriplesWriter(sink, options: options)
            try writer.write(dataset)
            try writer.finish()
        case "turtle":
            var writer = TurtleWriter(sink, options: options)
            try writer.write(dataset)
        case "rdfxml":
            var writer = RDFXMLWriter(sink, options: options)
            try writer.write(dataset)
        default: throw RDFError(.inputOutput, "no such writer: \(name)")
        }
    }

    /// Lines of a prefix, a tab and a namespace.
    private static func table(_ path: String) throws -> PrefixTable {
        let source = FileDescriptorSource(try opened(path, O_RDONLY))
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let size = try bytes.withUnsafeMutableBytes { try source.read(into: $0) }
        var table = PrefixTable()
        for line in String(decoding: bytes[..<size], as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t")
            if fields.count == 2 { try table.add(String(fields[0]), String(fields[1])) }
        }
        return table
    }

    private static func opened(_ path: String, _ flags: Int32) throws -> Int32 {
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { throw RDFError(.inputOutput, "cannot open \(path)") }
        return descriptor
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
    }
}
