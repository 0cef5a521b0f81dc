import Synchronization

/// As of which changes a page was rendered: it may have read more than once.
final class Lookout: Sendable {
    private struct Sight {
        var earliest: Int64
        var latest: Int64
    }

    private let sight = Mutex<Sight?>(nil)

    /// A read saw everything up to this change.
    func saw(_ number: Int64) {
        sight.withLock { sight in
            sight = Sight(
                earliest: min(sight?.earliest ?? number, number), latest: max(sight?.latest ?? number, number))
        }
    }

    /// Every change up to this one was seen by all reads; `nil` where there was none.
    var earliest: Int64? { sight.withLock { $0?.earliest } }

    /// No read saw a change after this one.
    var latest: Int64? { sight.withLock { $0?.latest } }
}
