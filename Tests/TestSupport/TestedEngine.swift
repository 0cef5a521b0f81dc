package import Database
import Foundation

/// The engines that every contract runs on. `BROADSHEET_TEST_ENGINE` names the one that tests without a choice run on, and then
/// those with a choice run on it alone. `replicated`, PostgreSQL that reads from itself as from a replica, is tried only when named.
package enum TestedEngine: String, CaseIterable, Sendable {
    case memory, file, postgreSQL, replicated

    /// What can be had here: PostgreSQL where `BROADSHEET_TEST_POSTGRESQL` is the address of one that tests may fill.
    package static let allCases: [TestedEngine] =
        if let chosen { [chosen] } else { TestPostgreSQL.isHere ? [.memory, .file, .postgreSQL] : [.memory, .file] }

    package static let standard = chosen ?? .memory

    private static let chosen = ProcessInfo.processInfo.environment["BROADSHEET_TEST_ENGINE"].map { name in
        guard let engine = TestedEngine(rawValue: name) else { preconditionFailure("there is no engine \(name)") }
        return engine
    }

    /// A database with nothing in it.
    package func open() async throws -> Database { try await open(programs: 1)[0] }

    /// A database with nothing in it, as so many programs see it; in memory they are one.
    package func open(programs count: Int) async throws -> [Database] {
        switch self {
        case .memory: return Array(repeating: Database(engine: try SQLiteEngine(inMemory: ())), count: count)
        case .file:
            let file = URL.temporary("sqlite")
            return try (0..<count).map { _ in Database(engine: try SQLiteEngine(file: file)) }
        case .postgreSQL:
            let address = try await TestPostgreSQL.emptySchema()
            return (0..<count).map { _ in Database(engine: PostgreSQLEngine(address)) }
        case .replicated:
            let address = try await TestPostgreSQL.emptySchema()
            return (0..<count).map { _ in Database(engine: PostgreSQLEngine(address, replicas: [address])) }
        }
    }

    /// A database on which `prepare` has been run, which is the same for all tests of a process and leaves no rows behind.
    package func open(prepared prepare: (Database) async throws -> Void) async throws -> Database {
        if self == .postgreSQL { return try await LentSchemas.lend(prepared: prepare) }
        let database = try await open()
        try await prepare(database)
        return database
    }
}
