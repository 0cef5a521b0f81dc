package import Newsroom
import Storage

extension Newspaper {
    /// Removes a comment for the browser that posted it, or asks the desk to remove it. `asks` says that the author
    /// agrees to ask. Refuses like `Transaction.delete`.
    package func delete(
        _ comment: Comment.ID, asks: Bool, as actor: Actor, by commenter: Commenter?, from source: String
    ) async throws {
        try actor.require(.comment)
        let deletion = Deletion(
            comment: comment, asks: asks, writer: commenter?.key ?? "", source: source, now: clock.now)
        let limits = rules.posting.limits
        try await write { tx in try tx.delete(deletion, limits: limits) }
    }
}
