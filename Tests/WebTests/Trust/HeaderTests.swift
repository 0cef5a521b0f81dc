import HTTPServer
import HTTPTypes
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Response headers", .timeLimit(.minutes(5)))
struct HeaderTests {
    private static let pagePolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
        manifest-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'; object-src 'none'
        """
    private static let filePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

    @Test(
        "The headers of every route match the recorded ones",
        .disabled(if: TestedEngine.standard == .replicated, "with replicas, a commenter gets a second cookie")
    )
    func recorded() async throws {
        var text = ""
        for route in RouteTable.standard.routes {
            text += "\(route.method.rawValue) \(route.path)\n"
            for role in [Role.visitor, .admin] {
                var visit = try await RouteVisit(route, as: role)
                text += "    \(role.rawValue): \(Self.summary(await visit.send()))\n"
            }
        }
        try Recorded.expect(text, in: "headers.txt")
    }

    @Test(
        "Every response has safe headers, for every role and spelling of the path",
        arguments: RouteTable.standard.routes)
    func every(route: Route) async throws {
        for role in Role.allCases {
            var visit = try await RouteVisit(route, as: role)
            for path in [visit.path, visit.path + "/", visit.path + "?after=x"] {
                let reply = await visit.send(to: path)
                expectSafe(reply)
                #expect(reply["Strict-Transport-Security"] == nil)
            }
            expectSafe(await visit.send(.delete))
        }
    }

    @Test(
        "Behind TLS, HSTS is on and cookies are bound to this host",
        arguments: RouteTable.standard.routes)
    func secure(route: Route) async throws {
        var visit = try await RouteVisit(route, as: .reader, base: "https://news.example")
        let reply = await visit.send()
        #expect(reply["Strict-Transport-Security"] == "max-age=31536000")
        for cookie in reply.response.fields[values: .setCookie] {
            #expect(cookie.hasPrefix("__Host-"))
            #expect(cookie.contains("; Path=/;") && cookie.contains("; HttpOnly; SameSite=Lax"))
            #expect(cookie.hasSuffix("; Secure") && !cookie.contains("Domain"))
        }
    }

    @Test("Without TLS, cookies are not marked secure; behind TLS, unbound cookies are ignored")
    func plain() async throws {
        var reader = TestBrowser(try await TestSite())
        let reply = await reader.comment("A word.")
        #expect(reply["Set-Cookie"]?.hasPrefix("writer=") == true)
        #expect(reply["Set-Cookie"]?.contains("Secure") == false)
        let secure = try await TestSite(base: "https://news.example")
        var stranger = TestBrowser(secure)
        stranger.cookies = ["session": secure.tokens[.admin] ?? ""]
        #expect(await stranger.get("/desk").status == 303)
    }

    private func expectSafe(_ reply: Reply) {
        let isPage = reply["Content-Type"]?.hasPrefix("text/html") == true
        #expect(reply["Content-Security-Policy"] == (isPage ? Self.pagePolicy : Self.filePolicy))
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Referrer-Policy"] == "strict-origin-when-cross-origin")
        #expect(reply["X-Frame-Options"] == "DENY")
        #expect(reply["Cross-Origin-Opener-Policy"] == "same-origin")
        #expect(reply["Access-Control-Allow-Origin"] == nil)
        #expect(reply["Content-Type"] != nil || reply.bytes.isEmpty)
        // The browser keeps a refused form for its reader; nobody else does.
        let isRefusal = reply["Cache-Control"] == "private, no-cache"
        #expect(!isRefusal || reply.status >= 400)
        let isKept = reply["Cache-Control"]?.contains("no-store") == false && !isRefusal
        #expect(!isKept || [200, 304].contains(reply.status), "cached with status \(reply.status)")
        #expect(!isKept || reply["Set-Cookie"] == nil)
        let isFile = reply["Cache-Control"]?.contains("immutable") == true
        #expect(!isKept || reply["Vary"] == (isFile ? "Accept-Encoding" : "Accept-Encoding, Cookie"))
    }

    /// The headers that differ between routes, in one line.
    private static func summary(_ reply: Reply) -> String {
        let shown = ["Content-Type", "Cache-Control", "Vary", "Location", "Retry-After", "Allow"]
        let fields = shown.compactMap { name in reply[name].map { "\(name): \(masked($0))" } }
        let cookies = reply.response.fields[values: .setCookie].map { "Set-Cookie: \(masked($0))" }
        let tag = reply.eTag == nil ? [] : ["ETag"]
        return (["\(reply.status)"] + fields + cookies + tag).joined(separator: " | ")
    }

    /// The value with random parts replaced.
    private static func masked(_ value: String) -> String {
        value.replacing(/[0-9a-f]{32,}/, with: "…").replacing(/…\.…/, with: "…")
    }
}
