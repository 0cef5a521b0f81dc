import Synchronization

/// Waits for a value, but only for a limited time.
enum TimeLimit {
    /// The value; `nil` if the body throws, or takes longer. The body then goes on, and its value is lost.
    static func value<T: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable () async throws -> T
    ) async -> T? {
        await withCheckedContinuation { continuation in
            let first = Mutex<CheckedContinuation<T?, Never>?>(continuation)
            let tell = { @Sendable (value: T?) in first.withLock { $0.take() }?.resume(returning: value) }
            let clock = Task {
                try? await Task.sleep(for: limit)
                tell(nil)
            }
            Task {
                tell(try? await body())
                clock.cancel()
            }
        }
    }
}
