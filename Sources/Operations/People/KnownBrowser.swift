package import Newsroom

/// A browser in which a member of staff has signed in before. Its attempts to sign in are limited separately,
/// so that guesses from elsewhere cannot lock out the owner of an account. It grants no access by itself.
package struct KnownBrowser: Sendable {
    package let staff: Staff.ID
    private let token: String

    /// How long a browser stays known after the last sign-in.
    package static let seconds = 180 * 86_400

    static func fresh(_ staff: Staff.ID) -> KnownBrowser { KnownBrowser(staff: staff, token: Keys.freshToken()) }

    private init(staff: Staff.ID, token: String) {
        self.staff = staff
        self.token = token
    }

    /// Parses a cookie; `nil` unless this installation signed it.
    package init?(cookie: String, keys: Keys) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let staff = Staff.ID(path: parts[0]),
            keys.isMark(parts[2], of: "\(parts[0]).\(parts[1])", for: .knownBrowser)
        else { return nil }
        self.init(staff: staff, token: parts[1])
    }

    package func cookie(keys: Keys) -> String { "\(signed).\(keys.mark(signed, for: .knownBrowser))" }

    /// The source under which the limits count this browser.
    var source: String { Keys.hash(signed) }

    private var signed: String { "\(staff).\(token)" }
}
