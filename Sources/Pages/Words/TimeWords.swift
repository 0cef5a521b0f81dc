/// The formats of dates and times.
package struct TimeWords: Sendable {
    package typealias Written = @Sendable (HouseTime.Moment) -> String

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    /// `Sat Feb 2, 2013 6:16pm EST`
    package var long: Written = { moment in
        "\(weekdays[moment.weekday]) \(months[moment.month - 1]) \(moment.day), \(moment.year) \(clock(moment))"
    }

    /// `Feb 02, 2013 7:08am EST`
    package var short: Written = { moment in
        "\(months[moment.month - 1]) \(moment.day.digits(2)), \(moment.year) \(clock(moment))"
    }

    /// `Feb 16, 2013`
    package var day: Written = { moment in "\(months[moment.month - 1]) \(moment.day), \(moment.year)" }

    /// `8:45 pm`
    package var hour: Written = { moment in
        let (hour, half) = twelve(moment)
        return "\(hour):\(moment.minute.digits(2)) \(half)"
    }

    private static func twelve(_ moment: HouseTime.Moment) -> (hour: Int, half: String) {
        (moment.hour % 12 == 0 ? 12 : moment.hour % 12, moment.hour < 12 ? "am" : "pm")
    }

    private static func clock(_ moment: HouseTime.Moment) -> String {
        let (hour, half) = twelve(moment)
        return "\(hour):\(moment.minute.digits(2))\(half) \(moment.zone)"
    }
}
