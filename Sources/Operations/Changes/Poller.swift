import Database
import Foundation
import Synchronization

/// A thread that polls for changes by other processes. A task would wake three threads of the system's pool
/// at each poll, on a server that may have nothing else to do.
final class Poller: Sendable {
    private let isOver = Mutex(false)

    /// Yields whenever there may be changes, until the task that waits for them is canceled.
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
