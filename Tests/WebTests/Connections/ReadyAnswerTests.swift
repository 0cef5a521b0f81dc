import Foundation
import Newsroom
import Testing

@testable import Web

@Suite(
    "Cached pages are sent without calling the site, with the same content and in order", .timeLimit(.minutes(5))
)
struct ReadyAnswerTests {
    private static let story = TestStories.bridgePath

    /// Sends all requests on one connection, which then ends, and returns the responses.
    private func answers(_ requests: [String], keeping pages: [String] = [Self.story, "/"]) async throws -> String {
        let newspaper = try await TestSite { $0.requestSeconds = 600 }
        var reader = TestBrowser(newspaper)
        for page in pages { _ = await reader.get(page) }
        let text = requests.joined() + "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        return try await ServedSite.run(newspaper) { port in
            try await onAThread {
                let socket = try BareSocket(port: port)
                socket.send(text)
                return socket.listen().text
            }
        }
    }

    private func get(_ path: String = Self.story, _ fields: String = "", method: String = "GET") -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    /// The statuses in order.
    private func statuses(_ answers: String) -> [Substring] {
        answers.split(separator: "\r\n").filter { $0.contains("HTTP/1.1 ") }.map {
            $0.suffix(from: $0.firstRange(of: "HTTP/1.1 ")?.upperBound ?? $0.startIndex).prefix(3)
        }
    }

    @Test("A cached response has the same fields and bytes as a rendered one")
    func alike() async throws {
        let ready = try await answers([get()])
        let asked = try await answers([get(Self.story + "?x")])
        func lines(_ text: String) -> Set<String> {
            Set(
                text.split(separator: "\r\n").map { $0.lowercased() }.filter {
                    !$0.hasPrefix("date:") && !$0.hasPrefix("x-request-id:")
                })
        }
        #expect(lines(ready) == lines(asked))
        #expect(ready.contains("\r\nDate: ") && ready.contains("A bridge opens"))
    }

    @Test("Pipelined requests get responses in order, cached or not")
    func order() async throws {
        let text = try await answers([
            get(), get("/nothing"), get(), get(method: "HEAD"), get("/policy"), get("/"), get("/stories/1"), get(),
        ])
        #expect(statuses(text) == ["200", "404", "200", "200", "200", "200", "308", "200", "200"])
    }

    @Test("A client that already has the page gets 304")
    func known() async throws {
        let first = try await answers([get()])
        let line = try #require(first.split(separator: "\r\n").first { $0.lowercased().hasPrefix("etag:") })
        let tag = line.drop { $0 != "\"" }
        let text = try await answers([
            get(Self.story, "If-None-Match: \(tag)\r\n"), get(Self.story, "if-none-match: \"x\", \(tag)\r\n"),
            get(Self.story, "If-None-Match: W/\(tag)\r\n"), get(Self.story, "If-None-Match: \"x\",\tW/\(tag)\r\n"),
            get(Self.story, "If-None-Match: *\r\n"), get(Self.story, "If-None-Match: \"x\"\r\n"),
        ])
        #expect(statuses(text) == ["304", "304", "304", "304", "304", "200", "200"])
        #expect(text.prefix(while: { $0 != "<" }).contains("Cache-Control: public"))
    }

    @Test("A request without exactly one host gets 400 and no cached page, and the connection ends")
    func hosts() async throws {
        let head = "GET \(Self.story) HTTP/1.1\r\n"
        for fields in ["", "Host: a\r\nHost: a\r\n", "Host: a\r\nhOST: b\r\n", "Host: a b\r\n", "Host: a,b\r\n"] {
            let text = try await answers([get(), "\(head)\(fields)\r\n", get()])
            #expect(statuses(text) == ["200", "400"], "\(fields.debugDescription)")
        }
        let others = try await answers([
            get(), "\(head)host: news.example:8080\r\n\r\n", "\(head)Host: [::1]:80\r\n\r\n", "\(head)Host:\r\n\r\n",
            "GET \(Self.story) HTTP/1.0\r\n\r\n",
        ])
        #expect(statuses(others) == ["200", "200", "200", "200"] && others.contains("HTTP/1.0 200 OK\r\n"))
    }

    @Test("The cached page of a withdrawn story is always sent whole with 410")
    func withdrawn() async throws {
        let newspaper = try await TestSite { $0.requestSeconds = 600 }
        try await TestStories.withdraw("three", in: newspaper)
        var reader = TestBrowser(newspaper)
        let page = await reader.get(TestStories.kettlePath)
        let requests =
            get(TestStories.kettlePath) + get(TestStories.kettlePath, "If-None-Match: \(page.eTag ?? ""), *\r\n")
            + get(TestStories.kettlePath, "If-None-Match: *\r\n")
            + get(TestStories.kettlePath, "Connection: close\r\n", method: "HEAD")
        let text = try await ServedSite.run(newspaper) { port in
            try await onAThread {
                let socket = try BareSocket(port: port)
                socket.send(requests)
                return socket.listen().text
            }
        }
        #expect(statuses(text) == ["410", "410", "410", "410"])
        #expect(text.hasPrefix("HTTP/1.1 410 Gone\r\n") && text.components(separatedBy: "</html>").count == 4)
    }

    @Test("HEAD gets only the head")
    func head() async throws {
        let text = try await answers([get(method: "HEAD")])
        #expect(text.contains("Content-Length: ") && !text.contains("<html"))
    }

    @Test("A request with our cookie, a body or another HTTP version is handled by the site")
    func others() async throws {
        let text = try await answers([
            get(Self.story, "Cookie: a=b; writer=x.y\r\n"), get(Self.story, "Cookie: a=b\r\n"),
            get(Self.story, "Content-Length: 2\r\n") + "ab",
            get(Self.story, "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n",
        ])
        #expect(statuses(text) == ["200", "200", "200", "200", "200"])
    }
}
