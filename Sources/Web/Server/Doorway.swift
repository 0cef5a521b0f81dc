import NIOCore

/// The thread of a connection, for what is done there in a moment: nobody has to be woken for it, and its answer is where it goes out.
final class Doorway: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
