import Foundation
import Newsroom
import Testing

@testable import Web

@Suite("Slow clients, large requests and pipelining", .timeLimit(.minutes(5)))
struct ConnectionTests {
    static let form = "Host: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"

    /// A server that waits one second for a request.
    private func impatient<T: Sendable>(_ body: @escaping @Sendable (BareSocket) throws -> T) async throws -> T {
        try await served(seconds: 1, body)
    }

    func served<T: Sendable>(
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

    static func statuses(_ text: String) -> [String] {
        text.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
    }

    @Test("A client that sends requests faster than it reads responses gets all of them before the connection ends")
    func greedy() async throws {
        let count = 1_500
        let heard = try await served { socket in
            let request = "GET \(TestStories.bridgePath) HTTP/1.1\r\nHost: a\r\n"
            // The server accepts fewer requests than this while the client reads no responses.
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

    @Test("A port that is taken stops startup with an error")
    func taken() async throws {
        let newspaper = try await TestSite()
        try await ServedSite.run(newspaper) { port in
            let second = WebServer(site: newspaper.site, host: "127.0.0.1", port: port) { _ in }
            await #expect(throws: (any Error).self) { try await second.run() }
        }
    }

    @Test("A server that stops disconnects a client that reads no responses", .timeLimit(.minutes(5)))
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
