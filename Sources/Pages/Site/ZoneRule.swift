import Newsroom

/// A zone's rule for all future years: one clock, or two that alternate each year. The format is `TZ` of
/// POSIX with the additions of RFC 8536, section 3.3.1: `EST5EDT,M3.2.0,M11.1.0`.
struct ZoneRule: Sendable {
    /// The largest valid offset: 26 hours, in seconds.
    static let widest = 26 * 3_600

    /// A change of the clock: the day of the year, and the second of that day on the clock that applied until
    /// then.
    fileprivate struct Turn {
        enum Day {
            /// Counted from 0, with February 29.
            case ofYear(Int)
            /// Counted from 1, without February 29.
            case ofCommonYear(Int)
            /// The weekday counts from 0 (Sunday); week 5 is the last of the month.
            case weekday(Int, week: Int, month: Int)
        }

        let day: Day
        let second: Int
    }

    private let standard: ZoneFile.Clock
    private let summer: (clock: ZoneFile.Clock, start: Turn, end: Turn)?

    /// `nil` if the text is not a rule.
    init?(_ text: String) {
        var reader = ZoneRuleReader(text)
        guard let name = reader.name(), let west = reader.time(hours: 24) else { return nil }
        standard = ZoneFile.Clock(offset: -west, abbreviation: name)
        guard !reader.isAtEnd else {
            summer = nil
            return
        }
        guard let other = reader.name() else { return nil }
        let offset = reader.isAt(",") ? standard.offset + 3_600 : reader.time(hours: 24).map { -$0 }
        guard let offset, let start = Self.turn(&reader), let end = Self.turn(&reader), reader.isAtEnd else {
            return nil
        }
        summer = (ZoneFile.Clock(offset: offset, abbreviation: other), start, end)
    }

    private static func turn(_ reader: inout ZoneRuleReader) -> Turn? {
        guard reader.skip(","), let day = day(&reader) else { return nil }
        guard reader.skip("/") else { return Turn(day: day, second: 7_200) }
        return reader.time(hours: 167).map { Turn(day: day, second: $0) }
    }

    private static func day(_ reader: inout ZoneRuleReader) -> Turn.Day? {
        if reader.skip("J") { return reader.number(1...365).map(Turn.Day.ofCommonYear) }
        guard reader.skip("M") else { return reader.number(0...365).map(Turn.Day.ofYear) }
        guard let month = reader.number(1...12), reader.skip("."), let week = reader.number(1...5), reader.skip("."),
            let weekday = reader.number(0...6)
        else { return nil }
        return .weekday(weekday, week: week, month: month)
    }

    /// The clock at a moment, in seconds since 1970.
    func clock(at moment: Int) -> ZoneFile.Clock {
        let year = CivilDate(secondsSince1970: moment).year
        return turns(of: (year - 1)...(year + 1)).last { $0.moment <= moment }?.clock ?? standard
    }

    /// The changes of the clock after `start` and before `end`.
    func changes(from start: Int, to end: Int) -> [(moment: Int, clock: ZoneFile.Clock)] {
        guard start < end else { return [] }
        let years = CivilDate(secondsSince1970: start).year...CivilDate(secondsSince1970: end).year
        return turns(of: (years.lowerBound - 1)...(years.upperBound + 1)).filter {
            $0.moment > start && $0.moment < end
        }
    }

    private func turns(of years: ClosedRange<Int>) -> [(moment: Int, clock: ZoneFile.Clock)] {
        guard let summer else { return [] }
        let turns = years.flatMap { year in
            [
                (moment: summer.start.second(in: year) - standard.offset, clock: summer.clock),
                (moment: summer.end.second(in: year) - summer.clock.offset, clock: standard),
            ]
        }
        // If summer time ends and begins at the same moment, it lasts all year, so its clock sorts last.
        return turns.sorted { ($0.moment, $0.clock == standard ? 0 : 1) < ($1.moment, $1.clock == standard ? 0 : 1) }
    }
}

extension ZoneRule.Turn {
    /// The moment in seconds since 1970, counted in the zone's local time.
    fileprivate func second(in year: Int) -> Int {
        let start = CivilDate.secondsSince1970(year: year)
        let isLeap = CivilDate.secondsSince1970(year: year + 1) - start > 365 * 86_400
        return start + days(isLeap: isLeap, weekday: CivilDate(secondsSince1970: start).weekday) * 86_400 + second
    }

    /// The number of days since January 1. `first` is the weekday of January 1.
    private func days(isLeap: Bool, weekday first: Int) -> Int {
        switch day {
        case .ofYear(let day): return day
        case .ofCommonYear(let day): return isLeap && day >= 60 ? day : day - 1
        case .weekday(let weekday, let week, let month):
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            let start = lengths.prefix(month - 1).reduce(0, +)
            let ahead = (weekday - first - start).quotientAndRemainder(dividingBy: 7).remainder
            let day = (ahead + 7) % 7 + (week - 1) * 7
            return start + (day < lengths[month - 1] ? day : day - 7)
        }
    }
}
