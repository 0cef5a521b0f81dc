import Foundation
import Testing

@testable import Pages

@Suite("Times that people type", .timeLimit(.minutes(1)))
struct LocalTimeTests {
    private func moments(_ text: String, in zone: String = "Europe/Berlin") throws -> [String]? {
        HouseTime(zone: try #require(TimeZone(identifier: zone))).dates(local: text)?.map(HouseTime.machineReadable)
    }

    @Test("A time of the newspaper's clock is one moment")
    func plain() throws {
        #expect(try moments("2026-11-30T08:00") == ["2026-11-30T07:00:00Z"])
        #expect(try moments("2026-07-01 08:00:30") == ["2026-07-01T06:00:00Z"])
        #expect(try moments("2028-02-29T23:59", in: "Pacific/Kiritimati") == ["2028-02-29T09:59:00Z"])
        #expect(try moments("2027-01-01T00:30", in: "America/Los_Angeles") == ["2027-01-01T08:30:00Z"])
    }

    @Test("When clocks go forward, an hour is skipped")
    func skipped() throws {
        #expect(try moments("2027-03-28T01:59") == ["2027-03-28T00:59:00Z"])
        #expect(try moments("2027-03-28T02:00") == [])
        #expect(try moments("2027-03-28T02:59") == [])
        #expect(try moments("2027-03-28T03:00") == ["2027-03-28T01:00:00Z"])
        #expect(try moments("2027-10-03T02:15", in: "Australia/Lord_Howe") == [])
    }

    @Test("When clocks go back, an hour comes twice")
    func twice() throws {
        #expect(try moments("2027-10-31T01:59") == ["2027-10-30T23:59:00Z"])
        #expect(try moments("2027-10-31T02:30") == ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"])
        #expect(try moments("2027-10-31T03:00") == ["2027-10-31T02:00:00Z"])
        #expect(
            try moments("2027-04-04T01:45", in: "Australia/Lord_Howe")
                == ["2027-04-03T14:45:00Z", "2027-04-03T15:15:00Z"])
    }

    @Test(
        "Anything else is no time",
        arguments: [
            "", "tomorrow", "2027-02-29T08:00", "2027-13-01T08:00", "2027-00-10T08:00", "2027-04-31T08:00",
            "2027-01-01T24:00", "2027-01-01T08:60", "1970-01-01T08:00", "9999-01-01T08:00", "2027-1-1T8:00",
            "2027-01-01", "2027-01-01T08:00Z", "٢٠٢٧-٠١-٠١T٠٨:٠٠",
        ])
    func others(_ text: String) throws { #expect(try moments(text) == nil) }
}
