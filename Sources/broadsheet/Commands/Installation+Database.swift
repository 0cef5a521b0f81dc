import Database
import Foundation
import Logging
import Newsroom
import Operations
import Storage
import Web

extension Installation {
    /// How long a server waits for a database that is away when it starts.
    private static let patience = Duration.seconds(60)
    private static let rest = Duration.seconds(1)

    /// Brings a database to the schema of this program.
    static func migrate(_ database: Database) async throws { try await Migrations.run(on: database) }

    /// The same, and waits for one that is away for now, so that machines may start in any order. One that answers, but lets nobody
    /// in, is tried once more, because it may have come back between the try and the question, and then is not waited for.
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
                        "the database is away, waiting for it", metadata: ["error": "\(OperatorSentence.line(message))"]
                    )
                }
                isAwaited = true
                try await Task.sleep(for: rest)
            }
        }
    }

    /// Says what to do where the database has no stories, and the file in the data folder, which nobody looks at then, has; `nil` otherwise.
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
            The PostgreSQL database has no stories, but \(file.path) has. To take them over, stop every program on either and give: \
            broadsheet move --from '\(folder.path)' --to '\(address.shown)'
            """
    }

    /// The keys of this folder, which are made where it has none yet. Refuses with `conflict` others than those of the database.
    func keys() async throws -> Keys {
        if try await isClaimedByAnother() { throw Refusal(.database(.ofAnotherKey)) }
        let keys = try Keys(file: keyFile)
        guard isShared else { return keys }
        try await database.write { tx in try tx.claim(fingerprint: keys.fingerprint) }
        return keys
    }

    /// Whether the database belongs with a secret, and this folder has none: one that was made now would be in the way of the right one.
    func isClaimedByAnother() async throws -> Bool {
        guard isShared, !isKeyed, try await database.read({ tx in try tx.isClaimed }) else { return false }
        // Another program that starts in this folder may have made the file, and then claimed the database, since it was looked for.
        return !isKeyed
    }

    private var isKeyed: Bool { FileManager.default.fileExists(atPath: keyFile.path) }
}
