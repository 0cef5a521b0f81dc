import Foundation
import Newsroom
import PageCache
import TestSupport
import Testing

@testable import Web

@Suite("Long pages are sent from files", .timeLimit(.minutes(5)))
struct PageFileTests {
    private static let story = TestStories.bridgePath
    private static let get = "GET \(story) HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let head = "HEAD \(story) HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    /// Serves a newspaper with a story whose long page is in a file.
    private func served<T: Sendable>(_ body: @escaping @Sendable (_ port: Int) throws -> T) async throws -> T {
        let newspaper = try await TestSite {
            $0.requestSeconds = 600
            $0.commentsPerMinute = 0
            $0.commentsPerHour = 0
        }
        var writer = TestBrowser(newspaper)
        for number in 1...20 { _ = await writer.comment("\(number) " + String(repeating: "words ", count: 800)) }
        return try await ServedSite.run(newspaper) { port in
            try await waitUntil {
                _ = try await onAThread { try Self.answers(to: Self.get + Self.last, port) }
                return newspaper.site.store.peek(Self.story)?.identity.file != nil
            }
            return try await onAThread { try body(port) }
        }
    }

    /// The responses to all requests on one connection, without their dates. The client begins to read once
    /// everything is sent.
    private static func answers(to text: String, _ port: Int, finishing: Bool = false) throws -> String {
        let socket = try BareSocket(port: port, receiveBuffer: 4_096)
        socket.send(text)
        if finishing { socket.finish() }
        return socket.listen().text.withoutDates
    }

    @Test(
        "A slow client gets every response complete and in order, even after closing its sending side"
    )
    func sent() async throws {
        let (first, all, finished) = try await served { port in
            (
                try Self.answers(to: Self.get + Self.last, port),
                try Self.answers(to: String(repeating: Self.get + Self.head, count: 60) + Self.last, port),
                try Self.answers(to: String(repeating: Self.get, count: 60) + Self.last, port, finishing: true)
            )
        }
        let health = first.suffix(from: try #require(first.range(of: "</html>\n", options: .backwards)).upperBound)
        let page = first.dropLast(health.count)
        let onlyHead = page.prefix(upTo: try #require(page.range(of: "\r\n\r\n")).upperBound)
        #expect(page.utf8.count > MemoryFiles.shortest)
        let isWhole = all == String(repeating: String(page + onlyHead), count: 60) + health
        let isWholeAtTheEnd = finished == String(repeating: String(page), count: 60) + health
        #expect(isWhole && isWholeAtTheEnd)
    }

    @Test("A request after a long page gets its response, whatever came before the page")
    func behind() async throws {
        let text = try await served { port in
            let site = "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
            return try Self.answers(to: site + Self.get + Self.get + Self.last, port)
        }
        #expect(text.components(separatedBy: "HTTP/1.1 ").count == 5 && text.hasSuffix("alive\n"))
    }
}
