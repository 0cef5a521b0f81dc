/// The inside of a `read` or `write`. Statements are prepared once per connection. Each has a name, by which a fault and the tests of
/// query plans tell of it: that of the function that asks.
package struct Transaction {
    let connection: any Connection
    /// Whether it reads from a replica. What is thrown in it has the same read carried out once more, by the primary.
    package let isOfReplica: Bool

    package init(connection: any Connection, isOfReplica: Bool = false) {
        self.connection = connection
        self.isOfReplica = isOfReplica
    }

    /// All rows of a query, each turned into a value.
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

    /// Hands out all rows of a query. What is read by the thousand is collected by who knows its type: a generic function is
    /// compiled for any type where it is called from another module.
    package func forEach(
        _ sql: SQL, _ values: [any Storable], name: StaticString, _ body: (Row) throws -> Void
    ) throws {
        try forEach(Query(sql, values, name: name), body)
    }

    /// The same for a query that is put together elsewhere.
    package func forEach(_ query: Query, _ body: (Row) throws -> Void) throws {
        try connection.query(query) { row in
            try body(row)
            return true
        }
    }

    /// The first row of a query, turned into a value; `nil` where there is none.
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

    /// The first column of the first row.
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

    /// Whether the query has a row.
    package func exists(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws -> Bool {
        var found = false
        try connection.query(Query(sql, values, name: name)) { _ in
            found = true
            return false
        }
        return found
    }

    /// Runs a statement that returns nothing. An engine may send it along with the next one that does, or with the commit; what is
    /// wrong with it is thrown then.
    package func run(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws {
        try connection.run(Query(sql, values, name: name))
    }

    /// The same for a statement that is put together elsewhere.
    package func run(_ query: Query) throws { try connection.run(query) }

    /// Runs an insertion with `RETURNING` one number.
    package func insert(_ sql: SQL, _ values: any Storable..., name: StaticString = #function) throws -> Int64 {
        var number: Int64?
        try connection.query(Query(sql, values, name: name)) { row in
            number = try row[0]
            return true
        }
        guard let number else { throw DatabaseFault.statement("\(name): an insertion returned nothing") }
        return number
    }

    /// Runs an insertion (`INSERT INTO table (columns) VALUES ($1, …)`) for many rows, by the fastest way that the engine has.
    package func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws {
        try connection.insert(rows, by: insertion, name: name)
    }

    /// Runs several statements without parameters, for changes of the schema.
    package func script(_ sql: StaticString) throws { try connection.script(sql) }

    /// For the few places where the engines have to be asked in different words.
    package var dialect: Dialect { connection.dialect }
}

/// Whose SQL an engine speaks.
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

/// One connection inside a transaction.
package protocol Connection {
    /// Calls `each` for every row until it returns `false`.
    func query(_ query: Query, _ each: (Row) throws -> Bool) throws
    func run(_ query: Query) throws
    func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws
    func script(_ sql: StaticString) throws
    var dialect: Dialect { get }
}

extension Connection {
    /// One row after the other.
    package func insert(_ rows: [[StoredValue]], by insertion: SQL, name: StaticString) throws {
        for row in rows { try run(Query(insertion, stored: row, name: name)) }
    }
}
