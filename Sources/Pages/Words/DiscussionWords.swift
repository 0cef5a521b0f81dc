import Newsroom

/// The words of the discussion below a story.
package struct DiscussionWords: Sendable {
    package var heading: Words.Counted = { "Comments (\($0.grouped))" }
    package var none = "No comments yet"
    package var write = "Write a comment"
    package var order = "Order"
    package var oldestFirst = "Oldest first"
    package var newestFirst = "Newest first"
    package var nextPage = "More comments"
    package var previousPage = "Previous comments"
    /// The title of a later page. Pages far from the first have no number.
    package var pageTitle: @Sendable (_ number: Int?, _ headline: String) -> String = { number, headline in
        number.map { "Page \($0) of the comments on “\(headline)”" } ?? "Later comments on “\(headline)”"
    }

    package var printThese = "Print with comments"
    /// Shown after the reader has chosen to print the comments too.
    package var printsThese = "If you print this page now, the comments on it are included."
    package var printStoryOnly = "Print the story only"
    /// The title of the feed.
    package var feed: Words.Named = { "Comments on “\($0)”" }
    package var follow = "Follow this discussion in a feed reader (Atom)"

    /// Follows the name of the commenter.
    package var wrote = "wrote:"
    /// The name under which the desk replies to comments. Readers cannot use it.
    package var desk = "The desk"
    /// The mark of a comment by the desk. It follows "wrote:", where no name of a reader can be.
    package var byDesk = "Staff reply"
    /// The marks of comments by staff, and by the author of the story.
    package var byStaff = "Staff"
    package var byAuthor = "Author of this story"
    /// Shown only to staff who moderate: opens the case of a comment.
    package var ruleOn = "Rule on it"
    /// Shown only to staff who moderate, in place of a comment that readers do not see.
    package var openCase: Words.Counted = { "Open the case of comment \($0)" }
    /// Shown only to the commenter, before the time of the ruling and the note to the commenter.
    package var ruledOnYours = "You wrote this comment. We removed it on"
    package var heldInThread = "This comment is awaiting review."
    /// Precedes the name of the commenter to whom this comment replies.
    package var inAnswerTo = "in reply to"
    package var removedComment = "a removed comment"
    package var edited = "edited"
    /// Shown below a comment that the desk blacked out a passage of.
    package var redacted = "The desk removed a passage."
    /// Spoken by screen readers in place of the passage.
    package var blackout = "passage removed"
    package var reply = "Reply"
    package var edit = "Edit"
    package var report = "Report as abuse"
    /// Precedes the time of an update, in the line between comments and in the mark of a comment.
    package var storyUpdated = "Story updated"
    package var storyCorrected = "Story corrected"
    /// Precedes the time of an update that came after the comment.
    package var beforeUpdate = "About the version before the"
    /// Follows that time.
    package var update = "update"
    package var whatChanged = "See what changed"
    /// The marks of a comment that quotes a passage which a later version of the story corrects or clarifies.
    package var quotesCorrected = "Quotes a passage that was corrected later"
    package var quotesClarified = "Quotes a passage that was clarified later"
    package var removed: Words.Named = { "This comment was removed. Rule broken: \($0)." }
    package var waits = "Your comment is awaiting review. Other readers cannot see it until we publish it."
    package var allAnswers: Words.Counted = { "Read all \($0.grouped) replies" }

    package var moreAnswers = "More replies"

    package var opensUntil: Words.Named = { "This discussion is open until \($0)." }
    package var closedByAge: Words.Named = {
        "This discussion closed on \($0). We welcome comments for a limited time after a story is published."
    }
    package var closedByEditor: Words.Named = { "This discussion is closed. An editor closed it on \($0)." }
    package var closedByHouse: Words.Named = {
        "This discussion is closed. All discussions of this newspaper were closed on \($0)."
    }
    package var reason: Words.Named = { reason in
        "Reason: \(reason)\(reason.last.map { ".!?…。؟".contains($0) } == true ? "" : ".")"
    }
    package var reportsStayOpen = "You can still report comments."

    /// The title of a comment's page.
    package var title: @Sendable (_ name: String, _ headline: String) -> String = { "Comment by \($0) on “\($1)”" }
    /// Stands in for a hidden name.
    package var someone = "a reader"
    package var one = "Comment on"
    package var thread = "Thread"
    package var allComments = "All comments on this story"
    package var replyTo: Words.Named = { "Reply to \($0)" }
    package var editHeading = "Edit your comment"
    package var editCurrent = "Your comment as saved"
    package var editNote =
        "You can edit a comment for five minutes after you post it. Our moderators can see the earlier text."
}

/// The words of forms for readers and of the sign-in form.
package struct FormWords: Sendable {
    package var name = "Name"
    package var nameHint = "2 to 40 characters, shown with your comment"
    package var text = "Comment"
    package var textHint =
        "Up to 5,000 characters. Leave a blank line between paragraphs. "
        + "Use *asterisks* for emphasis and > to quote."
    package var email = "E-mail"
    package var optional = "optional"
    package var emailHint = "Never shown"
    package var post = "Post comment"
    package var postReply = "Post reply"
    package var save = "Save changes"
    package var typedText = "What you typed"
    package var password = "Password"
    package var signIn = "Sign in"
    package var firstAdmin = "Create the first admin"
    package var firstAdminNote =
        "This newspaper has no staff yet. The first admin can do everything at the desk. "
        + "Add other people in the terminal with broadsheet staff add."
    package var firstAdminName = "Shown to colleagues, and with your rulings"
    package var firstAdminPassword = "At least 12 characters. Several unrelated words are a good choice."
    package var firstAdminButton = "Create admin and sign in"
}

/// The words of the policy page.
package struct PolicyWords: Sendable {
    package var title = "Our policy on comments"
    package var readAll = "Read the full policy"
    package var rules = "The rules"
    package var reports = "How reports are handled"
    package var reportsText = [
        "Comments have a “Report as abuse” link. "
            + "Anyone can use it without an account, even after the discussion closes.",
        "Our moderators read the comment in its thread and apply the rules above. "
            + "They keep the comment, or they remove it and name the rule that it broke.",
        "You'll get a link where you can read the outcome. We record every decision, and we can undo it.",
    ]
    package var own = "Your own comments"
    package var ownText =
        "You can edit or delete a comment for five minutes, in the browser that posted it. "
        + "Later, you can ask our moderators to remove it. Replies to it stay."
    package var versions = "Comments and changing stories"
    package var versionsText =
        "We update stories. Every comment is linked to the version that it was written about. "
        + "Lines between the comments show when the story was updated, and lead to the changes."
    package var disclaimer = "Disclaimer"
}
