import Newsroom

/// The words of leaving, and of downloading one's own data.
package struct PrivacyWords: Sendable {
    package var downloadHeading = "Your data"
    package var downloadNote = "Download everything that we store about you, as files that you can read and keep."
    package var downloadLink = "Download your data"
    package var order = "Collect my data"
    package var orderAgain = "Collect my data again"
    package var ordered = "We are collecting your data. You ordered it on"
    package var collecting = "This takes a moment."
    package var look = "Look again"
    package var ready = "Your data is ready. We collected it on"
    /// Before the time at which it is deleted.
    package var until = "You can download it until"
    package var download = "Download (ZIP)"
    package var contents =
        "The archive has your account, your comments with our decisions on them, the browsers in which you are signed in, "
        + "your sign-ins, your reports and suggestions, your notifications, and what you follow and mute. A file in it explains the others."
    package var onceAnHour = "You can order it once an hour."
    package var none = "You have not ordered your data."

    package var leaveHeading = "Delete your account"
    package var leaveNote = "You have 14 days to change your mind."
    package var leaveLink = "Delete my account"
    package var explanation =
        "In 14 days, we erase your name, your e-mail address and everything else about your account. Until then, you can "
        + "sign in and keep your account. You are signed out in all other browsers now."
    package var choice = "What should happen to your comments?"
    package var keep = "They stay, without my name"
    package var keepNote = "Readers see “Former reader” in place of your name."
    package var delete = "Delete them"
    package var deleteNote =
        "Replies to them stay. Our moderators keep comments that somebody has reported, and those that they removed, "
        + "without your name."
    package var nameNote = "Nobody else can use your name for 90 days."
    package var leave = "Delete my account in 14 days"
    package var back = "Back to your account"

    package var leavingHeading = "Your account will be deleted"
    /// Before the time.
    package var leavingOn = "We delete your account on"
    package var commentsStay = "Your comments will stay, without your name."
    package var commentsGo = "Your comments will be deleted."
    package var stay = "Keep my account"
    package var change = "Choose again what happens to my comments"

    /// The name of a commenter whose account was erased.
    package var formerReader = "Former reader"

    package var archiveName = "your-data.zip"

    /// The text in an archive that explains its files.
    package var readme: Words.Named = { house in
        """
        Your data at \(house)

        These files have everything that we store about you. They are lists in JSON (RFC 8259), in UTF-8. Times are in UTC.

        \(PersonalFile.allCases.map { "\($0.name): \(explanation(of: $0))" }.joined(separator: "\n\n"))

        A property that is missing has no value.

        """
    }

    private static func explanation(of file: PersonalFile) -> String {
        switch file {
        case .account:
            "your account. keysOfFormerNames are the names that stay reserved for you, in a form in which names that look "
                + "alike are the same. closesAt and commentsThen are there if you have chosen to delete the account. mails has "
                + "the kinds of notifications for which you have chosen how often we write to you."
        case .comments:
            "your comments, oldest first. story and inReplyTo are numbers; a comment is at /stories/STORY, and a story "
                + "withdrawn since is not. decisions are those of our moderators that are in force (uphold: removed; "
                + "dismiss: kept; approve: published), each with its rule and the note to you."
        case .sessions:
            "the browsers in which you are signed in. We do not know the secrets in the cookies of your browsers."
        case .signIns:
            "your sign-ins. addressDigest stands for the network address. Nobody can get the address from it. We delete "
                + "these entries after a while."
        case .reports:
            "your reports on comments of others: those that you sent while you were signed in, or with your e-mail "
                + "address."
        case .suggestions:
            "the corrections that you suggested while you were signed in, with our answers. A story is at /stories/STORY."
        case .follows: "the stories and topics that you follow. A topic is at /topics/TOPIC."
        case .mutes: "the people whose comments are folded for you."
        case .notifications:
            "what we told you on your page of notifications. The number of a comment is that of the reply, or of the comment "
                + "that we decided on."
        }
    }
}
