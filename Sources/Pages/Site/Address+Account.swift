package import Markup
package import Newsroom

/// A person's own account: `/account/…`.
extension Address {
    package static let account = SafeURL(path: ["account"])
    package static let accountName = SafeURL(path: ["account", "name"])
    package static let accountPassword = SafeURL(path: ["account", "password"])
    package static let accountAddress = SafeURL(path: ["account", "address"])
    package static let accountLanguage = SafeURL(path: ["account", "language"])
    /// The page of a link that confirms another address. It works without signing in.
    package static let confirmAddress = SafeURL(path: ["confirm-address"])

    package static func confirmAddress(token: String) -> SafeURL {
        SafeURL(path: ["confirm-address"], query: [("token", token)])
    }

    package static let notifications = SafeURL(path: ["account", "notifications"])
    package static let savedNotificationChoices = SafeURL(
        path: ["account", "notifications"], query: [("done", "saved")])
    package static let notificationsRead = SafeURL(path: ["account", "notifications", "read"])
    package static let notificationChoices = SafeURL(path: ["account", "notifications", "choices"])

    package static func notifications(before id: Notification.ID) -> SafeURL {
        SafeURL(path: ["account", "notifications"], query: [("before", id.description)])
    }

    /// The address that turns mails of one kind off, or all mails with notifications (`nil`). It works without signing in.
    package static func stopMails(_ person: Person.ID, token: String, kind: Notification.Kind?) -> SafeURL {
        SafeURL(
            path: ["stop-mails", person.description],
            query: [("token", token), ("kind", kind?.rawValue ?? "all")])
    }

    package static let accountSessions = SafeURL(path: ["account", "sessions"])
    package static let accountFollowing = SafeURL(path: ["account", "following"])
    package static let accountMuted = SafeURL(path: ["account", "muted"])
    package static let accountPage = SafeURL(path: ["account", "page"])
    package static let accountClaim = SafeURL(path: ["account", "claim"])

    package static let accountLeave = SafeURL(path: ["account", "leave"])
    package static let accountKeep = SafeURL(path: ["account", "keep"])
    package static let accountDownload = SafeURL(path: ["account", "download"])
    package static let accountArchive = SafeURL(path: ["account", "download", "archive"])

    /// The account after a change, which the page then confirms.
    package static func account(done: String) -> SafeURL { SafeURL(path: ["account"], query: [("done", done)]) }

    /// An older page of the comments.
    package static func accountComments(after key: PageKey) -> SafeURL {
        SafeURL(path: ["account", "comments"], query: [("after", key.description)])
    }

    package static let accountComments = SafeURL(path: ["account", "comments"])
}

/// The pages of people: `/people/{number}/{name}`.
extension Address {
    package static func person(_ person: PublicPerson, after key: PageKey? = nil) -> SafeURL {
        SafeURL(
            path: ["people", person.id.description, person.slug.text],
            query: key.map { [("after", $0.description)] } ?? [])
    }

    /// The page of a person by the number alone, which redirects to its full address.
    package static func person(_ id: Person.ID) -> SafeURL { SafeURL(path: ["people", id.description]) }
}
