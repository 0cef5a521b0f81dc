import Database
package import Foundation
package import Newsroom

extension Transaction {
    /// Everything beside the comment that helps to decide on a case. Each query finds its rows through an index and
    /// has a limit, so that the costs do not depend on the number of comments.
    package func caseContext(of deskCase: Case, now: Date) throws -> CaseContext {
        let comment = deskCase.comment
        let (above, isGap) = try commentsAbove(comment)
        return CaseContext(
            above: above, isGapAbove: isGap, siblings: try siblings(before: comment),
            answers: try firstAnswers(to: comment), quotedVersion: try quotedVersion(of: comment),
            isStoryWithdrawn: try isWithdrawn(comment.story),
            earlierTexts: comment.editedAt == nil ? [] : try earlierTexts(of: comment.id),
            commenter: comment.isErased ? CommenterRecord() : try commenterRecord(of: comment, now: now),
            reporters: try reporterRecords(of: deskCase),
            notes: try deskNotes(on: comment))
    }

    /// The comments above a comment, its parent first. In a deep thread, the last is the beginning of the thread,
    /// and the comments between it and the one before are left out.
    private func commentsAbove(_ comment: Comment) throws -> (comments: [Comment], isGap: Bool) {
        var above: [Comment] = []
        var next = comment.parent
        while let id = next, above.count < CaseContext.aboveShown, let parent = try self.comment(id) {
            above.append(parent)
            next = parent.parent
        }
        guard let next, let beginning = try self.comment(comment.thread) else { return (above, false) }
        return (above + [beginning], next != beginning.id)
    }

    /// The latest listed replies to the same parent from before a comment, oldest first.
    private func siblings(before comment: Comment) throws -> [Comment] {
        guard let parent = comment.parent else { return [] }
        return try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.parent_id = $1 AND c.is_listed = 1 AND (c.created_at, c.id) < ($2, $3)
            ORDER BY c.created_at DESC, c.id DESC LIMIT $4
            """, parent, comment.key.milliseconds, comment.id, CaseContext.besideShown
        ).reversed()
    }

    private func firstAnswers(to comment: Comment) throws -> [Comment] {
        try comments(
            """
            SELECT \(Comment.columns) FROM comments c
            WHERE c.parent_id = $1 AND c.is_listed = 1 ORDER BY c.created_at, c.id LIMIT $2
            """, comment.id, CaseContext.besideShown)
    }

    /// The version of the story that a comment responds to, if the comment quotes anything.
    private func quotedVersion(of comment: Comment) throws -> Version? {
        guard !comment.quotedPassages.isEmpty else { return nil }
        return try version(comment.storyVersion, of: comment.story) ?? currentVersion(of: comment.story)
    }
}
