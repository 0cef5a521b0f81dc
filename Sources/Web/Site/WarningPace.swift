import Foundation
import Synchronization

/// Lets a warning that comes again and again into the log once in a while, with how many there were.
final class WarningPace: Sendable {
    private struct State {
        var quietUntil = Date.distantPast
        var unheard = 0
    }

    private let interval: TimeInterval
    private let state = Mutex(State())

    init(interval: TimeInterval = 10) { self.interval = interval }

    /// How many there were since one went into the log, this one among them; `nil` where it need not.
    func count(at now: Date) -> Int? {
        state.withLock { state in
            state.unheard += 1
            guard now >= state.quietUntil else { return nil }
            defer { state = State(quietUntil: now.addingTimeInterval(interval)) }
            return state.unheard
        }
    }
}
