import Foundation
import Newsroom
import Testing

@testable import Wire

@Suite("Dates of agencies", .timeLimit(.minutes(1)))
struct TimestampTests {
    private static let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    @Test(
        "A date is read in every form that agencies send",
        arguments: [
            ("2014-07-16T15:53:10.000Z", 1_405_525_990_000), ("2014-07-16T15:53:10+0100", 1_405_522_390_000),
            ("2014-07-16T15:53:10+01", 1_405_522_390_000), ("2014-07-16T15:53:10-05:30", 1_405_545_790_000),
            ("2014-07-16T15:53:10.1234567891Z", 1_405_525_990_123), ("2014-07-16T15:53:10,5Z", 1_405_525_990_500),
            ("2014-07-16T24:00:00Z", 1_405_555_200_000), ("20140716T155310Z", 1_405_525_990_000),
            ("20140716T155310+0100", 1_405_522_390_000), ("2014-07-16T15:53Z", 1_405_525_980_000),
            // Without a zone: Berlin, two hours ahead in summer.
            ("2014-07-16T15:53:10", 1_405_518_790_000), ("2014-07-16 15:53:10", 1_405_518_790_000),
            ("2014-07-16", 1_405_461_600_000),
            ("20140716", 1_405_461_600_000), ("2014-07-16T24:00:00", 1_405_548_000_000),
            // The clock goes from 2:00 to 3:00.
            ("2014-03-30T02:30:00", 1_396_143_000_000),
        ])
    func forms(text: String, milliseconds: Int64) {
        let date = Timestamp.date(text, in: Self.berlin)
        #expect(date.map { Int64(($0.timeIntervalSince1970 * 1_000).rounded()) } == milliseconds)
    }

    @Test(
        "Anything else is not a date",
        arguments: [
            "", "2014", "2014-07", "2014-07-16T", "2014-07-16T15", "2014-07-16T15:53:10+", "2014-07-16T15:53:10+1",
            "2014-07-16T15:53:10+15:00", "2014-07-16T24:00:01Z", "2014-07-16T15:60:00Z", "1899-12-31T00:00:00Z",
            "2014-02-29", "16.07.2014", "2014-07-16T15:53:10 UTC", "２０１４-07-16",
        ])
    func others(text: String) {
        #expect(Timestamp.date(text, in: .gmt) == nil)
    }

    @Test("A date without a zone has the zone of the provider, or else of the site")
    func providers() throws {
        let dates = "<versionCreated>2026-02-03T04:05:06</versionCreated>"
        let zones = ProviderZones(
            site: try #require(TimeZone(identifier: "America/New_York")), providers: ["courier": Self.berlin])
        func created(_ provider: String) -> Date? {
            let document = Documents.story(dates: provider + dates)
            return NewsMLReader(zones: zones).read(Data(document.utf8), named: "a.xml").stories.first?.versionCreated
        }
        let ofBerlin = Timestamp.date("2026-02-03T03:05:06Z", in: .gmt)
        #expect(created("<provider qcode=\"nprov:Courier\"/>") == ofBerlin)
        #expect(created("<provider><name>Courier</name></provider>") == ofBerlin)
        let ofNewYork = Timestamp.date("2026-02-03T09:05:06Z", in: .gmt)
        #expect(created("<provider qcode=\"nprov:Other\"/>") == ofNewYork)
        #expect(created("") == ofNewYork)
    }
}
