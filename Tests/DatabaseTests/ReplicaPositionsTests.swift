import Testing

@testable import Database

@Suite("Choosing a replica for a read", .timeLimit(.minutes(5)))
struct ReplicaPositionsTests {
    private static func report(
        _ place: Int64, timeline: Int64 = 1, server: Int64 = 7, home: Int64 = 1
    ) -> ReplicaReport {
        ReplicaReport(server: server, home: home, position: LogPosition(timeline: timeline, place: place))
    }

    private static func positions(
        requiring places: [Int64], timeline: Int64 = 1, _ reports: ReplicaReport?...
    ) -> ReplicaPositions {
        var positions = ReplicaPositions(replicas: reports.count)
        for place in places { _ = positions.require(LogPosition(timeline: timeline, place: place)) }
        for (replica, report) in reports.enumerated() { positions.hear(report, from: replica) }
        return positions
    }

    @Test("No replica serves before the process knows which position a read requires")
    func unknown() {
        var positions = Self.positions(requiring: [], Self.report(100))
        #expect(positions.next() == nil)
    }

    @Test(
        "A replica serves once it has replayed the log up to the required position",
        arguments: [(99, false), (100, true), (101, true)])
    func farEnough(place: Int64, isFarEnough: Bool) {
        var positions = Self.positions(requiring: [100], Self.report(place))
        #expect((positions.next() != nil) == isFarEnough)
    }

    @Test("The required position never decreases, whatever the order of reports")
    func neverBack() {
        var positions = Self.positions(requiring: [100, 90], Self.report(95))
        #expect(positions.next() == nil)
        #expect(positions.required == LogPosition(timeline: 1, place: 100))
    }

    @Test("Eligible replicas take turns, and replicas that are behind or down are left out")
    func turns() {
        var positions = Self.positions(
            requiring: [100], Self.report(100), Self.report(99), nil, Self.report(120))
        #expect((0..<4).map { _ in positions.next() } == [3, 0, 3, 0])
        positions.hear(Self.report(100), from: 1)
        positions.hear(nil, from: 0)
        #expect((0..<4).map { _ in positions.next() } == [1, 3, 1, 3])
    }

    @Test("A replica of another database never serves, however far ahead it is")
    func strangers() {
        var positions = Self.positions(requiring: [100], Self.report(200, home: 2), Self.report(50))
        positions.home = 1
        #expect(positions.next() == nil)
        #expect(positions.furthest() == 1)
        #expect(positions.isStranger(Self.report(200, home: 2)))
    }

    @Test("The most advanced replica serves while the primary is unavailable")
    func furthest() {
        #expect(
            Self.positions(requiring: [100], Self.report(80), nil, Self.report(90), Self.report(85)).furthest() == 2)
        #expect(Self.positions(requiring: [], nil, Self.report(90)).furthest() == 1)
        #expect(Self.positions(requiring: [100], Self.report(99), Self.report(20, timeline: 2)).furthest() == 1)
        #expect(Self.positions(requiring: [100], nil).furthest() == nil)
    }

    @Test("After a failover, only replicas on the new timeline serve")
    func timelines() {
        var positions = Self.positions(requiring: [100], Self.report(200), Self.report(100))
        let isNew = positions.require(LogPosition(timeline: 2, place: 90))
        #expect(isNew)
        #expect(positions.next() == nil)
        positions.hear(Self.report(95, timeline: 2), from: 1)
        #expect((0..<2).map { _ in positions.next() } == [1, 1])
        let isNewAgain = positions.require(LogPosition(timeline: 2, place: 96))
        #expect(!isNewAgain)
        #expect(positions.next() == nil)
    }

    @Test("A late report about the old timeline requires nothing of the new one")
    func late() {
        var positions = Self.positions(requiring: [90], timeline: 2, Self.report(90, timeline: 2))
        _ = positions.require(LogPosition(timeline: 1, place: 500))
        #expect(positions.next() == 0)
    }

    @Test("A replica on a timeline that the process does not know yet does not serve")
    func ahead() {
        var positions = Self.positions(requiring: [100], Self.report(300, timeline: 2))
        #expect(positions.next() == nil)
    }

    @Test("A read that requires a later position has fewer replicas to choose from")
    func beyond() {
        var positions = Self.positions(requiring: [100], Self.report(100), Self.report(110))
        #expect((0..<2).map { _ in positions.next(beyond: LogPosition(timeline: 1, place: 105)) } == [1, 1])
        #expect(positions.next(beyond: LogPosition(timeline: 1, place: 111)) == nil)
        #expect(positions.next(beyond: LogPosition(timeline: 1, place: 1)) == 0, "the common requirement still holds")
    }

    @Test("A position on a finished timeline requires nothing of a new one")
    func beyondTimeline() {
        var positions = Self.positions(requiring: [90], timeline: 2, Self.report(95, timeline: 2))
        #expect(positions.next(beyond: LogPosition(timeline: 1, place: 500)) == 0)
        #expect(positions.next(beyond: LogPosition(timeline: 3, place: 1)) == nil)
    }

    @Test("A position survives conversion to text and back", arguments: ["1-0", "2-9223372036854775807"])
    func text(_ text: String) { #expect(LogPosition(text)?.text == text) }

    @Test(
        "Invalid text is not a position",
        arguments: ["", "-", "1", "1-", "-1", "a-b", "1-9223372036854775808", "1-1-1"])
    func noPosition(_ text: String) { #expect(LogPosition(text) == nil) }

    @Test("A new connection must reach the server that reported, at the reported position or later")
    func admission() {
        let positions = Self.positions(requiring: [100], Self.report(110), nil)
        #expect(positions.admits(Self.report(110), from: 0))
        #expect(!positions.admits(Self.report(109), from: 0), "restarted, and still behind its earlier position")
        #expect(!positions.admits(Self.report(120, timeline: 2), from: 0))
        #expect(!positions.admits(Self.report(110, server: 8), from: 0), "another server with the same name")
        #expect(!positions.admits(Self.report(110), from: 1))
    }
}
