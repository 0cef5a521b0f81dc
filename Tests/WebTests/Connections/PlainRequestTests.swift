import Foundation
import Newsroom
import PageCache
import Testing

@testable import Web

@Suite("Plain requests are parsed directly, and all others by NIO", .timeLimit(.minutes(5)))
struct PlainRequestTests {
    private static let story = TestStories.bridgePath

    /// Makes NIO parse all further bytes of the connection, because the request declares the length of a
    /// body.
    private static let toParser = "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"

    static let asked: [String] =
        [
            "", "Connection: keep-alive\r\n", "Connection: close\r\n", "Accept-Encoding: br\r\n",
            "If-None-Match: *\r\n",
            "Cookie: a=b\r\n", "Cookie: writer=a.b\r\n", "Range: bytes=0-9\r\n", "X: é\r\n", "Expect: 100-continue\r\n",
            "Proxy-Connection: close\r\n", "Host: a\r\n", "Content-Length: 3\r\n", "X : y\r\n", "X: y\r\n z\r\n",
            "Upgrade: h2c\r\nConnection: upgrade\r\n",
        ].flatMap { fields in
            ["GET \(story)", "HEAD \(story)", "GET \(story)?a=b", "GET /nothing", "GET \(story)#a", "GET /%2e/"].map {
                "\($0) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
            }
        } + ["GET \(story) HTTP/1.1\r\nHost: a \r\n\r\n", "GET \(story) HTTP/1.1\r\nHost: \ta\r\n\r\n"]

    @Test(
        "A cached page gets the same response, byte by byte, from either parser")
    func alike() async throws {
        let newspaper = try await TestSite { $0.requestSeconds = 600 }
        var reader = TestBrowser(newspaper)
        _ = await reader.get(Self.story)
        // Compresses the page in advance. Otherwise the response to clients that accept `br` would change
        // during the test.
        let store = newspaper.site.store
        let page = try #require(store.peek(Self.story))
        store.replace(page, by: page.compressed(), as: Self.story)
        let answers = try await ServedSite.run(newspaper) { port in
            try await onAThread {
                try Self.asked.map { request in
                    try ["", Self.toParser].map { before in
                        let socket = try BareSocket(port: port)
                        socket.send(before)
                        if !before.isEmpty { _ = socket.listen(until: "alive\n") }
                        socket.send(request + "xyzGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        return socket.listen().text
                    }
                }
            }
        }
        for (request, answers) in zip(Self.asked, answers) {
            let bare = answers.map(\.withoutDates)
            #expect(bare[0] == bare[1] && bare[0].hasPrefix("HTTP/1.1 "), "\(request.debugDescription)")
        }
    }
}
