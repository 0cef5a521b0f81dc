package import Foundation

/// The limits for the use of a picture, as they were understood from the words of its source.
package struct PictureTerms: Sendable, Hashable {
    /// Whether one story may show the picture, and no second one.
    package var isSingleUse: Bool
    /// When readers may no longer see the picture; `nil` if the terms set no end.
    package var endsAt: Date?

    package init(isSingleUse: Bool = false, endsAt: Date? = nil) {
        self.isSingleUse = isSingleUse
        self.endsAt = endsAt
    }
}

extension PictureTerms {
    /// How long a picture that must not be archived counts as news, in seconds.
    private static let newsLasts: TimeInterval = 30 * 86_400
    /// How long a picture stays that arrives after the end of its terms, in seconds. An editor may have new ones.
    private static let lateArrivalStays: TimeInterval = 86_400

    /// A date that a field states by itself, as words that the reading below understands: `Valid until
    /// 2026-12-31T18:30Z.`
    package static func words(forEnd date: Date) -> String {
        let end = date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false))
        return "Valid until \(end.dropLast(3))Z."
    }

    /// Reads the terms that a picture arrived with at `time`: that it must not be archived, that it may be used
    /// once, and the time until which it may be used: to the end of that day in UTC, or to the minute if the text has
    /// one. Of several ends, the earliest counts; one that has passed leaves a day. An editor confirms or corrects the result, because no program understands all terms.
    package init(understoodFrom text: String?, arrivedAt time: Date) {
        let text = text?.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        let noArchive = text.contains(
            /\b(?:no|not for|not to be|non)[ -]archiv|\bnoarchiv|\bkeine archivierung|\barchivierung (?:untersagt|nicht)/
        )
        isSingleUse = text.contains(
            /\b(?:single|one)[ -](?:time[ -])?(?:use|usage|publication)\b|\buse once\b|\bonce only\b|\beinmalig/)
        let ends = [
            noArchive ? time.addingTimeInterval(Self.newsLasts) : nil, Self.lastMoment(in: text),
            Self.span(in: text).map(time.addingTimeInterval),
        ].compactMap(\.self)
        endsAt = ends.min().map { max($0, time.addingTimeInterval(Self.lateArrivalStays)) }
    }

    /// The seconds of a span such as "for 24 hours" or "7 days use only".
    private static func span(in text: String) -> TimeInterval? {
        let words = /\bfor (\d{1,3})[- ](hour|day|week)s?\b|\b(\d{1,3})[- ](hour|day|week)s?[- ](?:use|usage|only)/
        let spans = text.matches(of: words).compactMap { found -> TimeInterval? in
            guard let count = (found.output.1 ?? found.output.3).flatMap({ Double($0) }) else { return nil }
            return count * (Self.seconds[String(found.output.2 ?? found.output.4 ?? "")] ?? 0)
        }
        return spans.min()
    }

    private static let seconds: [String: TimeInterval] = ["hour": 3_600, "day": 86_400, "week": 604_800]

    /// The end that follows a word such as "until": `2026-12-31T18:30Z`, or the end of the day `2026-12-31`,
    /// `31 December 2026`, `December 31, 2026` or `31.12.2026`.
    private static func lastMoment(in text: String) -> Date? {
        let words =
            /\b(?:until|till|through|expires|expiry|expiration|valid to|not after|use after|use by|bis(?: zum)?)\b(?: date)?[: ]*(?:on )?/
        return text.ranges(of: words).compactMap { range in
            let rest = text[range.upperBound...]
            return minute(at: rest) ?? day(at: rest).map { $0.addingTimeInterval(86_400) }
        }.min()
    }

    /// A minute in UTC, such as `2026-12-31T18:30Z`.
    private static func minute(at text: Substring) -> Date? {
        guard let found = text.prefixMatch(of: /(\d{4}-\d\d-\d\d)[t ](\d\d):(\d\d) ?(?:z|utc)\b/)?.output,
            let day = day(at: found.1), let hour = Double(found.2), let minute = Double(found.3), hour < 24, minute < 60
        else { return nil }
        return day.addingTimeInterval(hour * 3_600 + minute * 60)
    }

    private static func day(at text: Substring) -> Date? {
        if let found = text.prefixMatch(of: /(\d{4})-(\d\d?)-(\d\d?)/)?.output {
            return date(found.1, month: Int(found.2), found.3)
        }
        if let found = text.prefixMatch(of: /(\d\d?)\.(\d\d?)\.(\d{4})/)?.output {
            return date(found.3, month: Int(found.2), found.1)
        }
        // The day or the month may come first. The earlier date exceeds no terms.
        if let found = text.prefixMatch(of: /(\d\d?)\/(\d\d?)\/(\d{4})/)?.output {
            return [
                date(found.3, month: Int(found.2), found.1), date(found.3, month: Int(found.1), found.2),
            ].compactMap(\.self).min()
        }
        if let found = text.prefixMatch(of: /(\d\d?)(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})/)?.output {
            return date(found.3, month: month(found.2), found.1)
        }
        if let found = text.prefixMatch(of: /([a-z]{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})/)?.output {
            return date(found.3, month: month(found.1), found.2)
        }
        return nil
    }

    private static func month(_ name: Substring) -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: String(name.prefix(3))).map { $0 + 1 }
    }

    private static func date(_ year: Substring, month: Int?, _ day: Substring) -> Date? {
        guard let year = Int(year), let month, let day = Int(day), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(year: year, month: month, day: day)
        return calendar.date(from: parts).flatMap { calendar.component(.day, from: $0) == day ? $0 : nil }
    }
}
