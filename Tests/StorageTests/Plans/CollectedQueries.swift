import Synchronization

@testable import Database

/// The distinct statements that were run, with the name of the function that runs each.
final class CollectedQueries: Sendable {
    struct Entry: Sendable, Hashable {
        let name: String
        let sql: String
        /// One letter for each parameter: `i` for an integer, `t` for text.
        let parameters: String
    }

    private let found = Mutex<Set<Entry>>([])

    var all: Set<Entry> { found.withLock { $0 } }

    /// The same transaction, with its statements recorded.
    func collecting(_ tx: Transaction) -> Transaction {
        Transaction(connection: Collecting(queries: self, connection: tx.connection))
    }

    fileprivate func add(_ query: Query) {
        let parameters = query.values.map { value in
            switch value {
            case .integer: "i"
            case .text: "t"
            }
        }
        let entry = Entry(
            name: query.name.description, sql: query.sql.text, parameters: parameters.joined())
        found.withLock { _ = $0.insert(entry) }
    }
}

private struct Collecting: Connection {
    let queries: CollectedQueries
    let connection: any Connection

    func query(_ query: Query, _ each: (Row) throws -> Bool) throws {
        queries.add(query)
        try connection.query(query, each)
    }

    func run(_ query: Query) throws {
        queries.add(query)
        try connection.run(query)
    }

    func script(_ sql: StaticString) throws { try connection.script(sql) }

    var dialect: Dialect { connection.dialect }
}
