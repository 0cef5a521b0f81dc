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

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        threads.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
