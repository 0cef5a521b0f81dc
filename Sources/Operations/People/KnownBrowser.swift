package import Newsroom

/// A browser in which somebody of the staff has signed in before. It has its own allowance of tries, so that a crowd
/// of guesses from elsewhere cannot lock the owner of an account out. It opens no door by itself.
package struct KnownBrowser: Sendable {
    package let staff: Staff.ID
    private let token: String

    /// How long a browser stays known after the last time.
    package static let seconds = 180 * 86_400

    static func fresh(_ staff: Staff.ID) -> KnownBrowser { KnownBrowser(staff: staff, token: Keys.freshToken()) }

    private init(staff: Staff.ID, token: String) {
        self.staff = staff
        self.token = token
    }

    /// Reads a cookie; one that we did not sign is of no browser that we know.
    package init?(cookie: String, keys: Keys) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let staff = Staff.ID(path: parts[0]),
            keys.isMark(parts[2], of: "\(parts[0]).\(parts[1])", for: .knownBrowser)
        else { return nil }
        self.init(staff: staff, token: parts[1])
    }

    package func cookie(keys: Keys) -> String { "\(signed).\(keys.mark(signed, for: .knownBrowser))" }

    /// The source that limits count.
    var source: String { Keys.hash(signed) }

    private var signed: String { "\(staff).\(token)" }
}
