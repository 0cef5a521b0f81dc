import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("The time of the house")
struct HouseTimeTests {
    @Test("A story's time is written as a wire writes it")
    func long() throws {
        let html = try Sample.edition().storyTime(Sample.published).string
        #expect(html == #"<time datetime="2013-02-02T23:16:00Z">Sat Feb 2, 2013 6:16pm EST</time>"#)
    }

    @Test("A comment's time has two digits for the day")
    func short() throws {
        let html = try Sample.edition().commentTime(Date(timeIntervalSince1970: 1_359_806_880)).string
        #expect(html == #"<time datetime="2013-02-02T12:08:00Z">Feb 02, 2013 7:08am EST</time>"#)
    }

    @Test(
        "Each zone has its own abbreviation, in winter and in summer",
        arguments: [
            ("America/New_York", "Feb 2, 2013 6:16pm EST", "Jul 28, 2013 4:26am EDT"),
            ("Europe/London", "Feb 2, 2013 11:16pm GMT", "Jul 28, 2013 9:26am BST"),
            ("Europe/Berlin", "Feb 3, 2013 12:16am CET", "Jul 28, 2013 10:26am CEST"),
            ("Asia/Kolkata", "Feb 3, 2013 4:46am IST", "Jul 28, 2013 1:56pm IST"),
            ("Asia/Tokyo", "Feb 3, 2013 8:16am GMT+9", "Jul 28, 2013 5:26pm GMT+9"),
            ("UTC", "Feb 2, 2013 11:16pm GMT", "Jul 28, 2013 8:26am GMT"),
        ])
    func zones(_ zone: String, _ winter: String, _ summer: String) throws {
        let edition = try Sample.edition(zone: zone)
        #expect(edition.storyTime(Sample.published).string.contains(" \(winter)<"))
        #expect(edition.storyTime(Date(timeIntervalSince1970: 1_375_000_000)).string.contains(" \(summer)<"))
    }

    @Test("The clock changes at the second at which the zone changes it")
    func change() throws {
        let edition = try Sample.edition()
        let change = Date(timeIntervalSince1970: 1_362_898_800)
        #expect(edition.storyTime(change.addingTimeInterval(-1)).string.contains("Sun Mar 10, 2013 1:59am EST"))
        #expect(edition.storyTime(change).string.contains("Sun Mar 10, 2013 3:00am EDT"))
    }

    @Test("Days agree with the calendar, leap years and years before 1970 included")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: -80_000, through: 80_000, by: 97) {
            let civil = CivilDate(secondsSince1970: day * 86_400 + 3_599)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            #expect(civil.year == parts.year && civil.month == parts.month && civil.day == parts.day)
            #expect(civil.weekday + 1 == parts.weekday)
            #expect(CivilDate(secondsSince1970: CivilDate.secondsSince1970(year: civil.year)).day == 1)
        }
    }

    @Test(
        "No date is too far away to be written",
        arguments: [Date.distantPast, .distantFuture, Date(milliseconds: .max)])
    func farDates(_ date: Date) throws {
        #expect(try Sample.edition().storyTime(date).string.hasSuffix("</time>"))
    }
}
