/// The words about withdrawing a story, bringing it back, and making it a draft again.
package struct WithdrawalWords: Sendable {
    package var title = "Withdrawal"
    package var withdraw = "Withdraw this story"
    package var withdrawNote = """
        Readers then see only that the story was withdrawn, when, and your reason. It leaves all lists and feeds, and \
        its discussion is frozen. An editor can bring it back.
        """
    package var reason = "Reason for readers"
    package var reasonHint = "Shown in place of the story"
    package var isWithdrawn = "This story has been withdrawn since"
    package var byAgency = "The agency withdrew it, so nobody can bring it back in Broadsheet."
    package var restore = "Bring the story back"
    package var restoreNote = "Readers then see the story and its discussion again, at the same address."
    package var unpublish = "Make it a draft again"
    package var unpublishNote: Words.Named = {
        "Nobody has commented yet. Until \($0), you can make this story a draft again. "
            + "Readers then find nothing at its address, and its versions are not public again."
    }
    package var openDraft = "Open the draft"
    package var isDiscarded = "The draft was discarded."
    package var isDraft = "This story has been a draft again since"
    package var wasWithdrawn: Words.Named = { "Withdrawn on \($0)." }
    package var wasDraft: Words.Named = { "Made a draft again on \($0)." }
    package var returned: @Sendable (_ name: String, _ time: String) -> String = {
        "\($0) brought it back on \($1)."
    }
    package var publishedAgain: @Sendable (_ name: String, _ time: String) -> String = {
        "\($0) published it again on \($1)."
    }
}
