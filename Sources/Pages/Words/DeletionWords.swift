/// The words of removing one's own comment.
package struct DeletionWords: Sendable {
    /// The links below a comment, for its commenter.
    package var delete = "Delete"
    package var ask = "Ask for removal"
    /// In place of the comment.
    package var deleted = "This comment was removed by its author."

    package var deleteHeading = "Delete your comment"
    package var deleteNote =
        "We remove your comment and your name at once, and you cannot get them back. Replies to it stay."
    package var deleteButton = "Delete comment"
    package var askHeading = "Ask for the removal of your comment"
    package var askNote =
        "You can delete a comment yourself for five minutes after you post it. That time is over, so our moderators "
        + "decide. You can ask once. If they remove the comment, replies to it stay."
    package var askButton = "Ask for removal"
    /// The link of a commenter who has asked.
    package var request = "Your request for removal"
    /// Says which parts of a comment are kept after its removal.
    package var storage =
        "If nobody has reported the comment, we erase your name, your e-mail address and all versions of your "
        + "text. If somebody has, our moderators keep your name and all versions of your text with the report."
    package var back = "Back to the discussion"

    package var doneHeading = "Your comment is removed"
    package var done =
        "In place of your comment, readers see that its author removed it. If the comment or its story is not public, "
        + "they see nothing."
    /// Before the time of the decision.
    package var granted = "Our moderators removed your comment, as you asked, on"
    package var brokeRule = "Our moderators removed your comment because it broke a rule."
    package var askedHeading = "You have asked for the removal"
    package var asked = "Our moderators will decide. Bookmark this page. Their decision will appear here."
    /// Before the time of the request.
    package var askedOn = "You asked on"
    package var declinedHeading = "Your comment stays"
    /// Before the time of the decision.
    package var declined = "Our moderators decided not to remove your comment. They decided on"
    /// Before a note from the moderators.
    package var note = "Their note to you:"

    /// The words of the desk.
    package var isAsked = "The commenter asks for removal"
    /// Before the time of the request.
    package var askedSince = "The commenter asked for the removal of this comment on"
    package var asksNoRule = "No rule: the commenter asks for removal"
    package var onRequest = "at the commenter's request"
    package var doneOnRequest = "Removed at the commenter's request."
    package var sentenceHint = "Up to 500 characters. The commenter sees it, whether you remove the comment or keep it."
    /// Follows a ruling that nobody can undo.
    package var deletedSince = "The commenter removed the comment later."
    package var deletedState = "removed by its author"
    /// Before the time.
    package var closed = "There is nothing to decide. The commenter removed this comment on"
    package var erased = "Nobody had reported it, so we erased its name and its texts."
    /// On the receipt of a report.
    package var receipt = "The comment was removed by its author."
}
