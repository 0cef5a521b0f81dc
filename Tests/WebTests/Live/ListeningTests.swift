import Database
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Live updates of a story, over a connection", .timeLimit(.minutes(5)))
struct ListeningTests {
    private static let story = TestStories.bridgePath

    /// Serves a newspaper and passes it to the body, with a function that opens connections.
    private func served<T: Sendable>(
        _ set: (inout Settings) -> Void = { _ in },
        _ body: @escaping @Sendable (TestSite, _ connect: @escaping @Sendable () throws -> BareSocket) async throws -> T
    ) async throws -> T {
        let newspaper = try await TestSite { settings in
            settings.commentsPerMinute = 0
            settings.requestSeconds = 600
            set(&settings)
        }
        return try await ServedSite.run(newspaper) { port in
            try await body(newspaper) { try BareSocket(port: port) }
        }
    }

    private static func request(_ path: String = Self.story + "/live", _ fields: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    /// Waits until `count` clients follow stories.
    private static func wait(for count: Int, in newspaper: TestSite) async throws {
        try await waitUntil { newspaper.site.listeners.count == count }
    }

    @Test("A new comment is sent to clients with its number and the count")
    func comment() async throws {
        let heard = try await served { newspaper, connect in
            let socket = try connect()
            socket.send(Self.request())
            try await Self.wait(for: 1, in: newspaper)
            var writer = TestBrowser(newspaper)
            _ = await writer.comment("A word.")
            return try await onAThread { socket.listen(until: "\"count\":1}") }
        }
        #expect(heard.hasPrefix("HTTP/1.1 200 OK\r\n") && heard.contains("text/event-stream"))
        #expect(heard.lowercased().contains("cache-control: no-store"))
        #expect(heard.contains("event: published\ndata: {\"comment\":1,\"parent\":null,\"thread\":1}\n\n"))
    }

    @Test("A client that follows a story may be silent longer than others")
    func silent() async throws {
        let heard = try await served({ $0.requestSeconds = 1 }) { newspaper, connect in
            let socket = try connect()
            socket.send(Self.request())
            try await Self.wait(for: 1, in: newspaper)
            let others = try await onAThread {
                let other = try connect()
                other.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                return other.listen()
            }
            #expect(others.isClosed)
            var writer = TestBrowser(newspaper)
            _ = await writer.comment("A word.")
            return try await onAThread { socket.listen(until: "\"count\":1}") }
        }
        #expect(heard.contains("event: published"))
    }

    @Test("A client gets missed changes by header or by address, or is told to reload")
    func missed() async throws {
        let (byHeader, byAddress, lost) = try await served { newspaper, connect in
            var writer = TestBrowser(newspaper)
            _ = await writer.comment("One.")
            let known = try await newspaper.database.read { tx in try tx.latestChange() }
            _ = await writer.comment("Two.")
            return try await onAThread {
                let one = try connect()
                one.send(Self.request("\(Self.story)/live?after=1", "Last-Event-ID: \(known)\r\n"))
                let byHeader = one.listen(until: "\"count\":2}")
                let other = try connect()
                other.send(Self.request("\(Self.story)/live?after=\(known)"))
                let byAddress = other.listen(until: "\"count\":2}")
                let third = try connect()
                third.send(Self.request("\(Self.story)/live?after=-1"))
                return (byHeader, byAddress, third.listen(until: "reload"))
            }
        }
        for heard in [byHeader, byAddress] {
            #expect(heard.contains("data: {\"comment\":2,") && !heard.contains("data: {\"comment\":1,"))
        }
        #expect(lost.contains("event: reload"))
    }

    @Test("Clients over the limit get a page, and a seat is free once its connection ends")
    func seats() async throws {
        let (refused, again) = try await served({ $0.listenerLimits = ListenerLimits(perSource: 1, all: 9) }) {
            newspaper, connect in
            var first: BareSocket? = try connect()
            first?.send(Self.request())
            try await Self.wait(for: 1, in: newspaper)
            let refused = try await onAThread {
                let second = try connect()
                second.send(Self.request())
                return second.listen(until: "</html>")
            }
            first = nil
            try await Self.wait(for: 0, in: newspaper)
            let third = try connect()
            for _ in 1...1_000 {
                third.send(Self.request())
                let heard = try await onAThread { third.listen(until: "\n\n") }
                if !heard.hasPrefix("HTTP/1.1 429") { return (refused, heard) }
            }
            return (refused, "")
        }
        #expect(refused.hasPrefix("HTTP/1.1 429") && refused.lowercased().contains("retry-after: 30"))
        #expect(again.contains("text/event-stream"))
    }

    @Test("A client that does not read is disconnected, and others receive everything")
    func slow() async throws {
        let newspaper = try await TestSite { $0.requestSeconds = 600 }
        try await ServedSite.run(newspaper) { port in
            let slow = try BareSocket(port: port, receiveBuffer: 4_096)
            let brisk = try BareSocket(port: port)
            for socket in [slow, brisk] { socket.send(Self.request()) }
            try await Self.wait(for: 2, in: newspaper)
            var told: Int64 = 1_000_000
            for _ in 1...1_000 where newspaper.site.listeners.count == 2 {
                let changes = (told + 1...told + 100).map { number in
                    let place = Change.Place(comment: Comment.ID(number), parent: nil, thread: Comment.ID(number))
                    return Change(number: number, kind: .commentPublished, story: Story.ID(1), place: place)
                }
                newspaper.site.listeners.tell(changes)
                told += 100
                let last = "{\"comment\":\(told),"
                let heard = try await onAThread { brisk.listen(until: last) }
                #expect(heard.matches(of: /{"comment":/).count == 100)
            }
            #expect(newspaper.site.listeners.count == 1)
            withExtendedLifetime(slow) {}
        }
    }

    @Test("The live updates of an unknown story get 404, and those of a withdrawn one 410")
    func absent() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        #expect(await reader.get("/stories/99/x/live").status == 404)
        #expect(await reader.get("/stories/1/wrong/live").location == "/stories/1/a-bridge-opens/live")
        try await TestStories.withdraw("three", in: newspaper)
        #expect(await reader.get(TestStories.kettlePath + "/live").status == 410)
    }

    @Test("A server that stops ends its live connections")
    func stop() async throws {
        let socket = try await served { newspaper, connect in
            let socket = try connect()
            socket.send(Self.request())
            try await Self.wait(for: 1, in: newspaper)
            return socket
        }
        #expect(try await onAThread { socket.listen().isClosed })
    }
}
