import Dispatch
package import Foundation
import GRDB

/// SQLite through GRDB: one writer whose commits are shared and synced (`synchronous=FULL`), a pool of readers (WAL).
package final class SQLiteEngine: Engine {
    private let connections: any DatabaseWriter
    private let writes: WriteQueue

    /// Opens or creates the database file.
    package init(file: URL) throws {
        connections = try DatabasePool(path: file.path, configuration: Self.configuration)
        writes = WriteQueue(connections)
        try syncEveryCommit()
    }

    /// A database that is gone when it is closed, for tests.
    package init(inMemory: Void) throws {
        connections = try DatabaseQueue(configuration: Self.configuration)
        writes = WriteQueue(connections)
        try syncEveryCommit()
    }

    /// A commit is on disk before it is acknowledged (sqlite.org/pragma.html#pragma_synchronous). Said once the connection
    /// stands, because a pool that turns on WAL sets NORMAL by itself.
    private func syncEveryCommit() throws {
        try connections.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "broadsheet"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        do {
            return try await connections.read { connection in
                try body(Transaction(connection: SQLiteConnection(connection: connection)))
            }
        } catch let error as DatabaseError {
            throw DatabaseFault(error)
        }
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await writes.write { connection in
            try body(Transaction(connection: SQLiteConnection(connection: connection)))
        }
    }

    package func backUp(to path: String) async throws {
        try await connections.writeWithoutTransaction { connection in
            try connection.execute(sql: "VACUUM INTO ?", arguments: [path])
        }
    }

    package func integrityFaults() async throws -> [String] {
        try await connections.read { connection in
            let integrity = try String.fetchAll(connection, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
            let foreignKeys = try GRDB.Row.fetchAll(connection, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
                "a row of \(row[0] as String? ?? "?") refers to one that is not there"
            }
            return integrity + foreignKeys
        }
    }

    /// Everything acknowledged is on disk in any case; a last checkpoint brings it all into the one file, so that a plain copy of
    /// it is whole. Where something still reads, that is left to the next start.
    package func close() async {
        let connections = connections
        await withCheckedContinuation { continuation in
            connections.asyncWriteWithoutTransaction { connection in
                _ = try? connection.checkpoint(.truncate)
                continuation.resume()
            }
        }
        try? connections.close()
    }
}

extension DatabaseFault {
    init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY:
            self = .storageFailed(error.message ?? "\(error.resultCode)")
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .tooManyWriters
        default: self = .statement(error.message ?? "\(error.resultCode)")
        }
    }
}
