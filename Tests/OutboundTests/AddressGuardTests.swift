import Newsroom
import Outbound
import Testing

/// Here the guard allows only 127.0.0.1. A canary at 127.0.0.2 must never see a connection.
@Suite("The address guard", .timeLimit(.minutes(5)))
struct AddressGuardTests {
    private static let limits = RequestLimits(time: .seconds(20), bodyBytes: 100)
    private static let loopback = AllowedDestinations.publicAnd([AddressRange("127.0.0.1")].compactMap(\.self))

    private func send(_ client: GuardedClient, _ address: String) async throws -> OutboundResponse {
        try await client.send(OutboundRequest(address: address), limits: Self.limits)
    }

    /// Sends an allowed request to the canary at the end. It must be the first connection that the canary
    /// sees.
    private func expectUntouched(_ canary: LoopbackServer, at host: String = "127.0.0.2") async throws {
        _ = try await send(GuardedClient(allowing: .anywhere), "http://\(host):\(canary.port)/")
        #expect(canary.connections == 1)
        try await canary.close()
    }

    @Test(
        "No spelling of a loopback address gets a connection",
        arguments: [
            "127.0.0.1", "127.0.0.2", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
            "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]",
            "localhost", "LOCALHOST", "localhost.", "0x7f000001", "0x7F.1", "2130706433", "127.1", "127.0.1",
            "017700000001", "0177.0.0.1", "127.0.0.1.", "2130706433.", "news.example.0x1",
        ])
    func direct(host: String) async throws {
        let canary = try await LoopbackServer(host: "0.0.0.0") { _ in .ok }
        let client = GuardedClient(allowing: .publicOnly)
        await #expect(throws: OutboundFault.forbidden(host: expected(host))) {
            try await send(client, "http://\(host):\(canary.port)/")
        }
        try await expectUntouched(canary)
    }

    /// The host as the error names it.
    private func expected(_ host: String) -> String {
        guard let address = NetworkAddress(host.replacing("[", with: "").replacing("]", with: "")) else {
            return host.lowercased()
        }
        return host.hasPrefix("[") && address.isIPv6 ? "[\(address)]" : "\(address)"
    }

    @Test(
        "A name gets no connection if one of its addresses is forbidden",
        arguments: ["127.0.0.2", "::1", "::ffff:127.0.0.2", "93.184.215.14 127.0.0.2", "127.0.0.2 93.184.215.14"])
    func named(addresses: String) async throws {
        let canary = try await LoopbackServer(host: "127.0.0.2") { _ in .ok }
        let client = GuardedClient(allowing: Self.loopback, resolver: ScriptedResolver(addresses))
        await #expect(throws: OutboundFault.forbidden(host: "news.example")) {
            try await send(client, "http://news.example:\(canary.port)/")
        }
        try await expectUntouched(canary)
    }

    @Test(
        "A redirect to a forbidden address gets no connection",
        arguments: ["http://127.0.0.2:%/", "//127.0.0.2:%/", "http://[::ffff:127.0.0.2]:%/", "http://0x7f000002:%/"])
    func redirected(location: String) async throws {
        let canary = try await LoopbackServer(host: "127.0.0.2") { _ in .ok }
        let target = location.replacing("%", with: "\(canary.port)")
        let server = try await LoopbackServer { _ in .redirect(302, to: target) }
        let client = GuardedClient(allowing: Self.loopback)
        let fault = await #expect(throws: OutboundFault.self) {
            try await send(client, "http://127.0.0.1:\(server.port)/")
        }
        guard case .forbidden = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(server.connections == 1)
        try await server.close()
        try await expectUntouched(canary)
    }

    @Test("The connection goes to the address that was checked, whatever DNS says next")
    func rebinding() async throws {
        let server = try await LoopbackServer { _ in .ok }
        let canary = try await LoopbackServer(host: "127.0.0.2", port: server.port) { _ in .ok }
        let resolver = ScriptedResolver("127.0.0.1", "127.0.0.2")
        let client = GuardedClient(allowing: Self.loopback, resolver: resolver)
        let address = "http://news.example:\(server.port)/"
        #expect(try await send(client, address).body == Array("ok".utf8))
        #expect(resolver.questions == 1)
        await #expect(throws: OutboundFault.forbidden(host: "news.example")) { try await send(client, address) }
        #expect(resolver.questions == 2 && server.connections == 1)
        #expect(server.received.lowercased().contains("\r\nhost: news.example:\(server.port)\r\n"))
        try await server.close()
        try await expectUntouched(canary)
    }

    @Test("TLS uses the name, not the pinned address")
    func serverName() async throws {
        let server = try await LoopbackServer(closing: true) { _ in .ok }
        let client = GuardedClient(allowing: Self.loopback, resolver: ScriptedResolver("127.0.0.1"))
        await #expect(throws: OutboundFault.self) { try await send(client, "https://news.example:\(server.port)/") }
        #expect(server.received.contains("news.example"))
        try await server.close()
    }

    @Test("The next address is tried if the first one does not accept a connection")
    func nextAddress() async throws {
        let server = try await LoopbackServer { _ in .ok }
        let ranges = ["127.0.0.1", "127.0.0.3"].compactMap { AddressRange($0) }
        let client = GuardedClient(allowing: .publicAnd(ranges), resolver: ScriptedResolver("127.0.0.3 127.0.0.1"))
        #expect(try await send(client, "http://news.example:\(server.port)/").status == 200)
        try await server.close()
    }

    @Test("Requests for one name share a connection, and there may be many names")
    func reuse() async throws {
        let server = try await LoopbackServer { _ in .ok }
        let client = GuardedClient(allowing: Self.loopback, resolver: ScriptedResolver("127.0.0.1"))
        for _ in 0..<3 { _ = try await send(client, "http://news.example:\(server.port)/") }
        #expect(server.connections == 1)
        for number in 0..<20 {
            #expect(try await send(client, "http://n\(number).example:\(server.port)/").status == 200)
        }
        try await server.close()
    }

    @Test("A name without addresses is an unknown host")
    func unknown() async {
        let client = GuardedClient(allowing: .publicOnly, resolver: ScriptedResolver(""))
        await #expect(throws: OutboundFault.unknownHost("news.example")) {
            try await send(client, "http://news.example/")
        }
    }
}
