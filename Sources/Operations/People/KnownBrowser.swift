package import Newsroom

/// A browser in which a person has signed in before. Its attempts to sign in are limited separately,
/// so that guesses from elsewhere cannot lock out the owner of an account. It grants no access by itself.
package struct KnownBrowser: Sendable {
    package let person: Person.ID
    private let token: String

    /// How long a browser stays known after the last sign-in.
    package static let seconds = 180 * 86_400

    static func fresh(_ person: Person.ID) -> KnownBrowser { KnownBrowser(person: person, token: Keys.freshToken()) }

    private init(person: Person.ID, token: String) {
        self.person = person
        self.token = token
    }

    /// Parses a cookie; `nil` unless this installation signed it.
    package init?(cookie: String, keys: Keys) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let person = Person.ID(path: parts[0]),
            keys.isMark(parts[2], of: "\(parts[0]).\(parts[1])", for: .knownBrowser)
        else { return nil }
        self.init(person: person, token: parts[1])
    }

    package func cookie(keys: Keys) -> String { "\(signed).\(keys.mark(signed, for: .knownBrowser))" }

    /// The source under which the limits count this browser.
    var source: String { Keys.hash(signed) }

    private var signed: String { "\(person).\(token)" }
}
