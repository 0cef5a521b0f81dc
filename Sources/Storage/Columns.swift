package import Database
package import Foundation
package import Newsroom

/// A time is stored as milliseconds since 1970 in UTC.
extension Date: Storable {
    package var stored: StoredValue { .integer(milliseconds) }

    package init?(_ row: Row, at column: Int) {
        guard let value = row.integer(at: column) else { return nil }
        self.init(milliseconds: value)
    }
}

extension Identifier: Storable {
    package var stored: StoredValue { .integer(number) }

    package init?(_ row: Row, at column: Int) {
        guard let value = row.integer(at: column) else { return nil }
        self.init(value)
    }
}

/// Reads columns without generic types, like the subscripts of `Row`.
extension Row {
    subscript(_ column: Int) -> Date { get throws { Date(milliseconds: try self[column]) } }
    subscript(_ column: Int) -> Date? { get throws { isNull(at: column) ? nil : try self[column] as Date } }
    subscript<Noun>(_ column: Int) -> Identifier<Noun> { get throws { Identifier(try self[column] as Int64) } }
    subscript<Noun>(_ column: Int) -> Identifier<Noun>? {
        get throws { isNull(at: column) ? nil : try self[column] as Identifier<Noun> }
    }
}
