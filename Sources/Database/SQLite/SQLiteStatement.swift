import CSQLite

/// A prepared statement. It keeps its connection open until its own end.
package final class SQLiteStatement {
    private let pointer: OpaquePointer
    private let handle: SQLiteHandle
    /// Whether it changes nothing in the database file by itself (sqlite.org/c3ref/stmt_readonly.html).
    let isReadOnly: Bool

    /// Takes over the prepared statement.
    init(_ pointer: OpaquePointer, on handle: SQLiteHandle) {
        self.pointer = pointer
        self.handle = handle
        isReadOnly = sqlite3_stmt_readonly(pointer) != 0
    }

    deinit { sqlite3_finalize(pointer) }

    /// Whether it stands at a row.
    var isBusy: Bool { sqlite3_stmt_busy(pointer) != 0 }

    /// Takes these values as the parameters 1, 2, 3 and so on.
    func bind(_ values: [StoredValue], in name: StaticString? = nil) throws {
        let expected = Int(sqlite3_bind_parameter_count(pointer))
        guard values.count == expected else {
            let message = "\(expected) values expected, not \(values.count)"
            throw DatabaseFault(code: SQLITE_MISUSE, message: message, in: name)
        }
        for (index, value) in zip(Int32(1)..., values) {
            let code = value.bind(to: pointer, at: index)
            guard code == SQLITE_OK else { throw handle.fault(code, in: name) }
        }
    }

    /// Calls `each` for every row until it returns `false`. The statement begins anew afterwards, also where `each`
    /// throws or the statement fails.
    func rows(in name: StaticString? = nil, _ each: (Row) throws -> Bool) throws {
        defer { sqlite3_reset(pointer) }
        let row = Row(columns: .sqlite(SQLiteColumns(statement: pointer)))
        while try step(name) { guard try each(row) else { return } }
    }

    /// Carries it out with these values.
    package func run(_ values: [StoredValue] = [], _ each: (Row) throws -> Void = { _ in }) throws {
        try bind(values)
        try rows { row in
            try each(row)
            return true
        }
    }

    /// Whether there is a row.
    private func step(_ name: StaticString?) throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw handle.fault(code, in: name)
        }
    }
}
