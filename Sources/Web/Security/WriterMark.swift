import Foundation
import Operations

/// The browser of somebody who has written a comment: a random identity that our key has signed. The database holds its hash.
///
/// Before both stands the second in which the mark was made, in eight hexadecimal digits: those who write at the same time stand side
/// by side in the index. With each at a place of its own, the database would write another page for nearly every comment.
struct WriterMark: Hashable {
    private static let randomDigits = 32

    private let token: String

    static func fresh(now: Date) -> WriterMark {
        let second = String(UInt32(clamping: Int64(now.timeIntervalSince1970)), radix: 16)
        let digits = String(repeating: "0", count: 8 - second.utf8.count) + second
        return WriterMark(token: digits + Keys.freshToken())
    }

    private init(token: String) { self.token = token }

    /// Reads a cookie; one that we did not sign is no mark.
    init?(cookie: String, keys: Keys) {
        let parts = cookie.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0].utf8.count >= Self.randomDigits,
            keys.isMark(parts[1], of: parts[0], for: .writer)
        else { return nil }
        token = parts[0]
    }

    func cookie(keys: Keys) -> String { "\(token).\(keys.mark(token, for: .writer))" }

    /// Marks of before there were such seconds have none.
    var hash: String { token.dropLast(Self.randomDigits) + Keys.hash(token) }
}
