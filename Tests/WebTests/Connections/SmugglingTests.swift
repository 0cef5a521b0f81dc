import Newsroom
import Testing

@testable import Web

@Suite("Requests that no browser sends", .timeLimit(.minutes(5)))
struct SmugglingTests {
    private static let smuggled = "GET /desk HTTP/1.1\r\nHost: a\r\n\r\n"

    /// Requests that two servers could read differently.
    static let ambiguous: [String] = [
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n"
            + "5c\r\n\(smuggled)\r\n0\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \u{0B}chunked\r\n\r\n0\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 44\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\(smuggled)",
        "POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n\(smuggled)",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\rGET /desk HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\rHost: a\r\r\(smuggled)",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\u{0}c\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n\(smuggled)", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n\(smuggled)",
        "GET / HTTP/1.1\r\nHost: a\r\nHOST: b\r\n\r\n", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n",
        "POST /sign-in HTTP/1.1\r\nContent-Length: 6\r\n\r\nabcdef\(smuggled)", "GET http://a/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tfolded\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET / HTP/1.1\r\nHost: a\r\n\r\n", "G\u{0}T / HTTP/1.1\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}",
        "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\n\r\nGARBAGE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 20_000) + "\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "y", count: 1 << 20) + "\r\n\r\n",
        "GET /" + String(repeating: "a", count: 1 << 20) + " HTTP/1.1\r\nHost: a\r\n\r\n",
    ]

    @Test("An ambiguous request is refused or ends the connection, smuggles nothing, and leaves the server running")
    func ambiguous() async throws {
        try await ServedSite.run(try await TestSite { $0.requestSeconds = 1 }) { port in
            for request in Self.ambiguous {
                let (text, isClosed) = try await onAThread {
                    let socket = try BareSocket(port: port)
                    socket.send(request)
                    return socket.listen()
                }
                let statuses = text.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
                #expect(isClosed, "\(request.prefix(200).debugDescription) does not end the connection")
                #expect(
                    statuses.count <= 1 && statuses.allSatisfy { $0.hasPrefix("4") || $0.hasPrefix("5") },
                    "\(request.prefix(200).debugDescription) gives \(statuses)")
                #expect(!text.contains("/sign-in?next"), "the smuggled request got a response")
                let health = try await onAThread {
                    let socket = try BareSocket(port: port)
                    socket.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                    return socket.listen(until: "alive")
                }
                #expect(health.contains("200 OK") && health.hasSuffix("alive\n"))
            }
        }
    }

    @Test(
        "A line ending in an address does not end a header line of the response",
        arguments: [
            "/stories/1/%0d%0aSet-Cookie:%20a=b", "/stories/1/x/pictures/%0d%0aSet-Cookie:%20a=b",
            "/desk/log?x=%0d%0aSet-Cookie:%20a=b",
            "/stories/1?order=%0d%0aSet-Cookie:%20a=b", "/desk/cases/%E5%98%8A%E5%98%8DSet-Cookie:a=b",
        ])
    func redirects(path: String) async throws {
        let answer = try await ServedSite.run(try await TestSite()) { port in
            try await onAThread {
                let socket = try BareSocket(port: port)
                socket.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                return socket.listen().text
            }
        }
        #expect(answer.hasPrefix("HTTP/1.1 30"))
        #expect(answer.lowercased().contains("\r\nlocation: /"))
        #expect(!answer.lowercased().contains("\nset-cookie"))
    }
}
