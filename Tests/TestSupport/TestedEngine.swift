package import Database
package import Foundation

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
    package func open() async throws -> Database {
        switch self {
        case .memory: return Database(engine: try SQLiteEngine(inMemory: ()))
        case .file: return Database(engine: try SQLiteEngine(file: .temporary("sqlite")))
        case .postgreSQL: return Database(engine: PostgreSQLEngine(try await TestPostgreSQL.emptySchema()))
        case .replicated:
            let address = try await TestPostgreSQL.emptySchema()
            return Database(engine: PostgreSQLEngine(address, replicas: [address]))
        }
    }
}

extension URL {
    /// A path in the folder for temporary files where nothing is yet.
    package static func temporary(_ ending: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(UUID()).\(ending)")
    }
}
