/// Actions that are limited for each source. They are counted in the database, so that all processes share
/// the counts and a restart keeps them.
package enum Admission: String, Sendable {
    case comment, edit, deletion, report
    /// Suggested corrections: from one source, and on one story from all sources.
    case suggestion, suggestionOnStory = "suggestion on story"
    /// Attempts to sign in: for one source, for one account from all sources, for all attempts, and for a
    /// known browser, which is counted separately.
    case signIn = "sign-in", signInToAccount = "sign-in to account", signInOfAll = "sign-in of all"
    case signInFromKnownBrowser = "sign-in from known browser"
    /// Mails with sign-in links: for one source, from one source to one address, to one address from all
    /// unknown browsers, for all addresses, and for a browser in which the owner of the address has signed in
    /// before.
    case signInMail = "sign-in mail", signInMailOfPair = "sign-in mail of pair"
    case signInMailToAddress = "sign-in mail to address", signInMailOfAll = "sign-in mail of all"
    case signInMailFromKnownBrowser = "sign-in mail from known browser"
    /// Mails with notifications: to one person, and because of the replies of one source.
    case notificationMail = "notification mail", notificationMailOfCause = "notification mail of cause"
    case passwordChange = "password change", addressChange = "address change"

    /// At most `count` actions within `seconds`. A count of 0 means no limit.
    package struct Limit: Sendable, Hashable {
        package let count: Int
        package let seconds: Int

        package init(_ count: Int, per seconds: Int) {
            self.count = count
            self.seconds = seconds
        }
    }
}
