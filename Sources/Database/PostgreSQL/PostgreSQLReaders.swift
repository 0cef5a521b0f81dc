import Synchronization

/// The connections that only read, each on its own thread. If all are busy, a read waits for the next free
/// one.
final class PostgreSQLReaders: Sendable {
    /// How many reads may run at the same time.
    static let most = 8
    /// The maximum number of waiting reads. Further reads are refused.
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

        /// A free seat, or a new one if the limit allows it.
        mutating func takeSeat() -> Seat? {
            if let seat = idle.popLast() { return seat }
            guard seats < PostgreSQLReaders.most else { return nil }
            seats += 1
            return Seat()
        }
    }

    /// After a failed attempt to connect, reads that need a new connection fail immediately for this long.
    /// Otherwise each of these reads would wait for a machine that does not respond, and delay other reads.
    private static let restAfterFailure = Duration.milliseconds(250)

    /// Checks a new connection, and throws if it must not be used.
    typealias Admission = @Sendable (PostgreSQLConnection) throws -> Void

    private let address: PostgreSQLAddress
    private let admission: Admission?
    private let state = Mutex(State())
    private let failure = Mutex<(fault: DatabaseFault, until: ContinuousClock.Instant)?>(nil)

    /// Connections to a replica have an `admission` check; connections to the primary need none.
    init(_ address: PostgreSQLAddress, admission: Admission? = nil) {
        self.address = address
        self.admission = admission
    }

    /// Runs `body` on one snapshot of the database.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = enqueue { seat in
                continuation.resume(with: Result { try self.read(on: seat, body) })
            }
            if !isTaken {
                continuation.resume(
                    throwing: DatabaseFault.unreachable("too many reads are waiting, or the database is closed"))
            }
        }
    }

    /// How many connections are in use, and how many reads wait for one.
    var load: (active: Int, waiting: Int) { state.withLock { ($0.seats - $0.idle.count, $0.waiting.count) } }

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

    /// Reads on the connection of the seat. If that connection is lost, reads once more on a new connection.
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
        // The server may have refused a statement whose result was not read yet.
        if !connection.isSettled { try connection.answer() }
        return value
    }
}
