import Foundation

/// A date and time as agencies write it. NewsML-G2 asks for XML Schema's `dateTime`, such as
/// `2014-07-16T15:53:10.000Z`. Agencies also send ISO 8601 without separators, without seconds, without a time
/// or without a zone.
enum Timestamp {
    /// The date, or `nil` if the text has another form or the year is not between 1900 and 9999. `zone` applies
    /// if the text names none. `T24:00:00` is midnight at the end of the day. Fractions of a second are cut off
    /// after the milliseconds.
    static func date(_ text: String, in zone: TimeZone) -> Date? { read(text, in: zone)?.date }

    /// The same, and whether the text names a zone.
    static func read(_ text: String, in zone: TimeZone) -> (date: Date, hasZone: Bool)? {
        let day = /(\d{4})-?(\d\d)-?(\d\d)/
        let time = /(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,20}))?)?/
        let offset = /Z|[+-]\d\d(?::?\d\d)?/
        guard text.utf8.count <= 50, let date = text.prefixMatch(of: day) else { return nil }
        var rest = text[date.range.upperBound...]
        var (hour, minute, second, milliseconds) = (0, 0, 0, 0)
        if let mark = rest.first, "T t".contains(mark), let clock = rest.dropFirst().prefixMatch(of: time) {
            (hour, minute) = (Int(clock.1) ?? 0, Int(clock.2) ?? 0)
            second = clock.3.flatMap { Int($0) } ?? 0
            milliseconds = clock.4.flatMap { Int(($0 + "00").prefix(3)) } ?? 0
            rest = rest[clock.range.upperBound...].drop { $0 == " " }
        }
        let hasZone = rest.wholeMatch(of: offset) != nil
        guard hasZone || rest.isEmpty, let year = Int(date.1), let month = Int(date.2), let day = Int(date.3),
            let seconds = seconds(east: rest),
            let start = moment(year, month, day, hour, minute, second, in: hasZone ? .gmt : zone)
        else { return nil }
        return (start.addingTimeInterval(Double(milliseconds) / 1_000 - Double(seconds)), hasZone)
    }

    /// Whether a line has nothing but a date and a time: `26.06.2024 14:02 GMT`, `2024-06-26 14:02:11`.
    static func isDateLine(_ text: String) -> Bool {
        guard text.first?.isNumber == true, text.utf8.count <= 60 else { return false }
        return text.wholeMatch(
            of:
                /(\d{1,4}[.\/-]\d{1,2}[.\/-]\d{1,4})[ T,]+\d{1,2}[:.]\d\d([:.]\d\d)?( ?[A-Z]{1,5}| ?Uhr|[+-]\d\d:?\d\d)?/
        ) != nil
    }

    private static func moment(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, in zone: TimeZone
    ) -> Date? {
        let isEndOfDay = hour == 24 && minute == 0 && second == 0
        guard (1_900...9_999).contains(year), hour < 24 || isEndOfDay, minute < 60, second < 60 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let components = DateComponents(
            calendar: calendar, timeZone: zone, year: year, month: month, day: day, hour: isEndOfDay ? 0 : hour,
            minute: minute, second: second)
        // A time that the clock skips in spring is read as the time after the change.
        let isValid = DateComponents(calendar: calendar, timeZone: zone, year: year, month: month, day: day).isValidDate
        guard isValid, let date = components.date else { return nil }
        return isEndOfDay ? calendar.date(byAdding: .day, value: 1, to: date) : date
    }

    /// The offset in seconds east of Greenwich, at most 14 hours; 0 for `Z` and for an empty text.
    private static func seconds(east text: Substring) -> Int? {
        let digits = text.filter(\.isNumber)
        guard !digits.isEmpty else { return 0 }
        guard let hours = Int(digits.prefix(2)), let minutes = digits.count == 2 ? 0 : Int(digits.suffix(2)),
            hours <= 14,
            minutes < 60
        else { return nil }
        return (text.first == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
