import GRDB
import Synchronization

/// SQLite has one writer: what waits to be written while it is at work shares its next transaction, one commit and one sync.
///
/// Each piece of work runs in its own savepoint, so that one that fails takes back only its own. Every caller is answered
/// after the commit that holds its work. A lone write waits for nobody.
final class WriteQueue: Sendable {
    /// Work that waits; above it, writers are turned away at once, so that memory stays bounded.
    static let longestQueue = 2_000
    private static let largestGroup = 200

    /// Runs inside the transaction and returns how to answer its caller, once the fate of the commit is known.
    private typealias Work = @Sendable (GRDB.Database) -> Answer
    private typealias Answer = @Sendable (_ commitFault: (any Error)?) -> Void

    private struct State {
        var waiting: [Work] = []
        var isWriting = false
    }

    private let connections: any DatabaseWriter
    private let state = Mutex(State())

    init(_ connections: any DatabaseWriter) { self.connections = connections }

    func write<T: Sendable>(_ body: @escaping @Sendable (GRDB.Database) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = enqueue { connection in
                let result = Self.inSavepoint(connection) { try body(connection) }
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
            connections.asyncWriteWithoutTransaction { connection in
                while let group = self.nextGroup() { Self.commit(group, on: connection) }
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

    private static func commit(_ group: [Work], on connection: GRDB.Database) {
        var answers: [Answer] = []
        var fault: (any Error)?
        do {
            try connection.beginTransaction(.immediate)
            for work in group { answers.append(work(connection)) }
            // Without room, or on a disk that fails, SQLite takes the whole transaction back by itself
            // (sqlite.org/lang_transaction.html, section 3).
            guard connection.isInsideTransaction else {
                throw DatabaseFault.storageFailed("no room, or a failing disk")
            }
            try connection.commit()
        } catch {
            fault = wrapped(error)
            if connection.isInsideTransaction { try? connection.rollback() }
        }
        if answers.count < group.count {
            // The transaction could not begin: nothing ran, and every caller learns why.
            for work in group.dropFirst(answers.count) { answers.append(work(connection)) }
        }
        for answer in answers { answer(fault) }
    }

    private static func inSavepoint<T>(_ connection: GRDB.Database, _ body: () throws -> T) -> Result<T, any Error> {
        guard connection.isInsideTransaction else { return .failure(DatabaseFault.tooManyWriters) }
        do {
            try connection.cachedStatement(sql: "SAVEPOINT work").execute()
            let value = try body()
            try connection.cachedStatement(sql: "RELEASE work").execute()
            return .success(value)
        } catch {
            if connection.isInsideTransaction {
                try? connection.execute(sql: "ROLLBACK TO work; RELEASE work")
            }
            return .failure(wrapped(error))
        }
    }

    private static func wrapped(_ error: any Error) -> any Error {
        (error as? DatabaseError).map { DatabaseFault($0) } ?? error
    }
}
