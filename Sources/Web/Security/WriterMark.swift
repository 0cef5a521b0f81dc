import Foundation
import Operations

/// Identifies a browser that has posted a comment: a random token, signed with our key. The database holds
/// its hash.
///
/// The token and the hash begin with the second in which the mark was made, in eight hexadecimal digits. So
/// marks that were made at about the same time are next to each other in the index. With marks at random
/// places, the database would write another index page for nearly every comment.
struct WriterMark: Hashable {
    private static let randomDigits = 32

    private let token: String

    static func fresh(now: Date) -> WriterMark {
        let second = String(UInt32(clamping: Int64(now.timeIntervalSince1970)), radix: 16)
        let digits = String(repeating: "0", count: 8 - second.utf8.count) + second
        return WriterMark(token: digits + Keys.freshToken())
    }

    private init(token: String) { self.token = token }

    /// Reads a cookie. Returns `nil` if we did not sign it.
    init?(cookie: String, keys: Keys) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0].utf8.count >= Self.randomDigits,
            keys.isMark(parts[1], of: parts[0], for: .writer)
        else { return nil }
        token = parts[0]
    }

    func cookie(keys: Keys) -> String { "\(token).\(keys.mark(token, for: .writer))" }

    /// A mark from an older version has no second, and neither does its hash.
    var hash: String { token.dropLast(Self.randomDigits) + Keys.hash(token) }
}
