/// Actions that are limited for each source. They are counted in the database, so that all processes share
/// the counts and a restart keeps them.
package enum Admission: String, Sendable {
    case comment, edit, deletion, report
    /// Attempts to sign in: for one source, for one account from all sources, for all attempts, and for a
    /// known browser, which is counted separately.
    case signIn = "sign-in", signInToAccount = "sign-in to account", signInOfAll = "sign-in of all"
    case signInFromKnownBrowser = "sign-in from known browser"

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
