import GRDB
import Synchronization

/// SQLite has one writer: what waits to be written while it is at work shares its next transaction, one commit and one sync.
///
/// Work that fails before it has changed anything, as refusals do, leaves the others where they are. Where some fails later, all of the
/// group begins again, each in a savepoint, so that it takes back only its own. Every caller is answered after the commit that
/// holds its work. A lone write waits for nobody.
final class WriteQueue: Sendable {
    /// Work that waits; above it, writers are turned away at once, so that memory stays bounded.
    static let longestQueue = 2_000
    private static let largestGroup = 200

    /// Runs inside the transaction, in a savepoint or not. May run again when that was taken back.
    private typealias Work = @Sendable (SQLiteConnection, _ savepoint: Bool) -> Attempt

    private struct Attempt {
        /// Whether all of the work is in the transaction, or nothing.
        let isWhole: Bool
        /// Answers the caller, once the fate of the commit is known.
        let answer: @Sendable (_ commitFault: (any Error)?) -> Void
    }

    private struct State {
        var waiting: [Work] = []
        var isWriting = false
        var watches: [CommitWatch] = []
    }

    private let pool: any DatabaseWriter
    private let connections: SQLiteConnections
    private let log: WriteAheadLog?
    private let state = Mutex(State())

    init(_ pool: any DatabaseWriter, _ connections: SQLiteConnections, _ log: WriteAheadLog?) {
        self.pool = pool
        self.connections = connections
        self.log = log
    }

    func watchCommits(_ watch: @escaping CommitWatch) { state.withLock { $0.watches.append(watch) } }

    func write<T: Sendable>(_ body: @escaping @Sendable (SQLiteConnection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = enqueue { connection, savepoint in
                let (result, isWhole) = Self.attempt(connection, savepoint: savepoint) { try body(connection) }
                return Attempt(isWhole: isWhole) { commitFault in
                    continuation.resume(with: commitFault.map { .failure($0) } ?? result)
                }
            }
            if !isTaken { continuation.resume(throwing: DatabaseFault.tooManyWriters) }
        }
    }

    private func enqueue(_ work: @escaping Work) -> Bool {
        let (isTaken, mustStart) = state.withLock { state in
            guard state.waiting.count < Self.longestQueue else { return (false, false) }
            state.waiting.append(work)
            let mustStart = !state.isWriting
            state.isWriting = true
            return (true, mustStart)
        }
        if mustStart {
            pool.asyncWriteWithoutTransaction { access in
                let connection = self.connections.of(access)
                while let group = self.nextGroup() {
                    self.commit(group, on: connection)
                    self.log?.grew(by: connection.pagesWritten())
                }
            }
        }
        return isTaken
    }

    private func nextGroup() -> [Work]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                return nil
            }
            let group = Array(state.waiting.prefix(Self.largestGroup))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func commit(_ group: [Work], on connection: SQLiteConnection) {
        var attempts: [Attempt] = []
        var fault: (any Error)?
        do {
            try connection.control("BEGIN IMMEDIATE")
            attempts = group.map { $0(connection, false) }
            if !attempts.allSatisfy(\.isWhole) {
                if connection.isInTransaction { try connection.control("ROLLBACK") }
                try connection.control("BEGIN IMMEDIATE")
                attempts = group.map { $0(connection, true) }
            }
            let tell = watched(connection)
            // Without room, or on a disk that fails, SQLite takes the whole transaction back by itself
            // (sqlite.org/lang_transaction.html, section 3).
            guard connection.isInTransaction else { throw DatabaseFault.storageFailed("no room, or a failing disk") }
            try connection.control("COMMIT")
            for tell in tell { tell() }
        } catch {
            fault = error
            if connection.isInTransaction { try? connection.control("ROLLBACK") }
        }
        // Where the transaction could not begin, nothing ran, and every caller learns why.
        if attempts.isEmpty { attempts = group.map { $0(connection, false) } }
        for attempt in attempts { attempt.answer(fault) }
    }

    private func watched(_ connection: SQLiteConnection) -> [@Sendable () -> Void] {
        state.withLock { $0.watches }.compactMap { $0(Transaction(connection: connection)) }
    }

    private static func attempt<T>(
        _ connection: SQLiteConnection, savepoint: Bool, _ body: () throws -> T
    ) -> (Result<T, any Error>, isWhole: Bool) {
        guard connection.isInTransaction else { return (.failure(DatabaseFault.tooManyWriters), true) }
        let before = connection.statementsThatWrite
        do {
            if savepoint { try connection.control("SAVEPOINT work") }
            let value = try body()
            if savepoint { try connection.control("RELEASE work") }
            return (.success(value), true)
        } catch {
            if savepoint, connection.isInTransaction {
                try? connection.control("ROLLBACK TO work")
                try? connection.control("RELEASE work")
            }
            return (.failure(error), savepoint || connection.statementsThatWrite == before)
        }
    }
}
