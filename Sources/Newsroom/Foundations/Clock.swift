package import Foundation

/// Tells the time. Code takes its clock as a parameter, so that tests control the time.
package struct Clock: Sendable {
    private let tell: @Sendable () -> Date

    package init(_ tell: @escaping @Sendable () -> Date) { self.tell = tell }

    /// The current time, cut to milliseconds, the precision of the database.
    package var now: Date { tell().cutToMilliseconds }

    package static let system = Clock { Date() }
}

extension Date {
    /// Milliseconds since 1970 in UTC, the form in which the database stores times.
    package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    package init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package var cutToMilliseconds: Date {
        Date(timeIntervalSince1970: (timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}
