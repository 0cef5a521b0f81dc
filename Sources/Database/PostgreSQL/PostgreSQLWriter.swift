import Foundation

/// The only connection of this process that writes. A writer locks the whole database until its commit, and
/// waits for writers of other processes. Changes are therefore numbered in the order of their commits, and no
/// check has to allow for concurrent writers.
final class PostgreSQLWriter: WritingConnection {
    /// How long to wait for the database to return, in order to learn whether a commit happened.
    private static let patience = Duration.seconds(10)
    /// How long a new connection may take to be ready: longer than the server lets it wait for the lock.
    private static let longestEntry = Duration.seconds(15)

    /// The name of this process in the `commits` table and in notifications.
    let name: String
    let dialect = Dialect.postgreSQL
    private let address: PostgreSQLAddress
    private let record: CommitRecord
    /// Receives the position in the log after each commit, before any caller gets a result; `nil` without
    /// replicas.
    private let hasReached: (@Sendable (LogPosition) -> Void)?
    /// How many takeovers by another server this process has seen. After one, waiting for the previous server
    /// is futile.
    private let successions: @Sendable () -> Int
    private var connection: PostgreSQLConnection?
    private var isOpen = false
    /// The number of groups of writes that this process has committed or tried to commit.
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

    func close() { connection = nil }

    private func current() throws -> PostgreSQLConnection {
        guard let connection else { throw DatabaseFault.unreachable("there is no connection to the database") }
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
            guard isDone else { throw DatabaseFault.statement("the transaction was rolled back") }
        } catch let fault as DatabaseFault where hasReached != nil || fault.isOfConnection {
            // With replicas, the query for the position may have failed after the commit succeeded.
            self.connection = nil
            guard try isCommitted() else { throw fault }
        }
        isOpen = false
    }
}

extension PostgreSQLWriter {
    /// The connection, or a new one if it is lost. A new connection has waited for the writers' lock, so all
    /// earlier writes, by other processes or by this process, have been committed or rolled back by then.
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

    /// The number of this process's last commit that was carried out. With replicas, the same query also
    /// reads the position in the log.
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

    /// Whether the database carried out a commit whose result is unknown. Waits for the database to return;
    /// throws `outcomeUnknown` if it does not.
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
    /// Whether the connection is lost, so that the outcome of everything sent on it is unknown.
    fileprivate var isOfConnection: Bool { if case .unreachable = self { true } else { false } }
}

extension Query {
    /// Whether the query only reads.
    fileprivate var isSelect: Bool { sql.begins(with: "SELECT") }
}
