import Foundation
import Newsroom
import Testing

@testable import Web

@Suite("Slow, large and hasty clients", .timeLimit(.minutes(5)))
struct ConnectionTests {
    private static let form = "Host: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"

    /// A server that waits one second for a request.
    private func impatient<T: Sendable>(_ body: @escaping @Sendable (BareSocket) throws -> T) async throws -> T {
        try await served(seconds: 1, body)
    }

    private func served<T: Sendable>(
        seconds: Int = 600, _ body: @escaping @Sendable (BareSocket) throws -> T
    ) async throws -> T {
        try await ServedSite.run(try await TestSite { $0.requestSeconds = seconds }) { port in
            try await onAThread { try body(try BareSocket(port: port)) }
        }
    }

    private static let endless = String(repeating: "x", count: 400)

    @Test("A client that sends the request head slowly is disconnected")
    func slowHead() async throws {
        #expect(try await impatient { $0.trickle("GET / HTTP/1.1\r\nX: " + Self.endless) } < 200)
    }

    @Test("A client that sends the body slowly is disconnected")
    func slowBody() async throws {
        let sent = try await impatient { socket in
            socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)Content-Length: 4000\r\n\r\n")
            return socket.trickle(Self.endless)
        }
        #expect(sent < 200)
    }

    @Test("A client that connects and sends nothing is disconnected")
    func silent() async throws {
        #expect(try await impatient { $0.listen().isClosed })
    }

    @Test("A client that sends its second request slowly is disconnected too")
    func slowSecond() async throws {
        let sent = try await impatient { socket in
            socket.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = socket.listen(until: "alive\n")
            return socket.trickle("GET / HTTP/1.1\r\nX: " + Self.endless)
        }
        #expect(sent < 200)
    }

    @Test("A body that is too large is refused with a page before all of it is sent")
    func large() async throws {
        let answer = try await served { socket in
            socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)Content-Length: 500000000\r\n\r\n")
            socket.send(String(repeating: "a", count: 100_000))
            return socket.listen(until: "</html>")
        }
        #expect(answer.hasPrefix("HTTP/1.1 413"))
    }

    @Test("A chunked body has the same limit")
    func chunked() async throws {
        let answer = try await served { socket in
            socket.send("POST /sign-in HTTP/1.1\r\n\(Self.form)Transfer-Encoding: chunked\r\n\r\n")
            for _ in 1...8 { socket.send("4000\r\n" + String(repeating: "a", count: 0x4000) + "\r\n") }
            return socket.listen(until: "</html>")
        }
        #expect(answer.hasPrefix("HTTP/1.1 413"))
    }

    @Test("Several requests sent at once get responses in order")
    func pipelined() async throws {
        let answer = try await served { socket in
            socket.send(
                "GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n"
                    + "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
            )
            return socket.listen(until: "</html>")
        }
        let statuses = answer.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
        #expect(statuses == ["200", "200", "404"])
        #expect(answer.contains("alive\n") && answer.contains("ready\n"))
    }

    private static func statuses(_ text: String) -> [String] {
        text.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
    }

    @Test("A client that closes its sending side gets all responses")
    func halfClosed() async throws {
        let heard = try await served { socket in
            for path in ["/health", "/policy", "/nothing"] { socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
            socket.finish()
            return socket.listen()
        }
        #expect(Self.statuses(heard.text) == ["200", "200", "404"] && heard.isClosed)
        let broken = try await served { socket in
            socket.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /policy HTTP/1.1\r\nHost: a\r\n\r\nGARBAGE\r\n\r\n")
            return socket.listen()
        }
        #expect(Self.statuses(broken.text) == ["200", "200", "400"] && broken.isClosed)
    }

    @Test("A client that reads slower than it asks gets every response before the connection ends")
    func greedy() async throws {
        let count = 1_500
        let heard = try await served { socket in
            let request = "GET \(TestStories.bridgePath) HTTP/1.1\r\nHost: a\r\n"
            // The server accepts less than this while nobody reads its responses.
            let asking = Thread {
                for _ in 1..<count { socket.send(request + "\r\n") }
                socket.send(request + "Connection: close\r\n\r\n")
            }
            asking.start()
            return socket.listen()
        }
        #expect(Self.statuses(heard.text).count == count && heard.isClosed)
        #expect(heard.text.components(separatedBy: "</html>").count == count + 1)
    }

    @Test("A client that expects 100 Continue gets it, and an upgrade to another protocol is ignored")
    func expectations() async throws {
        let body = "email=a%40example.org&password=b"
        let continued = try await served { socket in
            socket.send(
                "POST /sign-in HTTP/1.1\r\n\(Self.form)Content-Length: \(body.utf8.count)\r\n"
                    + "Expect: 100-continue\r\n\r\n"
            )
            let first = socket.listen(until: "\r\n\r\n")
            socket.send(body)
            return [first, socket.listen(until: "</html>")]
        }
        #expect(continued[0] == "HTTP/1.1 100 Continue\r\n\r\n" && Self.statuses(continued[1]).count == 1)
        let upgraded = try await served { socket in
            socket.send(
                "GET /health HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n")
            return socket.listen()
        }
        #expect(Self.statuses(upgraded.text) == ["200"] && upgraded.isClosed)
        #expect(upgraded.text.lowercased().contains("connection: close"))
    }

    @Test(
        "A client that offers an unwanted body gets the response without sending it",
        arguments: [
            ("POST /nothing", 10, "404"), ("DELETE /", 10, "405"), ("GET /health", 5, "200"),
            ("POST /sign-in", 9_000_000, "413"),
        ])
    func unwantedBodies(request: String, length: Int, status: String) async throws {
        let heard = try await served { socket in
            socket.send("\(request) HTTP/1.1\r\n\(Self.form)Content-Length: \(length)\r\nExpect: 100-continue\r\n\r\n")
            return socket.listen()
        }
        #expect(Self.statuses(heard.text) == [status] && heard.isClosed)
        #expect(heard.text.lowercased().contains("connection: close"))
    }

    @Test("A request target with a host is the same address, whatever the method")
    func absoluteTargets() async throws {
        let heard = try await served { socket in
            for request in ["GET http://a/health", "POST http://a/sign-out", "POST /sign-out"] {
                socket.send("\(request) HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
            }
            socket.finish()
            return socket.listen().text
        }
        #expect(Self.statuses(heard) == ["200", "303", "303"])
    }

    @Test("A port that is taken stops startup with an error")
    func taken() async throws {
        let newspaper = try await TestSite()
        try await ServedSite.run(newspaper) { port in
            let second = WebServer(site: newspaper.site, host: "127.0.0.1", port: port) { _ in }
            await #expect(throws: (any Error).self) { try await second.run() }
        }
    }

    @Test("A response to HEAD has a length and no body, and 304 has neither")
    func bodiless() async throws {
        let answer = try await served { socket in
            socket.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\nGET /ready HTTP/1.1\r\nHost: a\r\n\r\n")
            return socket.listen(until: "ready\n")
        }
        #expect(answer.lowercased().contains("content-length: 6\r\n"))
        #expect(!answer.contains("alive"))
        let page = try await served { socket in
            socket.send("GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n")
            let first = socket.listen(until: "Sitemap")
            let tag = first.firstMatch(of: /(?i)etag: ("[^"]+")/).map { String($0.output.1) } ?? ""
            socket.send("GET /robots.txt HTTP/1.1\r\nHost: a\r\nIf-None-Match: \(tag)\r\nConnection: close\r\n\r\n")
            return socket.listen().text
        }
        let second = page.firstRange(of: "HTTP/1.1 304").map { String(page[$0.lowerBound...]) }
        #expect(try #require(second).hasSuffix("\r\n\r\n"))
    }

    @Test("The server does not wait for clients that do not read responses when it stops", .timeLimit(.minutes(5)))
    func unread() async throws {
        let socket = try await impatient { socket in
            let asking = Thread {
                for _ in 1...1_500 { socket.send("GET \(TestStories.bridgePath) HTTP/1.1\r\nHost: a\r\n\r\n") }
            }
            asking.start()
            _ = socket.listen(until: "</html>")
            return socket
        }
        #expect(socket.listen().isClosed)
    }
}
