import Foundation

/// A date with a time as NewsML-G2 writes it (ISO 8601, XML Schema `dateTime` with its zone): `2014-07-16T15:53:10.000Z`.
enum Timestamp {
    /// `nil` for whatever is no such date, or lies outside the years 1900 to 9999. A fraction counts to the millisecond.
    static func date(_ text: String) -> Date? {
        let pattern = /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)/
        guard text.utf8.count <= 40, let found = text.wholeMatch(of: pattern) else { return nil }
        let parts = found.output
        guard let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3), let hour = Int(parts.4),
            let minute = Int(parts.5), let second = Int(parts.6), let offset = offset(parts.8),
            (1900...9999).contains(year), hour < 24, minute < 60, second < 60
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let components = DateComponents(
            calendar: calendar, timeZone: .gmt, year: year, month: month, day: day, hour: hour, minute: minute,
            second: second)
        guard components.isValidDate, let date = components.date else { return nil }
        let milliseconds = parts.7.flatMap { Double("0." + $0) }.map { ($0 * 1000).rounded(.down) / 1000 } ?? 0
        return date.addingTimeInterval(milliseconds - Double(offset))
    }

    /// Seconds east of Greenwich, up to 14 hours.
    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        guard let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.suffix(2)), hours <= 14, minutes < 60
        else { return nil }
        return (text.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
