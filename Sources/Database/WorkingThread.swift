import Dispatch
import Foundation
import Synchronization

/// A thread that carries out what it is given, one thing after another, and ends with the last reference to it. What waits for a
/// server must not take the few threads of a pool that others need.
package final class WorkingThread: Sendable {
    private final class Inbox: Sendable {
        private let work = Mutex<[@Sendable () -> Void]>([])
        private let arrivals = DispatchSemaphore(value: 0)

        func add(_ work: @escaping @Sendable () -> Void) {
            self.work.withLock { $0.append(work) }
            arrivals.signal()
        }

        /// Nothing else will come.
        func close() { arrivals.signal() }

        /// Waits for the next thing to do; `nil` once there is nothing left and nothing will come.
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
