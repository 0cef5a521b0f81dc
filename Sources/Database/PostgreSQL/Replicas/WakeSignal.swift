import Dispatch
import Synchronization

/// Wakes a waiting thread early, and tells it when to end.
final class WakeSignal: Sendable {
    private struct State {
        var isSet = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let semaphore = DispatchSemaphore(value: 0)

    func set() {
        let isFirst = state.withLock { state in
            defer { state.isSet = true }
            return !state.isSet
        }
        if isFirst { semaphore.signal() }
    }

    func wait(atMost time: DispatchTimeInterval) {
        _ = semaphore.wait(timeout: .now() + time)
        state.withLock { $0.isSet = false }
    }

    /// Ends the current wait, or the next one. The thread then checks `isOver`.
    func end() {
        state.withLock { $0.isOver = true }
        set()
    }

    var isOver: Bool { state.withLock { $0.isOver } }
}
