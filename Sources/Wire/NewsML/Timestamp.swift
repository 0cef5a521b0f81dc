import Foundation

/// A date and time in NewsML-G2 (ISO 8601, XML Schema `dateTime` with a zone): `2014-07-16T15:53:10.000Z`.
enum Timestamp {
    /// The date, or `nil` if the text has another form or the year is not between 1900 and 9999. Fractions of
    /// a second are cut to whole milliseconds.
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

    /// The offset in seconds east of Greenwich, at most 14 hours.
    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" { return 0 }
        guard let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.suffix(2)), hours <= 14, minutes < 60
        else { return nil }
        return (text.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
