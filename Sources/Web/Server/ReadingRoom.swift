import NIOPosix

/// The threads on which the site answers. What an answer reads is read on the same thread, and its page is rendered there, from
/// beginning to end: few threads change, and only as many pages are in the making as there are threads.
final class ReadingRoom: TaskExecutor {
    /// Threads of this process. More than processors, because some wait for the disk.
    static let shared = ReadingRoom(threads: 4)

    private let threads: NIOThreadPool

    private init(threads count: Int) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
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
        threads.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
