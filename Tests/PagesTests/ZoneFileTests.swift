import Foundation
import Testing

@testable import Pages

@Suite("The system's time zone database", .timeLimit(.minutes(1)))
struct ZoneFileTests {
    private static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")))
    }

    /// The clocks that a rule produces for a year, as `moment offset name`.
    private func clocks(_ rule: String, _ start: Int, _ end: Int) throws -> [String] {
        try #require(ZoneRule(rule)).changes(from: start, to: end).map {
            "\($0.moment) \($0.clock.offset) \($0.clock.abbreviation)"
        }
    }

    @Test(
        "A rule gives the times of clock changes",
        arguments: [
            ("EST5EDT,M3.2.0,M11.1.0", ["1362898800 -14400 EDT", "1383458400 -18000 EST"]),
            ("CET-1CEST,M3.5.0,M10.5.0/3", ["1364691600 7200 CEST", "1382835600 3600 CET"]),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", ["1365264000 36000 AEST", "1380988800 39600 AEDT"]),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", ["1364691600 3600 IST", "1382835600 0 GMT"]),
            ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", ["1364691600 -7200 -02", "1382835600 -10800 -03"]),
            ("IST-2IDT,M3.4.4/26,M10.5.0", ["1364515200 10800 IDT", "1382828400 7200 IST"]),
            ("XXX3YYY,J60,299/2:30:15", ["1362114000 -7200 YYY", "1382848215 -10800 XXX"]), ("JST-9", []),
        ])
    func rules(_ rule: String, _ changes: [String]) throws {
        // In the year 2013.
        #expect(try clocks(rule, 1_356_998_400, 1_388_534_400) == changes)
    }

    @Test("Daylight saving time that never ends is a single clock")
    func endless() throws {
        let rule = try #require(ZoneRule("EST5EDT,0/0,J365/25"))
        for moment in [1_356_998_400, 1_357_016_400, 1_375_000_000, 1_388_552_399, 1_388_552_400] {
            #expect(rule.clock(at: moment).abbreviation == "EDT")
        }
    }

    @Test(
        "Invalid text is not a rule",
        arguments: [
            "", "E5", "EST", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
            "EST5EDT,M3.2.7,M11.1.0", "EST25", "EST5EDT,M3.2.0,M11.1.0,", "<-033", "EST5EDT,J0,J365", "EST5:60",
            "EST5EDT,M3.2.0/168,M11.1.0",
            "EST5EDT,M99999999999999999999.2.0,M11.1.0",
        ])
    func noRules(_ text: String) { #expect(ZoneRule(text) == nil) }

    @Test("A zone without a file has its offset")
    func names() throws {
        let zone = try #require(TimeZone(identifier: "GMT+3"))
        #expect(ZoneFile(zone: zone) == nil)
        #expect(HouseTime(zone: zone).moment(Date(timeIntervalSince1970: 0)).zone == "GMT+3")
    }

    @Test("A truncated or damaged file is read or refused without a crash")
    func damaged() throws {
        let whole = try Self.bytes("America/New_York")
        #expect(ZoneFile(bytes: whole) != nil)
        for length in 0..<whole.count { _ = ZoneFile(bytes: Array(whole.prefix(length))) }
        #expect(ZoneFile(bytes: Array(whole.prefix(200))) == nil)
        for place in 0..<whole.count {
            for byte in [0, 0x7F, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[place] = byte
                _ = ZoneFile(bytes: bytes)?.clocks(from: 1_356_998_400, to: 1_388_534_400)
            }
        }
    }

    @Test(
        "Offsets agree with Foundation in almost every zone, from 1990 to 2030",
        arguments: [1990, 2005, 2013, 2022, 2030])
    func offsets(_ year: Int) throws {
        let start = CivilDate.secondsSince1970(year: year)
        var (others, count) = (0, 0)
        for name in TimeZone.knownTimeZoneIdentifiers {
            guard let zone = TimeZone(identifier: name), let file = ZoneFile(zone: zone) else { continue }
            let spans = file.clocks(from: start, to: start + 365 * 86_400)
            for day in stride(from: 5, to: 365, by: 30) {
                let moment = start + day * 86_400
                let offset = spans.first { moment < $0.end }?.clock.offset
                count += 1
                others += offset == zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))) ? 0 : 1
            }
        }
        // Foundation has its own copy of the database. The two differ in a few zones at most.
        #expect(count > 4_000 && others < count / 50, "\(others) of \(count)")
    }
}
