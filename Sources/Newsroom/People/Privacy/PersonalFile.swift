/// A file of the archive of a person. `Pages/Words` explains each in the archive's README.
package enum PersonalFile: String, Sendable, Hashable, CaseIterable {
    case account, comments, sessions, reports
    case signIns = "sign-ins"
    case follows, mutes, notifications, suggestions

    package var name: String { "\(rawValue).json" }
}
