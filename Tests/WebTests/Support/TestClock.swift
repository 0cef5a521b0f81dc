import Foundation
import Newsroom
import Synchronization

/// A clock that advances only when told.
final class TestClock: Sendable {
    private let moment = Mutex(Date.noon)

    var clock: Clock { Clock { self.moment.withLock { $0 } } }

    var now: Date { clock.now }

    func advance(_ seconds: Double) { moment.withLock { $0 += seconds } }
}

extension Date {
    /// 2023-11-14, 22:13:20 UTC.
    static let noon = Date(milliseconds: 1_700_000_000_000)
}
