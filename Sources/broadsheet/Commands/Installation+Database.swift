import Database
import Foundation
import Logging
import Newsroom
import Operations
import Storage
import Web

extension Installation {
    /// How long a starting server waits for a database that is unavailable.
    private static let patience = Duration.seconds(60)
    private static let rest = Duration.seconds(1)

    /// Migrates a database to the schema of this version.
    static func migrate(_ database: Database) async throws { try await Migrations.run(on: database) }

    /// Migrates a database, and waits up to a minute for one that is unavailable, so that machines may start
    /// in any order.
    ///
    /// The database may come up between a failed attempt and the check whether it is up. So a database that
    /// is up but refuses the connection is tried once more. If the second attempt fails too, the error is
    /// thrown immediately.
    static func migrate(
        _ database: Database, waitingFor address: PostgreSQLAddress, _ logger: Logger
    ) async throws {
        let end = ContinuousClock.now + patience
        var (isAwaited, hasAnswered) = (false, false)
        while true {
            do { return try await migrate(database) } catch DatabaseFault.unreachable(let message) {
                let isAway = address.isAwayForNow(after: message)
                guard isAway || !hasAnswered, ContinuousClock.now < end else {
                    throw DatabaseFault.unreachable(message)
                }
                hasAnswered = !isAway
                guard isAway else { continue }
                if !isAwaited {
                    logger.warning(
                        "the database is unavailable, waiting for it",
                        metadata: ["error": "\(message.inOneLine)"])
                }
                isAwaited = true
                try await Task.sleep(for: rest)
            }
        }
    }

    /// A hint for the operator if the PostgreSQL database has no stories but the unused SQLite file in the
    /// data folder has some; `nil` otherwise.
    func storiesLeftBehind() async throws -> String? {
        let file = folder.appending(path: "broadsheet.sqlite")
        guard let address, FileManager.default.fileExists(atPath: file.path),
            try await !database.read({ tx in try tx.hasStories }),
            let old = (try? SQLiteEngine(file: file)).map({ Database(engine: $0) })
        else { return nil }
        let isFilled = try? await old.read { tx in try tx.hasStories }
        await old.close()
        guard isFilled == true else { return nil }
        return """
            The PostgreSQL database has no stories, but \(file.path) has. To move them, stop every process that uses \
            either database, and run: broadsheet move --from '\(folder.path)' --to '\(address.shown)'
            """
    }

    /// The keys of this folder, which are created if it has none. Refuses with `conflict` if the database
    /// belongs to other keys.
    func keys() async throws -> Keys {
        if try await isClaimedByAnother() { throw Refusal(.database(.ofAnotherKey)) }
        let keys = try Keys(file: keyFile)
        guard isShared else { return keys }
        try await database.write { tx in try tx.claim(fingerprint: keys.fingerprint) }
        return keys
    }

    /// Whether the database belongs to a secret and this folder has none. A new secret would then take the
    /// place of the right one.
    func isClaimedByAnother() async throws -> Bool {
        guard isShared, !isKeyed, try await database.read({ tx in try tx.isClaimed }) else { return false }
        // Since the first check, another process that starts in this folder may have created the file and
        // then claimed the database.
        return !isKeyed
    }

    private var isKeyed: Bool { FileManager.default.fileExists(atPath: keyFile.path) }
}
