import NIOCore
import Dispatch
import Foundation
import NIOPosix
import Synchronization

/// The threads on which requests are answered. A response is read from the database and rendered on one thread from
/// beginning to end, so that few threads change, and only as many pages are in the making as there are threads.
///
/// A job goes to the thread that has been idle for the shortest time, because the processor still caches its memory and
/// code. While there are few requests, one thread answers them all.
package final class WorkerPool: TaskExecutor {
    /// The threads of this process: more than processors, because some of them wait for the disk.
    package static let shared = WorkerPool(threads: 4)

    private struct State {
        var jobs: CircularBuffer<UnownedJob> = []
        /// The threads without a job; the last one has been idle for the shortest time.
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

    /// Whether the caller is on the thread of a connection, where nothing may wait: other clients would wait with it.
    package static var isOnEventLoop: Bool { MultiThreadedEventLoopGroup.currentEventLoop != nil }

    /// Runs the body on a worker, from wherever it is called.
    package static func run<T: Sendable>(_ body: @Sendable () async throws -> T) async rethrows -> T {
        try await withTaskExecutorPreference(shared, operation: body)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let idle = state.withLock { state in
            state.jobs.append(job)
            return state.idle.popLast()
        }
        // Outside the lock: nobody waits for it while the thread wakes.
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
