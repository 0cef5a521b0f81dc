import Foundation
import NIOCore
import Synchronization

/// The `Date` line and the empty line that end every head, rendered at most once a second.
final class DateLine: Sendable {
    private struct Latest {
        var second: Int64?
        var bytes = ByteBuffer()
    }

    let now: @Sendable () -> Date
    private let latest = Mutex(Latest())

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    var bytes: ByteBuffer {
        let now = now()
        let second = Int64(now.timeIntervalSince1970.rounded(.down))
        return latest.withLock { latest in
            if latest.second != second {
                latest = Latest(second: second, bytes: ByteBuffer(string: "Date: \(now.httpDate)\r\n\r\n"))
            }
            return latest.bytes
        }
    }
}
