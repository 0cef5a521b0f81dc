/// A row of a result, valid only during the call that receives it. Columns are counted from 0.
package struct Row {
    /// The columns as an engine holds them. An enum, because a protocol would add a lookup to every access.
    enum Columns {
        case sqlite(SQLiteColumns)
        case postgreSQL(PostgreSQLColumns)
    }

    let columns: Columns
}

/// Reads columns, with one subscript for each type. A generic subscript looks up its types for every value,
/// which took a fifth of a page's rendering time.
extension Row {
    package subscript(_ column: Int) -> Int64 {
        get throws { try known(integer(at: column), column) }
    }
    package subscript(_ column: Int) -> Int { get throws { Int(try self[column] as Int64) } }
    package subscript(_ column: Int) -> Bool { get throws { try self[column] as Int64 != 0 } }
    package subscript(_ column: Int) -> String { get throws { try known(text(at: column), column) } }
    package subscript(_ column: Int) -> Int64? {
        get throws { isNull(at: column) ? nil : try self[column] as Int64 }
    }
    package subscript(_ column: Int) -> Int? { get throws { isNull(at: column) ? nil : try self[column] as Int } }
    package subscript(_ column: Int) -> String? {
        get throws { isNull(at: column) ? nil : try self[column] as String }
    }

    /// For callers whose type is generic.
    func value<T: Storable>(at column: Int) throws -> T { try known(T(self, at: column), column) }

    private func known<T>(_ value: T?, _ column: Int) throws -> T {
        guard let value else { throw DatabaseFault.unexpectedValue(column: column) }
        return value
    }
}

/// Reads columns as the engines hold them; `nil` is NULL or a value of another type.
extension Row {
    package func isNull(at column: Int) -> Bool {
        switch columns {
        case .sqlite(let columns): columns.isNull(at: column)
        case .postgreSQL(let columns): columns.isNull(at: column)
        }
    }

    package func integer(at column: Int) -> Int64? {
        switch columns {
        case .sqlite(let columns): columns.integer(at: column)
        case .postgreSQL(let columns): columns.integer(at: column)
        }
    }

    package func text(at column: Int) -> String? {
        switch columns {
        case .sqlite(let columns): columns.text(at: column)
        case .postgreSQL(let columns): columns.text(at: column)
        }
    }

    /// Whether a text is valid UTF-8 without NUL. Every engine accepts such a text, and reading it repairs
    /// nothing. PostgreSQL guarantees this on the server.
    package func isSoundText(at column: Int) -> Bool {
        guard case .sqlite(let columns) = columns else { return true }
        return columns.isSoundText(at: column)
    }
}

/// A value as it is sent to an engine. NULL has a type too.
package enum StoredValue: Sendable, Hashable {
    case integer(Int64?)
    case text(String?)
}

/// A type that a parameter or a column can have: integers, text, Booleans, and optionals of these.
package protocol Storable {
    var stored: StoredValue { get }
    /// NULL for a column of this type.
    static var nothing: StoredValue { get }
    init?(_ row: Row, at column: Int)
}

extension Storable {
    package static var nothing: StoredValue { .integer(nil) }
}

extension Int64: Storable {
    package var stored: StoredValue { .integer(self) }

    package init?(_ row: Row, at column: Int) {
        guard let value = row.integer(at: column) else { return nil }
        self = value
    }
}

extension Int: Storable {
    package var stored: StoredValue { .integer(Int64(self)) }

    package init?(_ row: Row, at column: Int) {
        guard let value = row.integer(at: column) else { return nil }
        self.init(value)
    }
}

extension Bool: Storable {
    package var stored: StoredValue { .integer(self ? 1 : 0) }

    package init?(_ row: Row, at column: Int) {
        guard let value = row.integer(at: column) else { return nil }
        self = value != 0
    }
}

extension String: Storable {
    package var stored: StoredValue { .text(self) }
    package static var nothing: StoredValue { .text(nil) }

    package init?(_ row: Row, at column: Int) {
        guard let value = row.text(at: column) else { return nil }
        self = value
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: StoredValue { self?.stored ?? Wrapped.nothing }
    package static var nothing: StoredValue { Wrapped.nothing }

    package init?(_ row: Row, at column: Int) {
        self = Wrapped(row, at: column)
        if self == nil, !row.isNull(at: column) { return nil }
    }
}
