import GRDB
import Synchronization

/// SQLite has one writer: what waits to be written while it is at work shares its next transaction, one commit and one sync.
///
/// Each piece of work that shares a transaction runs in its own savepoint, so that one that fails takes back only its own. Every caller is answered
/// after the commit that holds its work. A lone write waits for nobody.
final class WriteQueue: Sendable {
    /// Work that waits; above it, writers are turned away at once, so that memory stays bounded.
    static let longestQueue = 2_000
    private static let largestGroup = 200

    /// Runs inside the transaction and returns how to answer its caller, once the fate of the commit is known.
    private typealias Work = @Sendable (SQLiteConnection, _ isAlone: Bool) -> Answer
    private typealias Answer = @Sendable (_ commitFault: (any Error)?) -> Void

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
            let isTaken = enqueue { connection, isAlone in
                let result = Self.whole(connection, isAlone: isAlone) { try body(connection) }
                return { commitFault in
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
        var answers: [Answer] = []
        var fault: (any Error)?
        do {
            try connection.control("BEGIN IMMEDIATE")
            for work in group { answers.append(work(connection, group.count == 1)) }
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
        if answers.count < group.count {
            // The transaction could not begin: nothing ran, and every caller learns why.
            for work in group.dropFirst(answers.count) { answers.append(work(connection, false)) }
        }
        for answer in answers { answer(fault) }
    }

    private func watched(_ connection: SQLiteConnection) -> [@Sendable () -> Void] {
        state.withLock { $0.watches }.compactMap { $0(Transaction(connection: connection)) }
    }

    /// Runs all of the work or, when it throws, none of it. Work that is alone in its transaction needs no savepoint.
    private static func whole<T>(
        _ connection: SQLiteConnection, isAlone: Bool, _ body: () throws -> T
    ) -> Result<T, any Error> {
        guard connection.isInTransaction else { return .failure(DatabaseFault.tooManyWriters) }
        do {
            if !isAlone { try connection.control("SAVEPOINT work") }
            let value = try body()
            if !isAlone { try connection.control("RELEASE work") }
            return .success(value)
        } catch {
            if connection.isInTransaction { takeBack(connection, isAlone: isAlone) }
            return .failure(error)
        }
    }

    private static func takeBack(_ connection: SQLiteConnection, isAlone: Bool) {
        if isAlone {
            try? connection.control("ROLLBACK")
            try? connection.control("BEGIN IMMEDIATE")
        } else {
            try? connection.control("ROLLBACK TO work")
            try? connection.control("RELEASE work")
        }
    }
}
