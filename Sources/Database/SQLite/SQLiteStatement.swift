import CSQLite

/// A prepared statement. It keeps its connection open until it is finalized.
package final class SQLiteStatement {
    private let pointer: OpaquePointer
    private let handle: SQLiteHandle
    /// Whether it makes no direct changes to the database file (sqlite.org/c3ref/stmt_readonly.html).
    let isReadOnly: Bool

    /// Takes ownership of the prepared statement.
    init(_ pointer: OpaquePointer, on handle: SQLiteHandle) {
        self.pointer = pointer
        self.handle = handle
        isReadOnly = sqlite3_stmt_readonly(pointer) != 0
    }

    deinit { sqlite3_finalize(pointer) }

    /// Whether its rows are still being read.
    var isBusy: Bool { sqlite3_stmt_busy(pointer) != 0 }

    /// Binds these values to the parameters 1, 2, 3 and so on.
    func bind(_ values: [StoredValue], in name: StaticString? = nil) throws {
        let expected = Int(sqlite3_bind_parameter_count(pointer))
        guard values.count == expected else {
            let message = "expected \(expected) values, got \(values.count)"
            throw DatabaseFault(code: SQLITE_MISUSE, message: message, in: name)
        }
        for (index, value) in zip(Int32(1)..., values) {
            let code = value.bind(to: pointer, at: index)
            guard code == SQLITE_OK else { throw handle.fault(code, in: name) }
        }
    }

    /// Calls `each` for every row until it returns `false`. Resets the statement afterwards, even if `each`
    /// throws or the statement fails.
    func rows(in name: StaticString? = nil, _ each: (Row) throws -> Bool) throws {
        defer { sqlite3_reset(pointer) }
        let row = Row(columns: .sqlite(SQLiteColumns(statement: pointer)))
        while try step(name) { guard try each(row) else { return } }
    }

    /// Runs the statement with these values, and calls `each` for every row.
    package func run(_ values: [StoredValue] = [], _ each: (Row) throws -> Void = { _ in }) throws {
        try bind(values)
        try rows { row in
            try each(row)
            return true
        }
    }

    /// Moves to the next row; `false` after the last one.
    private func step(_ name: StaticString?) throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw handle.fault(code, in: name)
        }
    }
}
