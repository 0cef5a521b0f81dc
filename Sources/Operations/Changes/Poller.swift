import Database
import Foundation
import Synchronization

/// A thread that asks again and again whether another process may have written something. A task would wake three threads
/// of the system's pool each time, on a server that has nothing else to do.
final class Poller: Sendable {
    private let isOver = Mutex(false)

    /// Yields whenever there may be changes, until the task that waits for them is cancelled.
    static func signals(of database: Database, every interval: Duration) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { signals in
            let poller = Poller()
            signals.onTermination = { _ in poller.isOver.withLock { $0 = true } }
            Thread.detachNewThread {
                while !poller.isOver.withLock({ $0 }) {
                    if database.mayHaveNews { signals.yield() }
                    Thread.sleep(forTimeInterval: interval / .seconds(1))
                }
            }
        }
    }
}
