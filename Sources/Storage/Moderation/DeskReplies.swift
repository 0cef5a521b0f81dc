package import Database
package import Foundation
package import Newsroom

/// Replies that the desk writes to comments.
extension Transaction {
    /// Publishes a reply by the desk to the comment of a case and logs it, in one transaction. The discussion may be
    /// closed, and no limit counts. A reply that is sent twice is stored once. Refuses with `notFound`, `conflict`
    /// (readers do not see the comment) or `gone` (withdrawn story).
    package func reply(
        _ draft: DeskReplyDraft, in caseID: Case.ID, by staff: Staff, now: Date
    ) throws -> PostedComment {
        guard let id = try comment(in: caseID), let comment = try comment(id) else {
            throw Refusal(.missing(.deskCase))
        }
        guard comment.state == .published else { throw Refusal(.ruling(.notAnswerable)) }
        guard
            let version: Int = try value(
                "SELECT current_version FROM stories WHERE id = $1 AND is_withdrawn = 0", comment.story)
        else { throw Refusal(.story(.withdrawn)) }
        let posting = Posting(
            draft: try draft.comment(answering: id, storyVersion: version), story: comment.story, by: staff, now: now)
        guard let context = try contexts(of: [posting])[0] else { throw Refusal(.missing(.story)) }
        if let earlier = try repeated(posting, answering: id) {
            return PostedComment(comment: earlier, story: context.story, isRepetition: true)
        }
        let rules = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [])
        let posted = try store([.accepted(NewComment(posting, context, isHeld: false))], rules)[0].get()
        try log("reply", on: "comment \(id)", detail: "comment \(posted.comment.id)", by: staff, now: now)
        return posted
    }

    /// The same reply by the desk from a moment ago. The desk may write the same to several comments of a thread.
    private func repeated(_ posting: Posting, answering parent: Comment.ID) throws -> Comment? {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.parent_id = $1 AND c.is_listed = 1 AND c.created_at > $2 AND c.staff_id IS NOT NULL AND c.text = $3
            ORDER BY c.created_at, c.id LIMIT 1
            """, parent, posting.now.addingTimeInterval(-Self.repetitionTime), posting.draft.text
        ).first
    }
}
