package import Newsroom

/// Shows changes to readers. The follower tells it each change once, in order.
package protocol ChangeConsumer: Sendable {
    /// Begins after this change: everything older is already in what is read from now on. `isFirst` is false where the
    /// database has been replaced by one that may lack changes that were told.
    func begin(after number: Int64, isFirst: Bool)

    /// Whether `prepare` has something to do for these changes.
    func wantsToPrepare(for changes: [Change]) -> Bool

    /// Prepares to show these changes, which may take time. It may see later changes meanwhile; then it adds them, read
    /// by `later`, so that nobody sees them before they are told. The follower calls what it returns in place of `show`.
    func prepare(
        for changes: inout [Change], later: (_ after: Int64, _ upTo: Int64) async throws -> [Change]
    ) async throws -> @Sendable ([Change]) -> Void

    /// Shows these changes.
    func show(_ changes: [Change])

    /// Changes cannot be read: nothing that is shown may be older than they are.
    func loseTrack()

    /// Whether the database is away, so that what is shown may be older than it is.
    func setDisconnected(_ isDisconnected: Bool)
}
