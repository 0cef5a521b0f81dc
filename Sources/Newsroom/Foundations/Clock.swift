package import Foundation

/// Tells the time; handed in, so that tests are exact.
package struct Clock: Sendable {
    private let tell: @Sendable () -> Date

    package init(_ tell: @escaping @Sendable () -> Date) { self.tell = tell }

    /// Now, cut to the millisecond: what the database keeps is what the program had.
    package var now: Date { tell().cutToMilliseconds }

    package static let system = Clock { Date() }
}

extension Date {
    /// Milliseconds since 1970 in UTC: how time stands in the database.
    package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    package init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package var cutToMilliseconds: Date {
        Date(timeIntervalSince1970: (timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}
