import Foundation

/// The one connection of this program that writes. Whoever writes holds a lock of the whole database until the commit, whichever
/// program it is: changes are numbered in the order of their commits, and no rule has to think of others who write meanwhile.
final class PostgreSQLWriter: WritingConnection {
    /// How long to wait for the database to come back and tell what became of a commit.
    private static let patience = Duration.seconds(10)
    /// How long a new connection may take to be ready: longer than the server lets it wait for its turn.
    private static let longestEntry = Duration.seconds(15)

    /// Stands for this program in the record of commits and in notifications.
    let name: String
    let dialect = Dialect.postgreSQL
    private let address: PostgreSQLAddress
    private let record: CommitRecord
    /// Where there are replicas: is told how far the log is after each commit, before anyone is answered.
    private let hasReached: (@Sendable (LogPosition) -> Void)?
    /// How often this program has met another server in the place of the one before: who waits for that one waits in vain.
    private let successions: @Sendable () -> Int
    private var connection: PostgreSQLConnection?
    private var isOpen = false
    /// Groups of work committed by this program, or tried to.
    private var commits: Int64 = 0
    private(set) var statementsThatWrite = 0
    private var writtenBefore = 0

    init(
        _ address: PostgreSQLAddress, name: String, hasReached: (@Sendable (LogPosition) -> Void)? = nil,
        successions: @escaping @Sendable () -> Int
    ) {
        self.address = address
        self.name = name
        self.hasReached = hasReached
        self.successions = successions
        record = CommitRecord(writer: name, namesTimeline: hasReached != nil)
    }

    var isInTransaction: Bool { isOpen && connection.map { $0.isAlive && $0.refusal == nil } ?? false }

    var endOfTransaction: DatabaseFault {
        connection?.refusal ?? .unreachable("the connection was lost before the commit")
    }

    func query(_ query: Query, _ each: (Row) throws -> Bool) throws {
        if !query.isSelect { statementsThatWrite += 1 }
        try current().query(query, each)
    }

    func run(_ query: Query) throws {
        statementsThatWrite += 1
        try current().run(query)
    }

    func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws {
        statementsThatWrite += 1
        try current().insert(rows, by: insertion, name: name)
    }

    func script(_ sql: StaticString) throws {
        statementsThatWrite += 1
        try current().script(sql)
    }

    func settle() throws {
        let connection = try current()
        if !connection.isSettled { try connection.answer() }
    }

    func control(_ step: TransactionStep) throws {
        switch step {
        case .begin: try begin()
        case .commit: try commit()
        case .rollBack: rollBack()
        case .beginPart: try current().control("SAVEPOINT part")
        case .keepPart:
            try current().control("RELEASE SAVEPOINT part")
            try settle()
        case .takePartBack:
            let connection = try current()
            try connection.control("ROLLBACK TO SAVEPOINT part")
            try connection.control("RELEASE SAVEPOINT part")
            try settle()
        }
    }

    /// Ends the connection.
    func close() { connection = nil }

    private func current() throws -> PostgreSQLConnection {
        guard let connection else { throw DatabaseFault.unreachable("there is no connection") }
        return connection
    }

    private func begin() throws {
        let connection = try connected(by: .now + Self.longestEntry)
        isOpen = true
        writtenBefore = statementsThatWrite
        try Self.begin(on: connection)
    }

    private static func begin(on connection: PostgreSQLConnection) throws {
        try connection.control("BEGIN")
        try connection.run(
            Query(
                "SELECT pg_advisory_xact_lock(hashtextextended('broadsheet ' || current_schema(), 0))", [],
                name: turn))
    }

    private func rollBack() {
        isOpen = false
        guard let connection, connection.isAlive else { return connection = nil }
        do {
            if !connection.isSettled { _ = try? connection.answer() }
            try connection.control("ROLLBACK")
            try connection.answer()
        } catch { self.connection = nil }
    }

    private func commit() throws {
        guard statementsThatWrite > writtenBefore else { return rollBack() }
        let connection = try current()
        commits += 1
        do {
            try record.mark(commits, on: connection)
            try connection.run(Query("SELECT pg_notify('broadsheet', $1)", [name], name: "notify"))
            try connection.run(Query("COMMIT", [], name: "COMMIT"))
            let isDone =
                if hasReached == nil { try connection.answer()?.tag == "COMMIT" } else {
                    try lastCommit(on: connection) == commits
                }
            guard isDone else { throw DatabaseFault.statement("the transaction was taken back") }
        } catch let fault as DatabaseFault where hasReached != nil || fault.isOfConnection {
            // Where the position was asked for, that may be what failed, after the commit.
            self.connection = nil
            guard try isCommitted() else { throw fault }
        }
        isOpen = false
    }
}

extension PostgreSQLWriter {
    /// The connection, or a new one where it is gone. What other programs wrote, and this one on another connection, has been committed
    /// or taken back when it returns, because it has waited for the lock.
    private func connected(by end: ContinuousClock.Instant) throws -> PostgreSQLConnection {
        if let connection, connection.isAlive { return connection }
        connection = nil
        let known = successions()
        let new = try PostgreSQLConnection(address) { [successions] in successions() != known }
        try new.answering(by: end) {
            try Self.begin(on: new)
            try record.enter(on: new)
            try new.control("COMMIT")
            try new.answer()
        }
        connection = new
        return new
    }

    /// The number of the last commit of this program that was carried out. Where there are replicas, how far the log is comes with
    /// the same answer.
    private func lastCommit(on connection: PostgreSQLConnection) throws -> Int64? {
        guard let hasReached else { return try record.last(on: connection) }
        var number: Int64?
        try connection.query(LogPosition.afterCommit(of: name)) { row in
            number = try row[2]
            hasReached(try LogPosition(row))
            return false
        }
        return number
    }

    /// Whether the commit that was not answered has been carried out. Waits for the database to come back; throws `outcomeUnknown`
    /// where it does not.
    private func isCommitted() throws -> Bool {
        let end = ContinuousClock.now + Self.patience
        repeat {
            do {
                let connection = try connected(by: end)
                return try connection.answering(by: end) { try lastCommit(on: connection) == commits }
            } catch { Thread.sleep(forTimeInterval: 0.1) }
        } while ContinuousClock.now < end
        throw DatabaseFault.outcomeUnknown
    }
}

extension DatabaseFault {
    /// Whether the connection is gone, so that nobody knows what became of what was sent on it.
    fileprivate var isOfConnection: Bool { if case .unreachable = self { true } else { false } }
}

extension Query {
    /// Whether it only asks.
    fileprivate var isSelect: Bool { sql.begins(with: "SELECT") }
}
