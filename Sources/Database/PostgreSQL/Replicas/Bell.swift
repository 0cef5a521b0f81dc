import Dispatch
import Synchronization

/// Wakes a thread that waits, before its time; and tells it when to end.
final class Bell: Sendable {
    private struct State {
        var isRung = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let sound = DispatchSemaphore(value: 0)

    func ring() {
        let isFirst = state.withLock { state in
            defer { state.isRung = true }
            return !state.isRung
        }
        if isFirst { sound.signal() }
    }

    func wait(atMost time: DispatchTimeInterval) {
        _ = sound.wait(timeout: .now() + time)
        state.withLock { $0.isRung = false }
    }

    /// Nobody is to wait any more.
    func end() {
        state.withLock { $0.isOver = true }
        ring()
    }

    var isOver: Bool { state.withLock { $0.isOver } }
}
