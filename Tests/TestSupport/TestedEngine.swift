package import Database
import Foundation

/// The engines that every contract runs on. `BROADSHEET_TEST_ENGINE` names the engine for tests that do not
/// choose one, and limits the others to it. `replicated` runs only when it is named: PostgreSQL that reads
/// from itself as from a replica.
package enum TestedEngine: String, CaseIterable, Sendable {
    case memory, file, postgreSQL, replicated

    /// The engines available here. PostgreSQL is one if `BROADSHEET_TEST_POSTGRESQL` contains the address of
    /// a server that tests may fill.
    package static let allCases: [TestedEngine] =
        if let chosen { [chosen] } else { TestPostgreSQL.isHere ? [.memory, .file, .postgreSQL] : [.memory, .file] }

    package static let standard = chosen ?? .memory

    private static let chosen = ProcessInfo.processInfo.environment["BROADSHEET_TEST_ENGINE"].map { name in
        guard let engine = TestedEngine(rawValue: name) else { preconditionFailure("there is no engine \(name)") }
        return engine
    }

    /// An empty database.
    package func open() async throws -> Database { try await open(programs: 1)[0] }

    /// An empty database as `count` processes see it. In memory they share one.
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

    /// A database on which `prepare` has run. `prepare` must be the same for all tests of a process and leave
    /// no rows behind.
    package func open(prepared prepare: (Database) async throws -> Void) async throws -> Database {
        if self == .postgreSQL { return try await LentSchemas.lend(prepared: prepare) }
        let database = try await open()
        try await prepare(database)
        return database
    }
}
