package import Newsroom

/// Shows changes to readers. The follower delivers each change once, in order.
package protocol ChangeConsumer: Sendable {
    /// Begins after this change. Every snapshot from now on contains it and all earlier changes. `isFirst` is
    /// false if the follower begins again, because the database may lack delivered changes.
    func begin(after number: Int64, isFirst: Bool)

    /// Whether `prepare` has work to do for these changes.
    func wantsToPrepare(for changes: [Change]) -> Bool

    /// Prepares to show these changes, which may take time. If it sees later changes meanwhile, it adds them
    /// by calling `later`, so that nobody sees them before they are delivered. The follower calls the
    /// returned function instead of `show`.
    func prepare(
        for changes: inout [Change], later: (_ after: Int64, _ upTo: Int64) async throws -> [Change]
    ) async throws -> @Sendable ([Change]) -> Void

    func show(_ changes: [Change])

    /// Says that changes cannot be read. No cached page may be shown until the next `begin`.
    func loseTrack()

    /// Says whether the database is unavailable. While it is, pages may be outdated.
    func setDisconnected(_ isDisconnected: Bool)
}
