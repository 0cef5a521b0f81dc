import Dispatch
import Foundation
import Synchronization

/// A thread that runs jobs one after another, and ends with the last reference to it. Work that waits for a
/// server runs here, so that it does not block the few threads of a shared pool.
package final class WorkingThread: Sendable {
    private final class Inbox: Sendable {
        private let work = Mutex<[@Sendable () -> Void]>([])
        private let arrivals = DispatchSemaphore(value: 0)

        func add(_ work: @escaping @Sendable () -> Void) {
            self.work.withLock { $0.append(work) }
            arrivals.signal()
        }

        /// Ends the thread once its work is done. Nothing may be added afterwards.
        func close() { arrivals.signal() }

        /// Waits for the next job; `nil` once the inbox is closed and empty.
        func next() -> (@Sendable () -> Void)? {
            arrivals.wait()
            return work.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }

    private let inbox = Inbox()

    package init(_ name: String) {
        let thread = Thread { [inbox] in
            while let work = inbox.next() { work() }
        }
        thread.name = name
        thread.start()
    }

    deinit { inbox.close() }

    package func run(_ work: @escaping @Sendable () -> Void) { inbox.add(work) }
}
