import CSQLiteMemory
import Dispatch
package import Foundation
import GRDB

/// SQLite through GRDB: one writer whose commits are shared and synced (`synchronous=FULL`), and some readers (WAL).
package final class SQLiteEngine: Engine {
    private let pool: any DatabaseWriter
    private let writerThread = WorkingThread("writer")
    private let connections: SQLiteConnections
    private let readers: SQLiteReaders
    private let writes: WriteQueue
    private let log: WriteAheadLog?
    private let news: SQLiteNews?

    /// Opens or creates the database file.
    package convenience init(file: URL) throws {
        try self.init { configuration, connections in
            let pool = try DatabasePool(path: file.path, configuration: configuration)
            let readers = SQLiteReaders(SQLiteReaders.most, connections) { isFirst in
                try DatabaseQueue(path: file.path, configuration: Self.reading(configuration, isFirst: isFirst))
            }
            return (pool, readers, try WriteAheadLog(of: file), SQLiteNews(of: file))
        }
    }

    /// A database that is gone when it is closed, for tests.
    package convenience init(inMemory: Void) throws {
        try self.init { configuration, connections in
            let queue = try DatabaseQueue(configuration: configuration)
            return (queue, SQLiteReaders(1, connections) { _ in queue }, nil, nil)
        }
    }

    /// Once, before SQLite is used for the first time.
    private static let countsNoMemory: Void = { _ = sqlite3_count_no_memory() }()

    private init(
        _ open: (Configuration, SQLiteConnections) throws -> (
            any DatabaseWriter, SQLiteReaders, WriteAheadLog?, SQLiteNews?
        )
    ) throws {
        Self.countsNoMemory
        let connections = SQLiteConnections()
        self.connections = connections
        (pool, readers, log, news) = try open(Self.configuration(connections), connections)
        writes = WriteQueue { [pool, writerThread] body in
            writerThread.run { pool.writeWithoutTransaction { body(connections.of($0)) } }
        }
        try prepareWriter()
    }

    /// A commit is on disk before it is acknowledged (sqlite.org/pragma.html#pragma_synchronous). Said once the connection
    /// stands, because a pool that turns on WAL sets NORMAL by itself.
    private func prepareWriter() throws {
        try pool.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            guard let log else { return }
            connections.of(connection).log = log
            // `WriteAheadLog` sees to it; a log that a long read kept from being overwritten gives its room back.
            try connection.execute(
                sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = \(WriteAheadLog.longestFile)")
        }
    }

    private static func configuration(_ connections: SQLiteConnections) -> Configuration {
        var configuration = Configuration()
        configuration.label = "broadsheet"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { connection in
            connections.opened(connection)
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    private static func reading(_ configuration: Configuration, isFirst: Bool) -> Configuration {
        var configuration = configuration
        configuration.readonly = true
        guard isFirst else { return configuration }
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA cache_size = \(-SQLiteReaders.firstCache)")
        }
        return configuration
    }

    package func read<T: Sendable>(
        _ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await look(body)
    }

    /// Every read sees everything.
    package func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try readers.read { connection in try body(Transaction(connection: connection)) }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>
    ) {
        writes.write(body, answer)
    }

    package var mayHaveNews: Bool { news?.mayHaveAny ?? false }

    /// A file does not go away, and no other takes its place.
    package var isAway: Bool { false }
    package var isCutOff: Bool { false }
    package var mayGoAway: Bool { false }
    package var successions: Int { 0 }
    package var position: LogPosition? { nil }
    package var replicaFaults: [Int: String] { [:] }

    package func watchCommits(_ watch: @escaping CommitWatch) { writes.watchCommits(watch) }

    package func giveWay(to readers: @escaping ReaderCount) { writes.pace.giveWay(to: readers) }

    package func backUp(to path: String) async throws {
        do {
            try await pool.writeWithoutTransaction { connection in
                try connection.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
        } catch let error as DatabaseError { throw DatabaseFault(error) }
    }

    package func integrityFaults() async throws -> [String] {
        try await pool.read { connection in
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
        let (pool, connections, readers) = (pool, connections, readers.end())
        await withCheckedContinuation { continuation in
            writerThread.run {
                try? pool.barrierWriteWithoutTransaction { access in
                    _ = try? access.checkpoint(.truncate)
                    connections.forgetStatements()
                }
                continuation.resume()
            }
        }
        for reader in readers { try? reader.close() }
        try? news?.close()
        try? pool.close()
        try? log?.close()
    }
}

extension DatabaseFault {
    /// `name` is the statement's, where one was refused.
    init(_ error: DatabaseError, in name: StaticString? = nil) {
        let message = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY: self = .storageFailed(message)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .tooManyWriters
        default: self = .statement(name.map { "\($0): \(message)" } ?? message)
        }
    }
}
