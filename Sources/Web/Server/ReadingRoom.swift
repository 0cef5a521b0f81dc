import Database
import NIOCore
import NIOPosix
import Synchronization

/// The threads on which the site answers. What an answer reads is read on the same thread, and its page is rendered there, from
/// beginning to end: few threads change, and only as many pages are in the making as there are threads.
///
/// A job goes to the thread that has rested the shortest, whose memory and code are still in the processor's caches: while few ask,
/// one thread does it all.
final class ReadingRoom: TaskExecutor {
    /// Threads of this process. More than processors, because some wait for the disk.
    static let shared = ReadingRoom(threads: 4)

    private struct State {
        /// The last one has rested the shortest.
        var resting: [WorkingThread]
        var waiting: CircularBuffer<UnownedJob> = []
    }

    private let state: Mutex<State>

    private init(threads count: Int) {
        state = Mutex(State(resting: (1...count).map { WorkingThread("reading-\($0)") }))
    }

    /// What reads sees to it that this is not the thread of a connection, where nobody else would be answered meanwhile.
    static func assertIsNoDoorway() {
        assert(MultiThreadedEventLoopGroup.currentEventLoop == nil, "this belongs in the reading room")
    }

    /// Does this here, wherever it is called.
    static func carryOut<T: Sendable>(_ body: @Sendable () async throws -> T) async rethrows -> T {
        try await withTaskExecutorPreference(shared, operation: body)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let resting = state.withLock { state in
            let thread = state.resting.popLast()
            if thread == nil { state.waiting.append(job) }
            return thread
        }
        // Nobody waits for the lock while the thread is woken.
        if let resting { resting.run { self.carryOut(job, on: resting) } }
    }

    /// Then whatever waits, until nothing does.
    private func carryOut(_ first: UnownedJob, on thread: WorkingThread) {
        var next: UnownedJob? = first
        while let job = next {
            job.runSynchronously(on: asUnownedTaskExecutor())
            next = state.withLock { state in
                if state.waiting.isEmpty { state.resting.append(thread) }
                return state.waiting.popFirst()
            }
        }
    }
}
