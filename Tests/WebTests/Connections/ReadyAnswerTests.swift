import Foundation
import Newsroom
import Testing

@testable import Web

@Suite(
    "What is ready is answered before the site is asked, in the same words and the right order", .timeLimit(.minutes(5))
)
struct ReadyAnswerTests {
    private static let story = TestStories.bridgePath

    /// Sends all of it on one connection that ends with it, and gives the answers.
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

    /// Status lines in the order in which they came.
    private func statuses(_ answers: String) -> [Substring] {
        answers.split(separator: "\r\n").filter { $0.contains("HTTP/1.1 ") }.map {
            $0.suffix(from: $0.firstRange(of: "HTTP/1.1 ")?.upperBound ?? $0.startIndex).prefix(3)
        }
    }

    @Test("A ready answer has the fields and the bytes that the site would give")
    func alike() async throws {
        let ready = try await answers([get()])
        let asked = try await answers([get(Self.story + "?x")])
        func lines(_ text: String) -> Set<String> {
            Set(text.split(separator: "\r\n").map { $0.lowercased() }.filter { !$0.hasPrefix("date:") })
        }
        #expect(lines(ready) == lines(asked))
        #expect(ready.contains("\r\nDate: ") && ready.contains("A bridge opens"))
    }

    @Test("Requests in a row are answered in their order, ready or not")
    func order() async throws {
        let text = try await answers([
            get(), get("/nothing"), get(), get(method: "HEAD"), get("/policy"), get("/"), get("/stories/1"), get(),
        ])
        #expect(statuses(text) == ["200", "404", "200", "200", "200", "200", "308", "200", "200"])
    }

    @Test("Who has the page is told so")
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

    @Test("What does not say once for which host it is gets nothing of what is ready, and the connection ends")
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

    @Test("The page of a withdrawn story is ready like others, whatever a browser has of it")
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

    @Test("HEAD gives the head alone")
    func head() async throws {
        let text = try await answers([get(method: "HEAD")])
        #expect(text.contains("Content-Length: ") && !text.contains("<html"))
    }

    @Test("Who brings a cookie of ours, a body or another version of HTTP is answered by the site")
    func others() async throws {
        let text = try await answers([
            get(Self.story, "Cookie: a=b; writer=x.y\r\n"), get(Self.story, "Cookie: a=b\r\n"),
            get(Self.story, "Content-Length: 2\r\n") + "ab",
            get(Self.story, "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n",
        ])
        #expect(statuses(text) == ["200", "200", "200", "200", "200"])
    }
}
