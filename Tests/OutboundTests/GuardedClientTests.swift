import Newsroom
import Outbound
import Testing

@Suite("The HTTP client", .timeLimit(.minutes(5)))
struct GuardedClientTests {
    private let client = GuardedClient(allowing: .anywhere)

    private func response(
        to answer: String, closing: Bool = false, limit: Int = 100, within time: Duration = .seconds(20)
    ) async throws -> OutboundResponse {
        let server = try await LoopbackServer(closing: closing) { _ in answer }
        let outcome: Result<OutboundResponse, any Error>
        do {
            let request = OutboundRequest(address: "http://127.0.0.1:\(server.port)/a")
            let limits = RequestLimits(time: time, bodyBytes: limit, redirects: 0)
            outcome = .success(try await client.send(request, limits: limits))
        } catch { outcome = .failure(error) }
        try await server.close()
        return try outcome.get()
    }

    private func fault(
        _ answer: String, closing: Bool = false, limit: Int = 100, within time: Duration = .seconds(20)
    ) async -> OutboundFault? {
        await #expect(throws: OutboundFault.self) {
            try await response(to: answer, closing: closing, limit: limit, within: time)
        }
    }

    @Test("Status, fields and body are returned as they were sent")
    func plain() async throws {
        let response = try await response(
            to: "HTTP/1.1 404 Not Found\r\nX-Word: A\r\nX-Word: B\r\nContent-Length: 4\r\n\r\nbody")
        #expect(response.status == 404 && response.fields["x-word"] == "A, B" && response.body == Array("body".utf8))
    }

    @Test("A caller that forbids redirects gets the redirect itself")
    func redirect() async throws {
        let response = try await response(to: .redirect(307, to: "http://127.0.0.1:1/"))
        #expect(response.status == 307)
    }

    @Test("A body over the limit is refused, with and without a declared length")
    func tooLong() async {
        let body = String(repeating: "a", count: 101)
        for head in [
            "Content-Length: 101\r\n\r\n\(body)", "Transfer-Encoding: chunked\r\n\r\n65\r\n\(body)\r\n0\r\n\r\n",
        ] {
            #expect(await fault("HTTP/1.1 200 OK\r\n\(head)") == .tooLarge(limit: 100))
        }
    }

    @Test("A caller may take the beginning of a long body, even of one that never ends, and learns its address")
    func cut() async throws {
        let body = String(repeating: "a", count: 101)
        let heads = ["Content-Length: 101\r\n\r\n\(body)", "Transfer-Encoding: chunked\r\n\r\n65\r\n\(body)\r\n"]
        for head in heads {
            let server = try await LoopbackServer { _ in "HTTP/1.1 200 OK\r\n\(head)" }
            let address = "http://127.0.0.1:\(server.port)/a"
            let limits = RequestLimits(time: .seconds(20), bodyBytes: 100, redirects: 0, cutsBody: true)
            let response = try await client.send(OutboundRequest(address: address), limits: limits)
            #expect(response.body.count == 100 && response.address == address)
            try await server.close()
        }
    }

    @Test("A response that stops halfway throws, and so does a slow one")
    func unfinished() async throws {
        let half = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"
        guard case .interrupted = await fault(half, closing: true) else {
            Issue.record("The error is not .interrupted.")
            return
        }
        #expect(await fault("HTTP/1.1 200 OK\r\n", within: .milliseconds(200)) == .timedOut)
        #expect(await fault(half, within: .milliseconds(200)) == .timedOut)
    }

    @Test("A closed port is reported as no connection, and a slow DNS server as a timeout")
    func noConnection() async throws {
        let server = try await LoopbackServer { _ in .ok }
        let request = OutboundRequest(address: "http://127.0.0.1:\(server.port)/")
        try await server.close()
        let closed = await #expect(throws: OutboundFault.self) {
            try await client.send(request, limits: RequestLimits(time: .seconds(20), bodyBytes: 1))
        }
        guard case .notConnected = closed else {
            Issue.record("\(String(describing: closed))")
            return
        }
        let waiting = GuardedClient(allowing: .publicOnly, resolver: SilentResolver())
        await #expect(throws: OutboundFault.timedOut) {
            try await waiting.send(
                OutboundRequest(address: "http://news.example/"),
                limits: RequestLimits(time: .milliseconds(200), bodyBytes: 1))
        }
    }

    @Test("A canceled request throws a cancellation error")
    func cancelled() async throws {
        let waiting = GuardedClient(allowing: .publicOnly, resolver: SilentResolver())
        let task = Task {
            try await waiting.send(
                OutboundRequest(address: "http://news.example/"),
                limits: RequestLimits(time: .seconds(60), bodyBytes: 1))
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("The system resolver resolves localhost")
    func systemResolver() async throws {
        let addresses = try await SystemResolver().addresses(of: "localhost")
        let loopback = ["127.0.0.1", "::1"].compactMap { NetworkAddress($0) }
        #expect(!addresses.isEmpty && addresses.allSatisfy(loopback.contains))
    }
}
