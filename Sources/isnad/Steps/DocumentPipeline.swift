import KnowledgeGraph
import Reading

/// Takes documents to their graphs, several at a time, and hands them over in the order of the input.
struct DocumentPipeline {
    let plan: DocumentPlan
    let reporter: Reporter
    private let workers: OrderedWorkers<[Document], Result<[MadeDocument], any Error>>
    private var batch: [Document] = []
    private var batchBytes = 0
    private var progress: ProgressLine

    /// - Parameter jobs: number of threads, from 1.
    init(_ plan: DocumentPlan, jobs: Int, reporter: Reporter) {
        (self.plan, self.reporter) = (plan, reporter)
        workers = OrderedWorkers(count: jobs) { plan.worker() }
        progress = ProgressLine(reporter)
    }

    /// Reads all of `inputs`.
    /// - Throws: what `deliver` throws, and `RDFError` for what cannot be written.
    mutating func run(_ inputs: inout Inputs, _ deliver: (MadeDocument) throws -> Void) throws {
        try inputs.forEach { document in
            batch.append(document)
            batchBytes += document.source.bytes.count
            guard batchBytes >= Self.batchSize || batch.count >= Self.batchCount else { return }
            try send(deliver)
        }
        if !batch.isEmpty { try send(deliver) }
        try workers.finish { try take($0, deliver) }
        progress.clear()
    }

    private mutating func send(_ deliver: (MadeDocument) throws -> Void) throws {
        let full = batch
        (batch, batchBytes) = ([], 0)
        try workers.submit(full) { try take($0, deliver) }
    }

    private mutating func take(
        _ result: Result<[MadeDocument], any Error>, _ deliver: (MadeDocument) throws -> Void
    ) throws {
        for made in try result.get() {
            progress.clear()
            reporter.review(made.size, of: made.document)
            try deliver(made)
            progress.add(bytes: made.document.source.bytes.count)
        }
    }

    /// A batch ends with the document that fills it, in bytes of text or in number.
    private static let batchSize = 1 << 17
    private static let batchCount = 64
}
