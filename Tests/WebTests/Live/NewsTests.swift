import Database
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Opening and closing in live updates, over a connection", .serialized, .timeLimit(.minutes(5)))
struct NewsTests {
    private static let story = TestStories.bridgePath

    private typealias Connect = @Sendable () throws -> BareSocket

    private func served<T: Sendable>(
        _ set: (inout Settings) -> Void = { _ in },
        _ body: @escaping @Sendable (TestSite, _ connect: @escaping Connect) async throws -> T
    ) async throws -> T {
        let newspaper = try await TestSite(set: set)
        return try await ServedSite.run(newspaper) { port in
            try await body(newspaper) { try BareSocket(port: port) }
        }
    }

    /// Follows the first story during `acts`. Returns the names of the events, up to a correction with this
    /// version.
    private static func events(
        _ newspaper: TestSite, _ connect: @escaping Connect, _ path: String = Self.story + "/live", fields: String = "",
        version: Int = 3, during acts: () async throws -> Void = {}
    ) async throws -> [String] {
        let before = newspaper.site.listeners.count
        var socket: BareSocket? = try connect()
        socket?.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        try await wait(for: before + 1, in: newspaper)
        try await acts()
        try await newspaper.writeFromElsewhere { tx in
            var story = IncomingStory.test("one", "A bridge opens", version: version)
            story.isCorrection = true
            _ = try tx.publish(story, opening: "It began.")
        }
        let heard = try await onAThread { [socket] in socket?.listen(until: "{\"version\":\(version)}") ?? "" }
        socket = nil
        try await wait(for: before, in: newspaper)
        return heard.matches(of: /event: (\w+)/).map { String($0.output.1) }.dropLast()
    }

    private static func wait(for count: Int, in newspaper: TestSite) async throws {
        try await waitUntil { newspaper.site.listeners.count == count }
    }

    private static func live(on reply: Reply) throws -> String {
        String(try #require(reply.text.firstMatch(of: /data-live="([^"]+)"/)).output.1)
    }

    @Test("A page states the last change of the story or the site, and gets no earlier event")
    func fresh() async throws {
        let (first, again, later) = try await served { newspaper, connect in
            var admin = TestBrowser(newspaper, as: .admin)
            var reader = TestBrowser(newspaper)
            let old = try Self.live(on: await reader.get(Self.story))
            for decision in ["close", "open"] {
                _ = await admin.post("/desk/house/discussion", ["decision": decision])
            }
            var another = TestBrowser(try newspaper.another { $0.pagesMegabytes = 0 })
            let page = await reader.get(Self.story)
            let (same, anew) = (await reader.get(Self.story).bytes, await another.get(Self.story).bytes)
            #expect(same == page.bytes && anew == page.bytes)
            let address = try Self.live(on: page)
            #expect(address != old)
            return (
                try await Self.events(newspaper, connect, address),
                try await Self.events(newspaper, connect, old, version: 4),
                try await Self.events(newspaper, connect, try Self.live(on: await reader.get(Self.story)), version: 5) {
                    _ = await admin.post("/desk/house/discussion", ["decision": "close"])
                }
            )
        }
        #expect(first == [])
        #expect(again == ["closed", "opened", "corrected"])
        #expect(later == ["closed"])
    }

    @Test("A closed story gets no events about the site, even if they were missed")
    func closed() async throws {
        let (heard, missed, other) = try await served { newspaper, connect in
            var admin = TestBrowser(newspaper, as: .admin)
            var reader = TestBrowser(newspaper)
            _ = await admin.post("/desk/stories/1/discussion", ["decision": "close"])
            let address = try Self.live(on: await reader.get(Self.story))
            let ferry = try Self.live(on: await reader.get(TestStories.ferryPath))
            let socket = try connect()
            socket.send("GET \(ferry) HTTP/1.1\r\nHost: a\r\n\r\n")
            try await Self.wait(for: 1, in: newspaper)
            let heard = try await Self.events(newspaper, connect, address) {
                for decision in ["close", "open"] {
                    _ = await admin.post("/desk/house/discussion", ["decision": decision])
                }
            }
            let missed = try await Self.events(newspaper, connect, address, version: 4)
            let other = try await onAThread { socket.listen(until: "event: opened") }
            return (heard, missed, other)
        }
        #expect(heard == [])
        #expect(missed == ["corrected"])
        #expect(other.contains("event: closed"))
    }

    @Test("A story opened while the site is closed gets its event when the site opens")
    func opened() async throws {
        let heard = try await served { newspaper, connect in
            var admin = TestBrowser(newspaper, as: .admin)
            _ = await admin.post("/desk/stories/1/discussion", ["decision": "close"])
            return try await Self.events(newspaper, connect) {
                _ = await admin.post("/desk/house/discussion", ["decision": "close"])
                _ = await admin.post("/desk/stories/1/discussion", ["decision": "open"])
                #expect(await admin.get(Self.story).text.contains("name=\"text\"") == false)
                _ = await admin.post("/desk/house/discussion", ["decision": "open"])
            }
        }
        #expect(heard == ["opened"])
    }

    @Test("A discussion that closes by age gets an event, whichever process notices first")
    func age() async throws {
        let heard = try await served({ $0.closing = ClosingRule(days: 14) }) { newspaper, connect in
            let another = try newspaper.another { $0.closing = ClosingRule(days: 14) }
            #expect(try await newspaper.site.newspaper.performJobs().contains(.recordClosings))
            newspaper.clock.advance(14 * 86_400 - 1)
            #expect(try await another.newspaper.performJobs().contains(.recordClosings) == false)
            return try await Self.events(newspaper, connect) {
                newspaper.clock.advance(1)
                let (first, second) = (
                    try await another.newspaper.performJobs(), try await newspaper.site.newspaper.performJobs()
                )
                #expect(first.contains(.recordClosings) && second.isEmpty)
                await newspaper.site.changes.catchUp()
                #expect(await TestBrowser.read(Self.story, on: newspaper).text.contains("name=\"text\"") == false)
            }
        }
        #expect(heard == ["closed"])
    }

    @Test("A client with an unknown number is told to reload, unless the address has a valid one")
    func nonsense() async throws {
        let cases = [
            ("?after=999999", "", ["reload"]), ("", "999999", ["reload"]), ("", "garbage", ["reload"]),
            ("", "99999999999999999999999999", ["reload"]), ("?after=-1", "", ["reload"]),
            ("?after=1x", "", ["reload"]), ("?after=GOOD", "garbage", []), ("?after=GOOD", "", []),
            ("?after=1", "GOOD", []), ("", "", []),
        ]
        try await served { newspaper, connect in
            for (version, (query, header, expected)) in zip(3..., cases) {
                let latest = "\(try await newspaper.database.read { tx in try tx.latestChange() })"
                let path = Self.story + "/live" + query.replacing("GOOD", with: latest)
                let field = header.isEmpty ? "" : "Last-Event-ID: \(header.replacing("GOOD", with: latest))\r\n"
                let heard = try await Self.events(newspaper, connect, path, fields: field, version: version)
                #expect(heard == expected, "\(query) \(header)")
            }
        }
    }
}

extension TestBrowser {
    /// The page that a new reader gets.
    static func read(_ path: String, on newspaper: TestSite) async -> Reply {
        var reader = TestBrowser(newspaper)
        return await reader.get(path)
    }
}
