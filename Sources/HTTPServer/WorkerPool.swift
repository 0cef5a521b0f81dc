import NIOCore
import Dispatch
import Foundation
import NIOPosix
import Synchronization

/// The threads that answer requests. One thread reads the database and renders the response from beginning to
/// end, so that threads seldom switch, and no more pages are in progress than there are threads.
///
/// A job goes to the thread that became idle last, because its memory and code are still in the processor's
/// cache. While there are few requests, one thread answers them all.
package final class WorkerPool: TaskExecutor {
    /// The pool of this process. It has more threads than a small machine has processors, because some of
    /// them wait for the disk.
    package static let shared = WorkerPool(threads: 4)

    private struct State {
        var jobs: CircularBuffer<UnownedJob> = []
        /// The threads without a job, in the order in which they became idle.
        var idle: [DispatchSemaphore] = []
    }

    private let state = Mutex(State())

    private init(threads count: Int) {
        for number in 1...count {
            let thread = Thread { self.work(waking: DispatchSemaphore(value: 0)) }
            thread.name = "worker-\(number)"
            thread.start()
        }
    }

    /// Whether the caller is on a connection's thread, where nothing may wait, because other clients would
    /// wait too.
    package static var isOnEventLoop: Bool { MultiThreadedEventLoopGroup.currentEventLoop != nil }

    /// Runs the body on a worker thread.
    package static func run<T: Sendable>(_ body: @Sendable () async throws -> T) async rethrows -> T {
        try await withTaskExecutorPreference(shared, operation: body)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let idle = state.withLock { state in
            state.jobs.append(job)
            return state.idle.popLast()
        }
        // Outside the lock, so that no thread waits for the lock while this one wakes another.
        idle?.signal()
    }

    private func work(waking semaphore: DispatchSemaphore) {
        while true {
            let job = state.withLock { state in
                let job = state.jobs.popFirst()
                if job == nil { state.idle.append(semaphore) }
                return job
            }
            if let job { job.runSynchronously(on: asUnownedTaskExecutor()) } else { semaphore.wait() }
        }
    }
}
