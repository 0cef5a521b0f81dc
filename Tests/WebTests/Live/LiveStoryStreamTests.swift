import Database
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Live stories, over a connection", .timeLimit(.minutes(5)))
struct LiveStoryStreamTests {
    @Test("Listeners of a story learn of entries and of the coverage, and a late one of what it missed")
    func events() async throws {
        let newspaper = try await TestSite { $0.requestSeconds = 600 }
        let (heard, late) = try await ServedSite.run(newspaper) { port in
            let socket = try BareSocket(port: port)
            let request = "GET \(TestStories.bridgePath)/live HTTP/1.1\r\nHost: a\r\n"
            socket.send("\(request)\r\n")
            try await waitUntil { newspaper.site.listeners.count == 1 }
            let known = try await newspaper.database.read { tx in try tx.latestChange() }
            var editor = TestBrowser(newspaper, as: .editor)
            let desk = "/desk/stories/1/live"
            _ = await editor.post("/desk/stories/1/coverage", ["act": "begin"])
            _ = await editor.post(desk, ["text": "One.", "token": "a"])
            _ = await editor.post("\(desk)/1", ["text": "Two.", "revision": "0"])
            _ = await editor.post("\(desk)/1/remove", [:])
            let heard = try await onAThread { socket.listen(until: "event: entry-removed\ndata: {\"entry\":1}\n\n") }
            let other = try BareSocket(port: port)
            other.send("\(request)Last-Event-ID: \(known)\r\n\r\n")
            return (heard, try await onAThread { other.listen(until: "entry-removed") })
        }
        let events = [
            "event: coverage\ndata: {}", "event: entry\ndata: {\"entry\":1}",
            "event: entry-edited\ndata: {\"entry\":1}",
        ]
        for event in events {
            #expect(heard.contains(event), "\(event)")
            #expect(late.contains(event), "\(event)")
        }
    }
}
