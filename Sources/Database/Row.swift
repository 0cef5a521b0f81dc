/// A row of a result, for the time of the call that it is handed to. Columns are counted from 0.
package struct Row {
    let columns: any RowColumns

    package init(columns: any RowColumns) { self.columns = columns }

    package subscript<T: Storable>(_ column: Int) -> T {
        get throws {
            guard let value = T(columns, at: column) else { throw DatabaseFault.unexpectedValue(column: column) }
            return value
        }
    }
}

/// The same for what most columns hold, each type by itself: a generic subscript looks its types up for every value, which
/// took a fifth of the time of a page.
extension Row {
    package subscript(_ column: Int) -> Int64 {
        get throws { try known(columns.integer(at: column), column) }
    }
    package subscript(_ column: Int) -> Int { get throws { Int(try self[column] as Int64) } }
    package subscript(_ column: Int) -> Bool { get throws { try self[column] as Int64 != 0 } }
    package subscript(_ column: Int) -> String { get throws { try known(columns.text(at: column), column) } }
    package subscript(_ column: Int) -> Int64? {
        get throws { isNull(at: column) ? nil : try self[column] as Int64 }
    }
    package subscript(_ column: Int) -> Int? { get throws { isNull(at: column) ? nil : try self[column] as Int } }
    package subscript(_ column: Int) -> String? {
        get throws { isNull(at: column) ? nil : try self[column] as String }
    }

    package func isNull(at column: Int) -> Bool { columns.isNull(at: column) }

    /// Whether a text is UTF-8 without NUL, as every engine takes it, and was not repaired when it was read.
    package func isSoundText(at column: Int) -> Bool { columns.isSoundText(at: column) }

    func known<T>(_ value: T?, _ column: Int) throws -> T {
        guard let value else { throw DatabaseFault.unexpectedValue(column: column) }
        return value
    }
}

/// The columns of a row as an engine holds them; `nil` is NULL or a value of another type.
package protocol RowColumns {
    func isNull(at column: Int) -> Bool
    func integer(at column: Int) -> Int64?
    func text(at column: Int) -> String?
    func isSoundText(at column: Int) -> Bool
}

extension RowColumns {
    /// Always, where the server sees to it.
    package func isSoundText(at column: Int) -> Bool { true }
}

/// A value as it goes to an engine; NULL has a type too.
package enum StoredValue: Sendable, Hashable {
    case integer(Int64?)
    case text(String?)
}

/// What can be a parameter and a column: whole numbers, text, yes and no, and any of them or nothing.
package protocol Storable {
    var stored: StoredValue { get }
    /// NULL, in a column of this type.
    static var nothing: StoredValue { get }
    init?(_ columns: any RowColumns, at column: Int)
}

extension Storable {
    package static var nothing: StoredValue { .integer(nil) }
}

extension Int64: Storable {
    package var stored: StoredValue { .integer(self) }

    package init?(_ columns: any RowColumns, at column: Int) {
        guard let value = columns.integer(at: column) else { return nil }
        self = value
    }
}

extension Int: Storable {
    package var stored: StoredValue { .integer(Int64(self)) }

    package init?(_ columns: any RowColumns, at column: Int) {
        guard let value = columns.integer(at: column) else { return nil }
        self.init(value)
    }
}

extension Bool: Storable {
    package var stored: StoredValue { .integer(self ? 1 : 0) }

    package init?(_ columns: any RowColumns, at column: Int) {
        guard let value = columns.integer(at: column) else { return nil }
        self = value != 0
    }
}

extension String: Storable {
    package var stored: StoredValue { .text(self) }
    package static var nothing: StoredValue { .text(nil) }

    package init?(_ columns: any RowColumns, at column: Int) {
        guard let value = columns.text(at: column) else { return nil }
        self = value
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: StoredValue { self?.stored ?? Wrapped.nothing }
    package static var nothing: StoredValue { Wrapped.nothing }

    package init?(_ columns: any RowColumns, at column: Int) {
        self = Wrapped(columns, at: column)
        if self == nil, !columns.isNull(at: column) { return nil }
    }
}
