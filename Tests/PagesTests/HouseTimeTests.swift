import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("The newspaper's local time", .timeLimit(.minutes(1)))
struct HouseTimeTests {
    @Test("A story's time has the form that agencies use")
    func long() throws {
        let html = try Sample.context().storyTime(Sample.published).string
        #expect(html == #"<time datetime="2013-02-02T23:16:00Z">Sat Feb 2, 2013 6:16pm EST</time>"#)
    }

    @Test("A comment's time has a two-digit day")
    func short() throws {
        let html = try Sample.context().commentTime(Date(timeIntervalSince1970: 1_359_806_880)).string
        #expect(html == #"<time datetime="2013-02-02T12:08:00Z">Feb 02, 2013 7:08am EST</time>"#)
    }

    @Test(
        "Each zone has its abbreviation, in winter and in summer",
        arguments: [
            ("America/New_York", "Feb 2, 2013 6:16pm EST", "Jul 28, 2013 4:26am EDT"),
            ("Europe/London", "Feb 2, 2013 11:16pm GMT", "Jul 28, 2013 9:26am BST"),
            ("Europe/Berlin", "Feb 3, 2013 12:16am CET", "Jul 28, 2013 10:26am CEST"),
            ("Asia/Kolkata", "Feb 3, 2013 4:46am IST", "Jul 28, 2013 1:56pm IST"),
            ("Asia/Tokyo", "Feb 3, 2013 8:16am JST", "Jul 28, 2013 5:26pm JST"),
            ("Asia/Shanghai", "Feb 3, 2013 7:16am GMT+8", "Jul 28, 2013 4:26pm GMT+8"),
            ("Asia/Dubai", "Feb 3, 2013 3:16am GMT+4", "Jul 28, 2013 12:26pm GMT+4"),
            ("Asia/Kathmandu", "Feb 3, 2013 5:01am GMT+5:45", "Jul 28, 2013 2:11pm GMT+5:45"),
            ("Australia/Sydney", "Feb 3, 2013 10:16am AEDT", "Jul 28, 2013 6:26pm AEST"),
            ("GMT+3", "Feb 3, 2013 2:16am GMT+3", "Jul 28, 2013 11:26am GMT+3"),
            ("Etc/UTC", "Feb 2, 2013 11:16pm UTC", "Jul 28, 2013 8:26am UTC"),
            ("UTC", "Feb 2, 2013 11:16pm GMT", "Jul 28, 2013 8:26am GMT"),
        ])
    func zones(_ zone: String, _ winter: String, _ summer: String) throws {
        let context = try Sample.context(zone: zone)
        #expect(context.storyTime(Sample.published).string.contains(" \(winter)<"))
        #expect(context.storyTime(Date(timeIntervalSince1970: 1_375_000_000)).string.contains(" \(summer)<"))
    }

    @Test(
        "A past time has the zone's name and offset of that time",
        arguments: [
            ("America/Cancun", 1_413_000_000, "Fri Oct 10, 2014 11:00pm CDT"),
            ("America/Cancun", 1_423_000_000, "Tue Feb 3, 2015 4:46pm EST"),
            ("Europe/Istanbul", 1_435_000_000, "Mon Jun 22, 2015 10:06pm EEST"),
            ("Europe/Istanbul", 1_421_000_000, "Sun Jan 11, 2015 8:13pm EET"),
            ("Europe/Istanbul", 1_550_000_000, "Tue Feb 12, 2019 10:33pm GMT+3"),
            ("Europe/Moscow", 1_340_000_000, "Mon Jun 18, 2012 10:13am MSK"),
            ("Europe/Moscow", 1_278_000_000, "Thu Jul 1, 2010 8:00pm MSD"),
            ("Europe/Moscow", 1_435_000_000, "Mon Jun 22, 2015 10:06pm MSK"),
            ("Europe/Minsk", 1_278_000_000, "Thu Jul 1, 2010 7:00pm EEST"),
            ("Europe/Minsk", 1_435_000_000, "Mon Jun 22, 2015 10:06pm GMT+3"),
            ("America/Caracas", 1_435_000_000, "Mon Jun 22, 2015 2:36pm GMT-4:30"),
            ("Asia/Pyongyang", 1_480_000_000, "Thu Nov 24, 2016 11:36pm KST"),
            ("Africa/Casablanca", 1_435_000_000, "Mon Jun 22, 2015 7:06pm GMT"),
            ("America/Sao_Paulo", 1_421_000_000, "Sun Jan 11, 2015 4:13pm GMT-2"),
            ("Pacific/Apia", 1_325_200_000, "Thu Dec 29, 2011 1:06pm GMT-10"),
            ("Pacific/Apia", 1_325_300_000, "Sat Dec 31, 2011 4:53pm GMT+14"),
            ("Europe/Lisbon", 1_421_000_000, "Sun Jan 11, 2015 6:13pm WET"),
            ("Europe/Dublin", 1_435_000_000, "Mon Jun 22, 2015 8:06pm GMT+1"),
            ("Asia/Jerusalem", 1_421_000_000, "Sun Jan 11, 2015 8:13pm GMT+2"),
            ("America/Havana", 1_435_000_000, "Mon Jun 22, 2015 3:06pm GMT-4"),
            ("America/New_York", 2_600_000_000, "Wed May 22, 2052 10:13am EDT"),
            ("America/New_York", 3_000_000_000, "Sat Jan 24, 2065 12:20am EST"),
        ])
    func then(_ zone: String, _ moment: Double, _ written: String) throws {
        let context = try Sample.context(zone: zone)
        #expect(context.storyTime(Date(timeIntervalSince1970: moment)).string.contains(">\(written)<"))
    }

    @Test("The clock changes at the exact second of the zone's rule")
    func change() throws {
        let context = try Sample.context()
        let change = Date(timeIntervalSince1970: 1_362_898_800)
        #expect(context.storyTime(change.addingTimeInterval(-1)).string.contains("Sun Mar 10, 2013 1:59am EST"))
        #expect(context.storyTime(change).string.contains("Sun Mar 10, 2013 3:00am EDT"))
    }

    @Test("Dates agree with the calendar, including leap years and years before 1970")
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
        "Any date can be written, however far away",
        arguments: [Date.distantPast, .distantFuture, Date(milliseconds: .max)])
    func farDates(_ date: Date) throws {
        #expect(try Sample.context().storyTime(date).string.hasSuffix("</time>"))
    }
}
