/// A day of the proleptic Gregorian calendar, computed in eras of 400 years.
struct CivilDate {
    let daysSince1970: Int
    let year: Int
    let month: Int
    let day: Int

    init(secondsSince1970 seconds: Int) {
        daysSince1970 = Self.floor(seconds, 86_400)
        let shifted = daysSince1970 + 719_468
        let era = Self.floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// 0 is Sunday; January 1, 1970 was a Thursday.
    var weekday: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

    /// The first moment of a year, in UTC.
    static func secondsSince1970(year: Int) -> Int {
        let before = year - 1
        let leapDays = floor(before, 4) - floor(before, 100) + floor(before, 400)
        return (before * 365 + leapDays - 719_162) * 86_400
    }

    /// The number of a day; `nil` if the calendar does not have it.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = secondsSince1970(year: year) / 86_400 + before + (isLeap && month > 2 ? 1 : 0) + day - 1
        let civil = CivilDate(secondsSince1970: days * 86_400)
        return (civil.year, civil.month, civil.day) == (year, month, day) ? days : nil
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    }
}
