import Synchronization

/// Connections that only read, each on a thread of its own. Who comes when all are taken waits for the next one.
final class PostgreSQLReaders: Sendable {
    /// Reads at the same time.
    static let most = 8
    /// Reads that wait.
    private static let longestQueue = 2_000

    private typealias Work = @Sendable (Seat) -> Void

    /// A thread with its connection.
    private final class Seat: Sendable {
        let thread = WorkingThread("reader")
        let connection: Mutex<PostgreSQLConnection?> = Mutex(nil)
    }

    private struct State {
        var idle: [Seat] = []
        var seats = 0
        var waiting: [Work] = []
        var isClosed = false

        /// A seat that is free, or a new one where there may be more.
        mutating func takeSeat() -> Seat? {
            if let seat = idle.popLast() { return seat }
            guard seats < PostgreSQLReaders.most else { return nil }
            seats += 1
            return Seat()
        }
    }

    /// After a connection could not be had, nobody tries again for so long: who waits for a machine that does not answer would keep
    /// the others waiting.
    private static let restAfterFailure = Duration.milliseconds(250)

    /// Looks at a connection that was just made, and throws where it is not to be used.
    typealias Admission = @Sendable (PostgreSQLConnection) throws -> Void

    private let address: PostgreSQLAddress
    private let admission: Admission?
    private let state = Mutex(State())
    private let failure = Mutex<(fault: DatabaseFault, until: ContinuousClock.Instant)?>(nil)

    /// Connections that must be looked at first are those to a replica.
    init(_ address: PostgreSQLAddress, admission: Admission? = nil) {
        self.address = address
        self.admission = admission
    }

    /// Runs `body` on one unchanging state of the database.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = enqueue { seat in
                continuation.resume(with: Result { try self.read(on: seat, body) })
            }
            if !isTaken { continuation.resume(throwing: DatabaseFault.unreachable("too many reads, or closed")) }
        }
    }

    func close() {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for seat in idle { seat.connection.withLock { $0 = nil } }
    }

    private func enqueue(_ work: @escaping Work) -> Bool {
        state.withLock { state in
            guard !state.isClosed, state.waiting.count < Self.longestQueue else { return false }
            guard let seat = state.takeSeat() else {
                state.waiting.append(work)
                return true
            }
            seat.thread.run { self.work(at: seat, from: work) }
            return true
        }
    }

    private func work(at seat: Seat, from first: @escaping Work) {
        var next: Work? = first
        while let work = next {
            work(seat)
            next = state.withLock { state in
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                if !state.isClosed { state.idle.append(seat) }
                return nil
            }
        }
    }

    /// A connection that was lost since its last use is replaced by another, once.
    private func read<T: Sendable>(
        on seat: Seat, _ body: @Sendable (Transaction) throws -> T
    ) throws -> T {
        try seat.connection.withLock { connection in
            if let known = connection {
                do { return try self.read(on: known, body) } catch DatabaseFault.unreachable {}
                connection = nil
            }
            let new = try self.newConnection()
            try self.admission?(new)
            connection = new
            return try self.read(on: new, body)
        }
    }

    private func newConnection() throws(DatabaseFault) -> sending PostgreSQLConnection {
        if let failure = failure.withLock({ $0 }), ContinuousClock.now < failure.until { throw failure.fault }
        do { return try PostgreSQLConnection(address) } catch {
            failure.withLock { $0 = (error, .now + Self.restAfterFailure) }
            throw error
        }
    }

    private func read<T: Sendable>(
        on connection: PostgreSQLConnection, _ body: @Sendable (Transaction) throws -> T
    ) throws -> T {
        try connection.control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        defer {
            try? connection.control("ROLLBACK")
            try? connection.leave()
        }
        let value = try body(Transaction(connection: connection, isOfReplica: admission != nil))
        // What was asked without wanting to know may have been refused.
        if !connection.isSettled { try connection.answer() }
        return value
    }
}
