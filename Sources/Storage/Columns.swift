package import Database
package import Foundation
package import Newsroom

/// A moment is kept as milliseconds since 1970 in UTC.
extension Date: Storable {
    package var stored: StoredValue { .integer(milliseconds) }

    package init?(_ columns: any RowColumns, at column: Int) {
        guard let value = columns.integer(at: column) else { return nil }
        self.init(milliseconds: value)
    }
}

extension Identifier: Storable {
    package var stored: StoredValue { .integer(number) }

    package init?(_ columns: any RowColumns, at column: Int) {
        guard let value = columns.integer(at: column) else { return nil }
        self.init(value)
    }
}
