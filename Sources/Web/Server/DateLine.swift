import NIOCore
import Newsroom
import Synchronization

/// The `Date` line and the empty line that end a head, made once a second.
final class DateLine: Sendable {
    private struct Latest {
        var second: Int64 = 0
        var bytes = ByteBuffer()
        /// The same, behind a line that says that the page may be old.
        var bytesAdrift = ByteBuffer()
    }

    private let clock: Clock
    private let store: PageStore
    private let latest = Mutex(Latest())

    init(clock: Clock, store: PageStore) {
        self.clock = clock
        self.store = store
    }

    /// What ends the head of any answer.
    var bytes: ByteBuffer { now.bytes }

    /// What ends the head of a page that is kept: while the database is away, it says so.
    var bytesOfKeptPage: ByteBuffer { store.isAdrift ? now.bytesAdrift : now.bytes }

    private var now: Latest {
        let now = clock.now
        return latest.withLock { latest in
            let second = now.milliseconds / 1_000
            if latest.second != second {
                let line = "Date: \(now.httpDate)\r\n\r\n"
                latest = Latest(
                    second: second, bytes: ByteBuffer(string: line),
                    bytesAdrift: ByteBuffer(string: "Cache-Status: \(PageStore.adrift)\r\n\(line)"))
            }
            return latest
        }
    }
}
