/// An open transaction, as `read` and `write` pass it to their bodies. Each connection prepares a statement
/// once. Faults and the tests of query plans name a statement by the function that runs it.
package struct Transaction {
    let connection: any Connection
    /// Whether it reads from a replica. If the body throws there, the read runs again on the primary.
    package let isOfReplica: Bool

    package init(connection: any Connection, isOfReplica: Bool = false) {
        self.connection = connection
        self.isOfReplica = isOfReplica
    }

    /// All rows of a query, each converted to a value.
    package func all<T>(
        _ sql: SQL, _ values: any Storable..., name: StaticString = #function, as make: (Row) throws -> T
    ) throws -> [T] {
        var out: [T] = []
        try connection.query(Query(sql, values, name: name)) { row in
            out.append(try make(row))
            return true
        }
        return out
    }

    /// Calls `body` for each row of a query. Code that reads thousands of rows collects them itself, because
    /// the compiler does not specialize a generic function such as `all` for a caller in another module.
    package func forEach(
        _ sql: SQL, _ values: [any Storable], name: StaticString, _ body: (Row) throws -> Void
    ) throws {
        try forEach(Query(sql, values, name: name), body)
    }

    /// Calls `body` for each row of a query that was built elsewhere.
    package func forEach(_ query: Query, _ body: (Row) throws -> Void) throws {
        try connection.query(query) { row in
            try body(row)
            return true
        }
    }

    /// The first row of a query, converted to a value; `nil` if there is none.
    package func first<T>(
        _ sql: SQL, _ values: any Storable..., name: StaticString = #function, as make: (Row) throws -> T
    ) throws -> T? {
        var out: T?
        try connection.query(Query(sql, values, name: name)) { row in
            out = try make(row)
            return false
        }
        return out
    }

    /// The first column of the first row; `nil` if there is no row.
    package func value<T: Storable>(
        _ sql: SQL, _ values: any Storable..., name: StaticString = #function
    ) throws -> T? {
        var out: T?
        try connection.query(Query(sql, values, name: name)) { row in
            out = try row.value(at: 0)
            return false
        }
        return out
    }

    /// Whether the query returns a row.
    package func exists(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws -> Bool {
        var found = false
        try connection.query(Query(sql, values, name: name)) { _ in
            found = true
            return false
        }
        return found
    }

    /// Runs a statement that returns nothing. An engine may send it together with the next query or the
    /// commit; its fault is thrown only then.
    package func run(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws {
        try connection.run(Query(sql, values, name: name))
    }

    /// Runs a statement that was built elsewhere.
    package func run(_ query: Query) throws { try connection.run(query) }

    /// Runs an insertion with `RETURNING` and returns its one number.
    package func insert(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws -> Int64 {
        var number: Int64?
        try connection.query(Query(sql, values, name: name)) { row in
            number = try row[0]
            return true
        }
        guard let number else { throw DatabaseFault.statement("\(name): the insertion returned no number") }
        return number
    }

    /// Inserts many rows in the fastest way that the engine has. `insertion` is `INSERT INTO table (columns)
    /// VALUES ($1, …)`.
    package func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws {
        try connection.insert(rows, by: insertion, name: name)
    }

    /// Runs several statements without parameters, for changes to the schema.
    package func script(_ sql: StaticString) throws { try connection.script(sql) }

    /// The dialect, for the few statements that differ between the engines.
    package var dialect: Dialect { connection.dialect }
}

/// The SQL dialect of an engine.
package enum Dialect: Sendable { case sqlite, postgreSQL }

/// A statement with its parameters.
package struct Query {
    package let sql: SQL
    package let values: [StoredValue]
    package let name: StaticString

    package init(_ sql: SQL, _ values: [any Storable], name: StaticString) {
        self.sql = sql
        self.values = values.map { $0.stored }
        self.name = name
    }

    package init(_ sql: SQL, stored values: [StoredValue], name: StaticString) {
        self.sql = sql
        self.values = values
        self.name = name
    }
}

/// A connection inside a transaction.
package protocol Connection {
    /// Calls `each` for every row until it returns `false`.
    func query(_ query: Query, _ each: (Row) throws -> Bool) throws
    func run(_ query: Query) throws
    func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws
    func script(_ sql: StaticString) throws
    var dialect: Dialect { get }
}

extension Connection {
    /// Inserts one row after another.
    package func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws {
        for row in rows { try run(Query(insertion, stored: row, name: name)) }
    }
}
