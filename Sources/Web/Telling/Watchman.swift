import Database
import Foundation
import Synchronization

/// A thread that asks, again and again, whether another program may have written something. As a task it would wake three threads of
/// the system's pool each time, on a server that has nothing else to do.
final class Watchman: Sendable {
    private let isOver = Mutex(false)

    /// A sign each time there may be news, until the one who waits for them is cancelled. Signs that come while one is not taken are one.
    static func signs(of database: Database) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { signs in
            let watchman = Watchman()
            signs.onTermination = { _ in watchman.isOver.withLock { $0 = true } }
            Thread.detachNewThread {
                while !watchman.isOver.withLock({ $0 }) {
                    if database.mayHaveNews { signs.yield() }
                    Thread.sleep(forTimeInterval: WebServer.noticingInterval / .seconds(1))
                }
            }
        }
    }
}
