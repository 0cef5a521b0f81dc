import Newsroom

/// The readers' discussion below a story.
package struct DiscussionWords: Sendable {
    package var heading: Words.Counted = { "Comments (\($0.grouped))" }
    package var none = "Nobody has written yet."
    package var write = "Write a comment"
    package var order = "Order"
    package var oldestFirst = "Oldest first"
    package var newestFirst = "Newest first"
    package var nextPage = "More comments"

    /// After the name of the writer.
    package var wrote = "wrote:"
    /// To the author alone, before the time and what was added to the ruling.
    package var ruledOnYours = "You wrote this comment. An editor took it down on"
    package var heldInThread = "This comment waits for an editor."
    /// Before the name of the one who is answered.
    package var inAnswerTo = "in answer to"
    package var removedComment = "a comment that was taken down"
    package var edited = "edited"
    package var reply = "Reply"
    package var edit = "Edit"
    package var report = "Report as abuse"
    package var earlierVersion = "Written about an earlier version of the story:"
    package var changedSince = "what has changed since"
    package var removed: Words.Named = { "This comment was taken down. The rule that it broke: \($0)." }
    package var waits = "Your comment waits for an editor. Until then only you can see it."
    package var allAnswers: Words.Counted = { "Read all \($0.grouped) answers" }

    package var moreAnswers = "More answers"

    package var opensUntil: Words.Named = { "This discussion is open until \($0)." }
    package var closedByAge: Words.Named = {
        "This discussion is closed. We welcome comments for a limited time after a story is published; "
            + "it ended on \($0)."
    }
    package var closedByEditor: Words.Named = { "This discussion is closed. An editor closed it on \($0)." }
    package var closedByHouse: Words.Named = {
        "This discussion is closed. All discussions of this house were closed on \($0)."
    }
    package var reason: Words.Named = { "The reason: \($0)" }
    package var reportsStayOpen = "Comments can still be reported."

    /// The page of one comment.
    package var title: @Sendable (_ name: String, _ headline: String) -> String = { "Comment by \($0) on: \($1)" }
    /// In place of a name that is not shown.
    package var someone = "a reader"
    package var one = "A comment on:"
    package var thread = "The thread"
    package var allComments = "All comments on this story"
    package var replyTo: Words.Named = { "Answer \($0)" }
    package var editHeading = "Change your comment"
    package var editCurrent = "Your comment as it is now"
    package var editNote = "You can change a comment for five minutes after you wrote it. The earlier text is kept."
}

/// What stands on forms.
package struct FormWords: Sendable {
    package var name = "Name"
    package var nameHint = "2 to 40 characters; shown beside your comment"
    package var text = "Comment"
    package var textHint = "Up to 5,000 characters. An empty line begins a paragraph; *this* is emphasis; > quotes."
    package var email = "E-mail"
    package var optional = "optional"
    package var emailHint = "Never shown"
    package var post = "Post the comment"
    package var postReply = "Post the answer"
    package var save = "Save the comment"
    package var typedText = "What you typed is kept here"
    package var password = "Password"
    package var signIn = "Sign in"
    package var signInTitle = "Sign in to the desk"
    package var signInNote = "For the staff of the house. Readers need no account."
}

/// The policy page.
package struct PolicyWords: Sendable {
    package var title = "Our policy on comments"
    package var readAll = "Read the whole policy"
    package var rules = "The rules"
    package var reports = "How reports are handled"
    package var reportsText = [
        "Under every comment stands “Report as abuse”. Anybody can use it, without an account, also when a discussion is closed.",
        "A report goes to our editors. They read the comment in its place and decide by the rules above: the comment stays, or it is taken down and a line in its place names the rule that it broke.",
        "Whoever reports gets an address on which the outcome can be read. A decision can be undone, and every decision is recorded.",
    ]
    package var versions = "Comments and changing stories"
    package var versionsText =
        "Stories are updated. Every comment keeps the version that it answered, and says so where the story has changed since."
    package var disclaimer = "Whose words these are"
}
