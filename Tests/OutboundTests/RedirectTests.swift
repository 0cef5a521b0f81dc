import Newsroom
import Testing

@testable import Outbound

@Suite("Redirects", .timeLimit(.minutes(5)))
struct RedirectTests {
    private let client = GuardedClient(allowing: .anywhere)

    private func limits(_ redirects: Int) -> RequestLimits {
        RequestLimits(time: .seconds(20), bodyBytes: 100, redirects: redirects)
    }

    @Test("Redirects are followed up to the limit")
    func limit() async throws {
        let server = try await LoopbackServer { request in
            guard let step = request.split(separator: " ").dropFirst().first.flatMap({ Int($0.dropFirst()) }), step < 2
            else { return .ok }
            return .redirect(302, to: "/\(step + 1)")
        }
        let request = OutboundRequest(address: "http://127.0.0.1:\(server.port)/0")
        #expect(try await client.send(request, limits: limits(2)).status == 200)
        await #expect(throws: OutboundFault.tooManyRedirects(limit: 1)) {
            try await client.send(request, limits: limits(1))
        }
        try await server.close()
    }

    @Test("Fields with secrets are sent to their own origin only")
    func secrets() async throws {
        let other = try await LoopbackServer { _ in .ok }
        let target = "http://127.0.0.1:\(other.port)/there"
        let server = try await LoopbackServer { request in
            request.hasPrefix("GET /start ") ? .redirect(302, to: "/again") : .redirect(302, to: target)
        }
        let request = OutboundRequest(
            address: "http://127.0.0.1:\(server.port)/start",
            fields: [
                ("Authorization", "secret"), ("Cookie", "secret"), ("X-Key", "secret"), ("Host", "secret"),
                ("Accept", "text/html"),
            ])
        #expect(try await client.send(request, limits: limits(3)).status == 200)
        #expect(server.received.split(separator: "Authorization: secret").count == 3)
        #expect(!other.received.contains("secret") && other.received.contains("Accept: text/html"))
        #expect(other.received.hasPrefix("GET /there "))
        try await server.close()
        try await other.close()
    }

    @Test("A redirect from https to http is refused")
    func insecure() throws {
        let (secure, plain) = (try Destination("https://a.example/"), try Destination("http://b.example/"))
        let request = OutboundRequest(address: secure.address)
        #expect(throws: OutboundFault.insecureRedirect(host: "b.example")) {
            try request.redirected(status: 302, from: secure, to: plain)
        }
        #expect(try request.redirected(status: 302, from: plain, to: secure).address == secure.address)
    }

    @Test(
        "The status determines whether the method and the body are kept",
        arguments: [
            ("POST", 301, "GET"), ("POST", 302, "GET"), ("POST", 303, "GET"), ("POST", 307, "POST"),
            ("POST", 308, "POST"),
            ("PUT", 301, "PUT"), ("PUT", 303, "GET"), ("HEAD", 303, "HEAD"), ("GET", 301, "GET"),
        ])
    func methods(method: String, status: Int, next: String) throws {
        let origin = try Destination("https://a.example/")
        let request = OutboundRequest(
            method: method, address: origin.address, fields: [("Content-Type", "text/plain")], body: [1])
        let followed = try request.redirected(status: status, from: origin, to: try origin.following("/b"))
        #expect(followed.method == next && followed.address == "https://a.example:443/b")
        #expect(followed.body.isEmpty == (method != next) && followed.fields.isEmpty == (method != next))
    }

    @Test(
        "A redirect to an invalid or non-HTTP address is refused",
        arguments: ["file:///etc/passwd", "http://a@b.example/"])
    func invalid(location: String) async throws {
        let server = try await LoopbackServer { _ in .redirect(302, to: location) }
        await #expect(throws: OutboundFault.invalidAddress) {
            try await client.send(OutboundRequest(address: "http://127.0.0.1:\(server.port)/"), limits: limits(3))
        }
        try await server.close()
    }
}
