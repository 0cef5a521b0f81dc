package import Foundation

/// An account of a reader in an operator's list.
package struct Registration: Sendable, Hashable {
    package let reader: Reader
    package let since: Date
    package let leaving: Leaving?

    package init(reader: Reader, since: Date, leaving: Leaving?) {
        self.reader = reader
        self.since = since
        self.leaving = leaving
    }
}
