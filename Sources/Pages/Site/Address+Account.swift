package import Markup
package import Newsroom

/// A person's own account: `/account/…`.
extension Address {
    package static let account = SafeURL(path: ["account"])
    package static let accountName = SafeURL(path: ["account", "name"])
    package static let accountPassword = SafeURL(path: ["account", "password"])
    package static let accountSessions = SafeURL(path: ["account", "sessions"])
    package static let accountClaim = SafeURL(path: ["account", "claim"])

    /// The account after a change, which the page then confirms.
    package static func account(done: String) -> SafeURL { SafeURL(path: ["account"], query: [("done", done)]) }

    /// An older page of the comments.
    package static func accountComments(after key: PageKey) -> SafeURL {
        SafeURL(path: ["account", "comments"], query: [("after", key.description)])
    }

    package static let accountComments = SafeURL(path: ["account", "comments"])
}
