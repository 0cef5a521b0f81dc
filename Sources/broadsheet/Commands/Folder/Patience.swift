import Database
import Logging
import Newsroom

/// Waits up to a minute for a database that is unavailable, so that machines may start in any order.
struct Patience {
    /// How long a starting server waits for a database that is unavailable.
    private static let longest = Duration.seconds(60)
    private static let rest = Duration.seconds(1)

    let address: PostgreSQLAddress
    let logger: Logger

    /// Runs `body`, and again while the database is unavailable. Without `patience`, runs it once.
    ///
    /// The database may come up between a failed attempt and the check whether it is up. So a database that
    /// is up but refuses the connection is tried once more. If the second attempt fails too, the error is
    /// thrown immediately.
    static func waiting<T>(_ patience: Patience?, _ body: () async throws -> T) async throws -> T {
        guard let patience else { return try await body() }
        let end = ContinuousClock.now + longest
        var (isAwaited, hasAnswered) = (false, false)
        while true {
            do { return try await body() } catch DatabaseFault.unreachable(let message) {
                let isAway = patience.address.isAwayForNow(after: message)
                guard isAway || !hasAnswered, ContinuousClock.now < end else {
                    throw DatabaseFault.unreachable(message)
                }
                hasAnswered = !isAway
                guard isAway else { continue }
                if !isAwaited {
                    patience.logger.warning(
                        "the database is unavailable, waiting for it",
                        metadata: ["error": "\(message.inOneLine)"])
                }
                isAwaited = true
                try await Task.sleep(for: rest)
            }
        }
    }
}
