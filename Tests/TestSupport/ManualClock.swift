import Synchronization

/// A clock that advances only when told. A sleep advances it and returns at once.
package final class ManualClock: Clock {
    package struct Instant: InstantProtocol {
        package let elapsed: Duration

        package func advanced(by duration: Duration) -> Instant { Instant(elapsed: elapsed + duration) }
        package func duration(to other: Instant) -> Duration { other.elapsed - elapsed }
        package static func < (one: Instant, other: Instant) -> Bool { one.elapsed < other.elapsed }
    }

    private let elapsed = Mutex(Duration.zero)

    package init() {}

    package var now: Instant { Instant(elapsed: elapsed.withLock { $0 }) }
    package var minimumResolution: Duration { .nanoseconds(1) }

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        elapsed.withLock { $0 = max($0, deadline.elapsed) }
    }

    package func advance(by duration: Duration) { elapsed.withLock { $0 += duration } }
}
