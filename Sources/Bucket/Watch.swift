import Foundation

/// The time of day, by which requests are signed; the time that passes; and a way to let some of it pass.
struct Watch: Sendable {
    let now: @Sendable () -> Date
    let uptime: @Sendable () -> Duration
    let rest: @Sendable (Duration) async throws -> Void

    static let system = Watch(
        now: { Date() }, uptime: { start.duration(to: .now) }, rest: { try await Task.sleep(for: $0) })

    private static let start = ContinuousClock.now
}
