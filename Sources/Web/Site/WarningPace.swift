import Foundation
import Synchronization

/// Logs a repeated warning only once in a while, with the number of its occurrences.
final class WarningPace: Sendable {
    private struct State {
        var quietUntil = Date.distantPast
        var unheard = 0
    }

    private let interval: TimeInterval
    private let state = Mutex(State())

    init(interval: TimeInterval = 10) { self.interval = interval }

    /// The number of occurrences since the last one that was logged, including this one; `nil` if this one is
    /// not to be logged.
    func count(at now: Date) -> Int? {
        state.withLock { state in
            state.unheard += 1
            guard now >= state.quietUntil else { return nil }
            defer { state = State(quietUntil: now.addingTimeInterval(interval)) }
            return state.unheard
        }
    }
}
