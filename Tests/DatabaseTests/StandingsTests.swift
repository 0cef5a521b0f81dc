import Testing

@testable import Database

@Suite("Which replica may serve a read", .timeLimit(.minutes(5)))
struct StandingsTests {
    private static func report(
        _ place: Int64, timeline: Int64 = 1, server: Int64 = 7, home: Int64 = 1
    ) -> ReplicaReport {
        ReplicaReport(server: server, home: home, position: LogPosition(timeline: timeline, place: place))
    }

    private static func standings(
        requiring places: [Int64], timeline: Int64 = 1, _ reports: ReplicaReport?...
    ) -> Standings {
        var standings = Standings(replicas: reports.count)
        for place in places { _ = standings.require(LogPosition(timeline: timeline, place: place)) }
        for (replica, report) in reports.enumerated() { standings.hear(report, from: replica) }
        return standings
    }

    @Test("None, before the program knows how much a read must see")
    func unknown() {
        var standings = Self.standings(requiring: [], Self.report(100))
        #expect(standings.next() == nil)
    }

    @Test("One that has carried out the log up to there", arguments: [(99, false), (100, true), (101, true)])
    func farEnough(place: Int64, isFarEnough: Bool) {
        var standings = Self.standings(requiring: [100], Self.report(place))
        #expect((standings.next() != nil) == isFarEnough)
    }

    @Test("What is required never goes back, in whatever order it is learned")
    func neverBack() {
        var standings = Self.standings(requiring: [100, 90], Self.report(95))
        #expect(standings.next() == nil)
        #expect(standings.required == LogPosition(timeline: 1, place: 100))
    }

    @Test("Each that may in its turn, and none that is behind or away")
    func turns() {
        var standings = Self.standings(
            requiring: [100], Self.report(100), Self.report(99), nil, Self.report(120))
        #expect((0..<4).map { _ in standings.next() } == [3, 0, 3, 0])
        standings.hear(Self.report(100), from: 1)
        standings.hear(nil, from: 0)
        #expect((0..<4).map { _ in standings.next() } == [1, 3, 1, 3])
    }

    @Test("None of another database, however far that is")
    func strangers() {
        var standings = Self.standings(requiring: [100], Self.report(200, home: 2), Self.report(50))
        standings.home = 1
        #expect(standings.next() == nil)
        #expect(standings.furthest() == 1)
        #expect(standings.isStranger(Self.report(200, home: 2)))
    }

    @Test("While the primary is away, the one that is furthest")
    func furthest() {
        #expect(
            Self.standings(requiring: [100], Self.report(80), nil, Self.report(90), Self.report(85)).furthest() == 2)
        #expect(Self.standings(requiring: [], nil, Self.report(90)).furthest() == 1)
        #expect(Self.standings(requiring: [100], Self.report(99), Self.report(20, timeline: 2)).furthest() == 1)
        #expect(Self.standings(requiring: [100], nil).furthest() == nil)
    }

    @Test("After a failover only one that goes along the new timeline, wherever the others are")
    func timelines() {
        var standings = Self.standings(requiring: [100], Self.report(200), Self.report(100))
        let isNew = standings.require(LogPosition(timeline: 2, place: 90))
        #expect(isNew)
        #expect(standings.next() == nil)
        standings.hear(Self.report(95, timeline: 2), from: 1)
        #expect((0..<2).map { _ in standings.next() } == [1, 1])
        let isNewAgain = standings.require(LogPosition(timeline: 2, place: 96))
        #expect(!isNewAgain)
        #expect(standings.next() == nil)
    }

    @Test("What was learned late of the old timeline requires nothing of the new one")
    func late() {
        var standings = Self.standings(requiring: [90], timeline: 2, Self.report(90, timeline: 2))
        _ = standings.require(LogPosition(timeline: 1, place: 500))
        #expect(standings.next() == 0)
    }

    @Test("One that is ahead on a timeline that the program does not know yet waits for it")
    func ahead() {
        var standings = Self.standings(requiring: [100], Self.report(300, timeline: 2))
        #expect(standings.next() == nil)
    }

    @Test("A read that must see more than others has fewer to choose from, and none is waited for")
    func beyond() {
        var standings = Self.standings(requiring: [100], Self.report(100), Self.report(110))
        #expect((0..<2).map { _ in standings.next(beyond: LogPosition(timeline: 1, place: 105)) } == [1, 1])
        #expect(standings.next(beyond: LogPosition(timeline: 1, place: 111)) == nil)
        #expect(standings.next(beyond: LogPosition(timeline: 1, place: 1)) == 0, "and never less than others")
    }

    @Test("What somebody has seen of a timeline that is over, a new one need not reach")
    func beyondTimeline() {
        var standings = Self.standings(requiring: [90], timeline: 2, Self.report(95, timeline: 2))
        #expect(standings.next(beyond: LogPosition(timeline: 1, place: 500)) == 0)
        #expect(standings.next(beyond: LogPosition(timeline: 3, place: 1)) == nil)
    }

    @Test("A position is text and back", arguments: ["1-0", "2-9223372036854775807"])
    func text(_ text: String) { #expect(LogPosition(text)?.text == text) }

    @Test("What is none is none", arguments: ["", "-", "1", "1-", "-1", "a-b", "1-9223372036854775808", "1-1-1"])
    func noPosition(_ text: String) { #expect(LogPosition(text) == nil) }

    @Test("A new connection must lead to the server that has reported, as far as that was")
    func admission() {
        let standings = Self.standings(requiring: [100], Self.report(110), nil)
        #expect(standings.admits(Self.report(110), from: 0))
        #expect(!standings.admits(Self.report(109), from: 0), "started again, and not yet where it was")
        #expect(!standings.admits(Self.report(120, timeline: 2), from: 0))
        #expect(!standings.admits(Self.report(110, server: 8), from: 0), "another one behind the same name")
        #expect(!standings.admits(Self.report(110), from: 1))
    }
}
