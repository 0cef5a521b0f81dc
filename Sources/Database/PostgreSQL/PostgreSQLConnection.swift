import CLibPQ

/// A `Connection` over one PostgreSQL session. The server prepares each statement once. A statement that
/// returns nothing is sent along with the next query, so a transaction takes only one round trip for each
/// query.
final class PostgreSQLConnection: Connection {
    /// The maximum number of statements whose results have not been read. These results must fit into the
    /// socket's buffer.
    private static let mostUnanswered = 64

    private let session: PostgreSQLSession
    /// The names of the statements that the server has prepared.
    private var statements: [SQL: String] = [:]
    private var namesGiven = 0
    /// Statements prepared since the last result. If anything is refused, they must be prepared again.
    private var unconfirmed: [SQL] = []
    /// The first fault since the transaction began. Nothing else is carried out in that transaction.
    private(set) var refusal: DatabaseFault?
    let dialect = Dialect.postgreSQL

    /// Throws `unreachable`, including when `isSuperseded` becomes true during a wait.
    init(
        _ address: PostgreSQLAddress, isSuperseded: @escaping @Sendable () -> Bool = { false }
    ) throws(DatabaseFault) {
        session = try PostgreSQLSession(address, isSuperseded: isSuperseded)
    }

    var isAlive: Bool { session.isAlive }

    func query(_ query: Query, _ each: (Row) throws -> Bool) throws {
        try send(query)
        guard let result = try answer() else { return }
        for row in result.rows {
            guard try each(Row(columns: .postgreSQL(PostgreSQLColumns(result: result, row: row)))) else { return }
        }
    }

    func run(_ query: Query) throws {
        try send(query)
        if session.unanswered >= Self.mostUnanswered { _ = try answer() }
    }

    func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws {
        if let refusal { throw refusal }
        try refusing { () throws(DatabaseFault) in
            try session.copy(PostgreSQLCopy(insertion, rows: rows), name: name)
        }
    }

    func script(_ sql: StaticString) throws {
        // A schema change may take a long time. It waits only briefly for a table, because all later
        // statements on the table wait behind it.
        try refusing { () throws(DatabaseFault) in
            try session.script("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '2s'; \(sql)", within: nil)
        }
    }

    /// Runs a statement outside a transaction.
    func command(_ sql: StaticString, within time: Duration) throws {
        try session.script(sql.description, within: time)
    }

    /// Runs a statement that begins or ends a transaction or a savepoint, even after a refusal.
    func control(_ sql: StaticString) throws {
        refusal = nil
        try send(Query(SQL(stringLiteral: sql), [], name: sql))
    }

    /// Waits until everything sent has been carried out. Returns the last result.
    @discardableResult
    func answer() throws -> PostgreSQLResult? {
        try refusing { () throws(DatabaseFault) in
            let result = try session.answer()
            unconfirmed = []
            return result
        }
    }

    var isSettled: Bool { session.unanswered == 0 }

    /// Throws `unreachable` if `body` gets no result before `end`. The server limits the time of a statement,
    /// but not how long a commit waits for its replicas.
    func answering<T>(by end: ContinuousClock.Instant, _ body: () throws -> T) throws -> T {
        session.end = end
        defer { session.end = nil }
        return try body()
    }

    /// Sends everything without waiting for the results.
    func leave() throws { try session.leave() }

    func notifications(within time: Duration) throws -> [String] { try session.notifications(within: time) }

    private func send(_ query: Query) throws {
        if let refusal { throw refusal }
        try refusing { () throws(DatabaseFault) in
            try session.send(try statement(query), query.values, name: query.name)
        }
    }

    private func statement(_ query: Query) throws(DatabaseFault) -> String {
        if let name = statements[query.sql] { return name }
        namesGiven += 1
        let name = "s\(namesGiven)"
        try session.prepare(
            query.sql, as: name, types: PostgreSQLParameters.types(query.values), name: query.name)
        statements[query.sql] = name
        unconfirmed.append(query.sql)
        return name
    }

    private func refusing<T>(_ body: () throws(DatabaseFault) -> T) throws -> T {
        do { return try body() } catch {
            refusal = error
            for sql in unconfirmed { statements[sql] = nil }
            unconfirmed = []
            throw error
        }
    }
}
