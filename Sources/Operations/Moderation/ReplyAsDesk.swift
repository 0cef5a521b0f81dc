package import Newsroom
package import Storage

extension Newspaper {
    /// Publishes a reply by the desk to the comment of a case. Refuses like `Transaction.reply`, and with `invalid` like
    /// `CommentDraft`.
    @discardableResult
    package func reply(_ text: String, in deskCase: Case.ID, as actor: Actor) async throws -> PostedComment {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        let draft = try DeskReplyDraft(name: rules.deskName, text: text)
        return try await write { tx in try tx.reply(draft, in: deskCase, by: staff, now: now) }
    }
}
