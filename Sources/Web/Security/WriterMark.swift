/// The browser of somebody who has written a comment: a random identity that our key has signed. The database holds its hash.
struct WriterMark: Hashable {
    private let token: String

    static func fresh() -> WriterMark { WriterMark(token: Keys.freshToken()) }

    private init(token: String) { self.token = token }

    /// Reads a cookie; one that we did not sign is no mark.
    init?(cookie: String, keys: Keys) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0].utf8.count == 32,
            parts[1].equalsInConstantTime(keys.mark(parts[0], for: .writer))
        else { return nil }
        token = parts[0]
    }

    func cookie(keys: Keys) -> String { "\(token).\(keys.mark(token, for: .writer))" }

    var hash: String { Keys.hash(token) }
}
