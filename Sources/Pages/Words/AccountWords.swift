import Newsroom

/// The words of signing in and of the account.
package struct AccountWords: Sendable {
    package var signIn = "Sign in"
    /// Names the link to the account for screen readers.
    package var of: Words.Named = { "Account of \($0)" }
    package var commentsAs = "You comment as"
    package var commentsUnderOwnName = "Your comment appears under the name of your account."
    /// In place of the form, if only people with accounts may comment.
    package var signInToComment = "Sign in to comment"
    package var accountsOnly = "Only readers with an account can comment here."

    package var signInTitle = "Sign in or create an account"
    package var signInNote =
        "Enter your e-mail address. We send you a link and a code. If you have no account yet, the link creates one."
    package var staffSignInTitle = "Sign in to the desk"
    package var staffSignInNote = "For newsroom staff."
    package var sendLink = "Send me a link"
    package var withPassword = "Sign in with a password"

    package var codeTitle = "Look in your mail"
    package var codeSent: Words.Named = { "We sent a mail to \($0)." }
    package var codeNote =
        "Open the link in the mail, or enter the code from it here. Both work for 15 minutes. If no mail arrives, look in "
        + "the spam folder."
    package var code = "Code"
    package var codeHint = "Six digits"
    package var otherAddress = "Use another address"

    package var linkTitle: Words.Named = { "Sign in as \($0)" }
    package var linkNote: Words.Named = { "You sign in with the address \($0)." }
    package var createTitle = "Create your account"
    package var createNote: Words.Named = {
        "\($0) has no account yet. Choose the name that appears with your comments."
    }
    package var nameHint = "2 to 40 characters. Nobody else can use it here. You can change it every 14 days."
    package var create = "Create account and sign in"

    package var title = "Your account"
    package var memberSince = "Member since"
    package var email = "E-mail"
    package var signOut = "Sign out"
    package var nameHeading = "Name"
    package var nameLabel = "Your name"
    package var nameNote = "You can change it again after 14 days. Nobody else can use the old name for 90 days."
    package var nameSince: Words.Named = { "You can change your name again on \($0)." }
    package var saveName = "Change name"
    package var addressHeading = "E-mail"
    package var addressNote: Words.Named = {
        "Your address is \($0). If you change it, we send a link to the old address and one to the new. The change happens when you have opened both and pressed the buttons."
    }
    package var newAddress = "New address"
    package var changeAddress = "Change address"
    package var confirmTitle = "Change the address of your account"
    package var confirmNote: Words.Named = { "The new address is \($0)." }
    package var confirm = "Confirm the change"
    package var confirmedTitle = "Your account has the new address"
    package var confirmedOne = "This address is confirmed. Now open the link in the mail to the other address."
    package var languageHeading = "Language of our mails"
    package var chooseLanguage = "Choose"
    package var passwordHeading = "Password"
    package var passwordNote = "You can always sign in with a link. A password is optional."
    package var newPassword = "New password"
    package var passwordHint = "At least 12 characters. Several unrelated words are a good choice."
    package var setPassword = "Set password"
    package var removePassword = "Remove password"
    package var hasPassword = "Your account has a password."
    package var sessionsHeading = "Where you are signed in"
    package var thisSession = "This browser"
    package var lastUsed = "Last used"
    package var unknownBrowser = "Unknown browser"
    package var endSession = "Sign out there"
    package var endOthers = "Sign out everywhere else"
    package var commentsHeading = "Your comments"
    package var noComments = "You have not commented yet."
    package var older = "Older comments"
    package var held = "Awaits review"
    package var removed: Words.Named = { "Removed under the rule “\($0)”" }
    package var deleted = "Deleted by you"
    package var published = "Published"
    package var guestComments: Words.Counted = {
        $0 == 1
            ? "There is 1 comment that was written in this browser without an account."
            : "There are \($0.grouped) comments that were written in this browser without an account."
    }
    package var orSignIn = "Or sign in or sign up"
    package var whySignIn = "to keep your name and to learn of replies."
    package var claim = "Add to my account"
    package var staffNote = "Your name and your role are set by an operator."
    package var done: [String: String] = [
        "name": "Your name is changed.", "language": "The language is changed.",
        "address": "We sent a link to the old address and one to the new.",
        "password": "Your password is set. All other browsers are signed out.",
        "no-password": "Your account has no password anymore.", "ended": "That browser is signed out.",
        "page-on": "You have a public page.", "page-off": "You have no public page anymore.",
        "others": "All other browsers are signed out.", "claimed": "The comments belong to your account now.",
        "stays": "Your account stays.",
    ]
}
