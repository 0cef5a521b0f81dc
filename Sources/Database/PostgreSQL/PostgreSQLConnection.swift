import CLibPQ

/// A session as a `Connection`. Statements are learned by the server once; what returns nothing is sent along with the next question,
/// so that a transaction takes no more round trips than it has answers.
final class PostgreSQLConnection: Connection {
    /// Statements that may wait for their answers: the server's answers must find room in the socket.
    private static let mostUnanswered = 64

    private let session: PostgreSQLSession
    /// The names of statements that the server knows.
    private var statements: [SQL: String] = [:]
    private var namesGiven = 0
    /// What was learned since the last answer, and is forgotten where something was refused.
    private var unconfirmed: [SQL] = []
    /// What was refused first since the transaction began: nothing else is carried out in it.
    private(set) var refusal: DatabaseFault?
    let dialect = Dialect.postgreSQL

    /// Is given up while it waits where `isSuperseded`. Throws `unreachable`.
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
        // What it changes may be large; but while it waits for a table, all who come after it wait for it.
        try refusing { () throws(DatabaseFault) in
            try session.script("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '2s'; \(sql)", within: nil)
        }
    }

    /// Runs a statement outside of a transaction.
    func command(_ sql: StaticString, within time: Duration) throws {
        try session.script(sql.description, within: time)
    }

    /// Runs what begins or ends a transaction, or a part of one, which goes through whatever was refused before.
    func control(_ sql: StaticString) throws {
        refusal = nil
        try send(Query(SQL(stringLiteral: sql), [], name: sql))
    }

    /// Waits until all that was sent has been carried out; gives the last answer.
    @discardableResult
    func answer() throws -> PostgreSQLResult? {
        try refusing { () throws(DatabaseFault) in
            let result = try session.answer()
            unconfirmed = []
            return result
        }
    }

    var isSettled: Bool { session.unanswered == 0 }

    /// Throws `unreachable` where what is asked in `body` is not all answered by then. The server bounds statements, but not how long a
    /// commit waits for its replicas.
    func answering<T>(by end: ContinuousClock.Instant, _ body: () throws -> T) throws -> T {
        session.end = end
        defer { session.end = nil }
        return try body()
    }

    /// Lets what was sent go, without waiting for its answers.
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
