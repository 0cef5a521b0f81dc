import Foundation
import Synchronization

/// The server as commenters see it. It serves, is killed, and comes back on another port.
final class Press: Sendable {
    private struct State {
        var port: Int?
        var acknowledged = 0
        var isOver = false
    }

    private let state = Mutex(State())
    private let change = NSCondition()
    private let deadline = Date(timeIntervalSinceNow: Double(Size.minutes * 60))

    /// The port that it serves on. Waits until there is one. Returns `nil` at the end of the run or at the
    /// deadline.
    func port() -> Int? { wait { $0.isOver ? .some(nil) : $0.port.map { .some($0) } } ?? nil }

    func serves(on port: Int?) { set { $0.port = port } }

    func acknowledge() { set { $0.acknowledged += 1 } }

    func end() { set { $0.isOver = true } }

    /// Returns once `count` comments are acknowledged. Returns `false` if they are not by the deadline.
    func waitFor(acknowledged count: Int) -> Bool { wait { $0.acknowledged >= count ? true : nil } ?? false }

    private func set(_ body: (inout State) -> Void) {
        change.lock()
        state.withLock { body(&$0) }
        change.broadcast()
        change.unlock()
    }

    /// Waits until `answer` returns a value, and returns that. Returns `nil` at the deadline.
    private func wait<T>(for answer: (State) -> T?) -> T? {
        change.lock()
        defer { change.unlock() }
        while Date.now < deadline {
            if let found = state.withLock({ answer($0) }) { return found }
            _ = change.wait(until: deadline)
        }
        return nil
    }
}

/// The size of a run. Environment variables make it larger.
enum Size {
    static let comments = number("BROADSHEET_CRASH_COMMENTS", 300)
    static let writers = number("BROADSHEET_CRASH_WRITERS", 8)
    static let kills = number("BROADSHEET_CRASH_KILLS", 5)
    /// The limit in minutes for a test, and for the life of each process that it starts.
    static let minutes = number("BROADSHEET_CRASH_MINUTES", 5)

    private static func number(_ name: String, _ standard: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
    }
}

/// Runs blocking code on a separate thread.
func onAThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Result(catching: body)) }.start()
    }
}
