package import Foundation
import Synchronization

/// Time in the newspaper's time zone. Dates are computed arithmetically, and the zone is consulted only once
/// per calendar year. The offsets and abbreviations come from the system's time zone database. If a zone has
/// no file there, Foundation supplies the offset.
package final class HouseTime: Sendable {
    /// A moment as the newsroom's clock and calendar show it.
    package struct Moment: Sendable, Hashable {
        package let year: Int
        /// 1 is January.
        package let month: Int
        package let day: Int
        /// 0 is Sunday.
        package let weekday: Int
        package let hour: Int
        package let minute: Int
        package let second: Int
        /// The abbreviation of the zone, such as `EST`.
        package let zone: String
    }

    private struct Span {
        let end: Int
        let offset: Int
        let zone: String
    }

    /// The maximum number of years in the cache. A newsroom needs few years, and hostile dates cannot make
    /// the cache grow.
    private static let yearsKept = 64

    private let zone: TimeZone
    private let file: ZoneFile?
    private let spansByYear = Mutex<[Int: [Span]]>([:])

    package init(zone: TimeZone) {
        self.zone = zone
        file = ZoneFile(zone: zone)
    }

    package func moment(_ date: Date) -> Moment {
        let seconds = Self.seconds(date)
        let span = spans(around: seconds).first { seconds < $0.end } ?? Span(end: .max, offset: 0, zone: "UTC")
        return Self.moment(seconds + span.offset, zone: span.zone)
    }

    private func spans(around seconds: Int) -> [Span] {
        let year = CivilDate(secondsSince1970: seconds).year
        return spansByYear.withLock { known in
            if let spans = known[year] { return spans }
            if known.count >= Self.yearsKept { known.removeAll() }
            let spans = self.spans(of: year)
            known[year] = spans
            return spans
        }
    }

    /// The moments at which the newspaper's clocks show a time that somebody typed: `2026-11-30T08:00`, also with a
    /// space instead of the `T` and with seconds. Empty if clocks skip it, two if they show it twice; `nil` if the
    /// text is not a time in the years 1971 to 9998.
    package func dates(local text: String) -> [Date]? {
        guard
            let found = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?/)?.output,
            let year = Int(found.1), let month = Int(found.2), let day = Int(found.3), let hour = Int(found.4),
            let minute = Int(found.5), (1_971...9_998).contains(year), hour < 24, minute < 60,
            let days = CivilDate.daysSince1970(year: year, month: month, day: day)
        else { return nil }
        let shown = days * 86_400 + hour * 3_600 + minute * 60
        // No offset is larger than a day, so the right moment is among those of the offsets of these days.
        let offsets = Set([-1, 0, 1].map { offset(at: shown + $0 * 86_400) })
        return offsets.map { shown - $0 }.filter { $0 + offset(at: $0) == shown }.sorted()
            .map { Date(timeIntervalSince1970: Double($0)) }
    }

    /// The offset of the newspaper's zone from UTC, in seconds.
    private func offset(at seconds: Int) -> Int {
        spans(around: seconds).first { seconds < $0.end }?.offset ?? 0
    }

    /// `2013-02-02T23:16:00Z`: RFC 3339, in UTC.
    package static func machineReadable(_ date: Date) -> String {
        let utc = moment(seconds(date), zone: "Z")
        return String(unsafeUninitializedCapacity: 20) { bytes in
            bytes.write(utc.year, digits: 4, at: 0, before: "-")
            bytes.write(utc.month, digits: 2, at: 5, before: "-")
            bytes.write(utc.day, digits: 2, at: 8, before: "T")
            bytes.write(utc.hour, digits: 2, at: 11, before: ":")
            bytes.write(utc.minute, digits: 2, at: 14, before: ":")
            bytes.write(utc.second, digits: 2, at: 17, before: "Z")
            return 20
        }
    }

    private static func moment(_ seconds: Int, zone: String) -> Moment {
        let civil = CivilDate(secondsSince1970: seconds)
        let ofDay = seconds - civil.daysSince1970 * 86_400
        return Moment(
            year: civil.year, month: civil.month, day: civil.day, weekday: civil.weekday, hour: ofDay / 3_600,
            minute: ofDay / 60 % 60, second: ofDay % 60, zone: zone)
    }

    /// Whole seconds since 1970, kept within the years 1 to 9999.
    private static func seconds(_ date: Date) -> Int {
        Int(min(max(date.timeIntervalSince1970.rounded(.down), -62_135_510_400), 253_402_214_400))
    }

    /// The parts of a UTC year between which the zone changes its clock.
    private func spans(of year: Int) -> [Span] {
        let (start, end) = (CivilDate.secondsSince1970(year: year), CivilDate.secondsSince1970(year: year + 1))
        guard let file else { return spansWithoutNames(from: start, to: end) }
        return file.clocks(from: start, to: end).map { end, clock in
            Span(end: end, offset: clock.offset, zone: clock.wireName)
        }
    }

    private func spansWithoutNames(from start: Int, to end: Int) -> [Span] {
        var spans: [Span] = []
        var start = start
        while start < end, spans.count < 8 {
            let date = Date(timeIntervalSince1970: Double(start))
            let change = zone.nextDaylightSavingTimeTransition(after: date).map(Self.seconds) ?? end
            let stop = change > start ? min(change, end) : end
            let offset = zone.secondsFromGMT(for: date)
            spans.append(Span(end: stop, offset: offset, zone: ZoneFile.Clock.name(offset: offset)))
            start = stop
        }
        return spans
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a number with leading zeros, followed by a character.
    fileprivate func write(_ number: Int, digits: Int, at place: Int, before next: Unicode.Scalar) {
        var rest = number
        for index in stride(from: place + digits - 1, through: place, by: -1) {
            initializeElement(at: index, to: UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        initializeElement(at: place + digits, to: UInt8(ascii: next))
    }
}

extension Int {
    /// The number with leading zeros.
    func digits(_ width: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
    }
}
