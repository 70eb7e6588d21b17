import Dispatch
import Synchronization

/// Works on several things at a time and hands over what comes of them in the order in which they came in.
///
/// One thing alone is worked on by the caller; threads start with the second. Whatever their number, the caller gets the
/// same things in the same order. Not for use from two threads at once.
final class OrderedWorkers<Input: Sendable, Output: Sendable> {
    /// Made anew for each thread.
    private let makeWork: @Sendable () -> (Input) -> Output
    private let count: Int
    private let board = Board()
    private var first: Input?
    private var isStarted = false
    private var submitted = 0
    private var delivered = 0

    /// What the threads share.
    private final class Board: Sendable {
        /// By number; nil is the end.
        let pending = Mutex<[(number: Int, input: Input)?]>([])
        let finished = Mutex<[Int: Output]>([:])
        let hasPending = DispatchSemaphore(value: 0)
        let hasFinished = DispatchSemaphore(value: 0)

        func put(_ job: (number: Int, input: Input)?) {
            pending.withLock { $0.append(job) }
            hasPending.signal()
        }

        /// Waits for the next job; nil at the end.
        func next() -> (number: Int, input: Input)? {
            hasPending.wait()
            return pending.withLock { $0.removeFirst() }
        }
    }

    /// - Parameters:
    ///   - count: number of threads, from 1.
    ///   - work: makes what works on one thing after another; called on each thread.
    init(count: Int, work: @escaping @Sendable () -> (Input) -> Output) {
        (self.count, makeWork) = (count, work)
    }

    /// Takes one thing more, and hands over what is finished.
    func submit(_ input: Input, _ deliver: (Output) throws -> Void) rethrows {
        if !isStarted, first == nil {
            first = input
            return
        }
        start()
        put(input)
        try collect(untilUnderWay: 2 * count, deliver)
    }

    /// Waits for the rest and hands it over.
    func finish(_ deliver: (Output) throws -> Void) rethrows {
        if let only = first, !isStarted {
            first = nil
            return try deliver(makeWork()(only))
        }
        defer { stop() }
        try collect(untilUnderWay: 0, deliver)
    }

    private func start() {
        guard !isStarted else { return }
        isStarted = true
        let queue = DispatchQueue(label: "isnad.documents", attributes: .concurrent)
        for _ in 0..<count {
            queue.async { [board, makeWork] in
                let work = makeWork()
                while let job = board.next() {
                    let output = work(job.input)
                    board.finished.withLock { $0[job.number] = output }
                    board.hasFinished.signal()
                }
            }
        }
        if let first { put(first) }
        first = nil
    }

    private func stop() {
        guard isStarted else { return }
        for _ in 0..<count { board.put(nil) }
    }

    private func put(_ input: Input) {
        board.put((submitted, input))
        submitted += 1
    }

    private func collect(untilUnderWay limit: Int, _ deliver: (Output) throws -> Void) rethrows {
        while true {
            while let output = board.finished.withLock({ $0.removeValue(forKey: delivered) }) {
                delivered += 1
                try deliver(output)
            }
            if submitted - delivered <= limit { return }
            board.hasFinished.wait()
        }
    }
}
