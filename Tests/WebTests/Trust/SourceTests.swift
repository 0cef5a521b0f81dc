import Database
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("The source that a limit counts", .timeLimit(.minutes(5)))
struct SourceTests {
    /// Whether two addresses share one count.
    private func isOneSource(
        _ one: String, _ other: String, forwarded: (String, String)? = nil, trusting: String = ""
    ) async throws -> Bool {
        let newspaper = try await TestSite { settings in
            settings.commentsPerMinute = 1
            settings.trustedProxies = trusting.split(separator: " ").compactMap { AddressRange(String($0)) }
        }
        var reader = TestBrowser(newspaper)
        reader.address = one
        reader.headers["X-Forwarded-For"] = forwarded?.0
        #expect(await reader.comment("One.").status == 303)
        reader.address = other
        reader.headers["X-Forwarded-For"] = forwarded?.1
        return await reader.comment("Two.").status == 429
    }

    @Test(
        "An IPv4 address or the /64 network of an IPv6 address is one source",
        arguments: [
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false), ("2001:DB8:1:2::1", "2001:0db8:0001:0002::2", true),
            ("::ffff:192.0.2.1", "192.0.2.1", true),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false), ("nonsense", "", true), ("192.0.2.1", "::1", false),
        ])
    func addresses(one: String, other: String, isOne: Bool) async throws {
        #expect(try await isOneSource(one, other) == isOne)
    }

    @Test("X-Forwarded-For is ignored unless it comes from a trusted proxy")
    func untrusted() async throws {
        let forwarded = ("203.0.113.1", "203.0.113.2")
        #expect(try await isOneSource("192.0.2.1", "192.0.2.1", forwarded: forwarded))
        #expect(
            try await isOneSource("192.0.2.1", "192.0.2.1", forwarded: forwarded, trusting: "192.0.2.2 10.0.0.0/8 ::1"))
    }

    @Test(
        "X-Forwarded-For from a trusted proxy is read from the right, to the first address that is not a proxy",
        arguments: [
            ("203.0.113.1", "203.0.113.2", false), ("203.0.113.1", "203.0.113.1", true),
            ("9.9.9.9, 203.0.113.1", "8.8.8.8, 203.0.113.1", true),
            ("203.0.113.1, 10.0.0.7", "203.0.113.2,10.0.0.8", false),
            ("9.9.9.9, 203.0.113.1,10.0.0.7", "203.0.113.1", true),
            ("2001:db8::1", "2001:db8::2", true), ("nonsense", "other nonsense", true), ("", "10.0.0.9", false),
            ("203.0.113.1", "203.0.113.1, evil", false), ("\"><script>", "203.0.113.1:80", false),
        ])
    func trusted(one: String, other: String, isOne: Bool) async throws {
        #expect(try await isOneSource("10.0.0.1", "10.0.0.1", forwarded: (one, other), trusting: "10.0.0.0/8") == isOne)
    }

    @Test(
        "A forwarded address may have a port, brackets, quotes and white space",
        arguments: [
            "203.0.113.1", "203.0.113.1:80", "203.0.113.1:65535", "\"203.0.113.1\"", "\"203.0.113.1:4711\"",
            "\t203.0.113.1 ", "[::ffff:203.0.113.1]", "[::ffff:203.0.113.1]:443", "::ffff:203.0.113.1",
            "\"[::ffff:203.0.113.1]:443\"", " ,203.0.113.1,\t,", "198.51.100.7, \t203.0.113.1:9",
        ])
    func written(address: String) async throws {
        let forwarded = (address, "203.0.113.1")
        #expect(try await isOneSource("10.0.0.1", "10.0.0.1", forwarded: forwarded, trusting: "10.0.0.0/8"))
        let another = ("203.0.113.9", address)
        #expect(try await !isOneSource("10.0.0.1", "10.0.0.1", forwarded: another, trusting: "10.0.0.0/8"))
    }

    @Test(
        "An open quote does not hide an address that a proxy appends",
        arguments: ["\"", "\"9.9.9.9", "a\"b"])
    func openQuote(written: String) async throws {
        let forwarded = (written + ", 203.0.113.1", "203.0.113.1")
        #expect(try await isOneSource("10.0.0.1", "10.0.0.1", forwarded: forwarded, trusting: "10.0.0.0/8"))
    }

    @Test(
        "A forwarded IPv6 address may have a port, brackets, a zone and quotes",
        arguments: [
            "2001:db8:1:2::1", "[2001:db8:1:2::1]", "[2001:db8:1:2::1]:443", "\"[2001:DB8:1:2::9]:443\"",
            "2001:db8:1:2::1%eth0", "[2001:db8:1:2::1%25eth0]:1",
        ])
    func writtenSix(address: String) async throws {
        let forwarded = (address, "2001:db8:1:2:3::4")
        #expect(try await isOneSource("10.0.0.1", "10.0.0.1", forwarded: forwarded, trusting: "10.0.0.0/8"))
        let another = ("203.0.113.9", address)
        #expect(try await !isOneSource("10.0.0.1", "10.0.0.1", forwarded: another, trusting: "10.0.0.0/8"))
    }

    @Test(
        "An invalid address counts as the proxy's own, and is logged once",
        arguments: [
            "unknown", "_hidden", "203.0.113.1:port", "203.0.113.1:123456", "[203.0.113.1", "[::1]x", "203.0.113",
            "203.0.113.1:", "\"", "evil.example",
        ])
    func unreadable(written: String) async throws {
        let newspaper = try await TestSite { settings in
            settings.commentsPerMinute = 1
            settings.trustedProxies = [AddressRange("10.0.0.0/8")].compactMap(\.self)
        }
        var reader = TestBrowser(newspaper)
        reader.address = "10.0.0.1"
        reader.headers["X-Forwarded-For"] = written
        #expect(await reader.comment("One.").status == 303)
        #expect(await reader.comment("Two.").status == 429)
        #expect(newspaper.log.lines.count { $0.contains("sends no client address") } == 1)
        var stranger = TestBrowser(newspaper)
        stranger.headers["X-Forwarded-For"] = written
        #expect(await stranger.comment("Three.").status == 303, "a header from a stranger is ignored")
    }

    @Test(
        "With the setting for RFC 7239, only the Forwarded header is read",
        arguments: [
            ("for=203.0.113.1", "for=203.0.113.2", false), ("for=203.0.113.1", "FOR=\"203.0.113.1:80\"", true),
            ("for=203.0.113.1;proto=https;by=10.0.0.1", "proto=http; for=203.0.113.1", true),
            ("for=9.9.9.9, for=203.0.113.1", "for=203.0.113.1,for=10.0.0.7", true),
            ("for=\"[2001:db8:1:2::1]:4711\"", "for=\"[2001:db8:1:2::9]\"", true),
            ("for=unknown", "for=_secret", true), ("proto=https", "by=10.0.0.9", true),
            ("for=\"203.0.113.1, evil\"", "for=unknown", true),
            // An open quote does not hide an address that a proxy appends.
            ("for=9.1.1.9;host=\", for=203.0.113.7", "for=9.1.1.8;host=\", for=203.0.113.7", true),
            ("for=9.3.4.3;x=a\"b, for=203.0.113.7", "for=203.0.113.7", true),
            ("for=9.1.6.9;x=\\\", for=203.0.113.7", "for=203.0.113.7", true),
            ("for=\"a\\\"b\", for=203.0.113.7", "for=203.0.113.7", true),
            ("for=\"203.0.113.7\";for=9.9.9.9", "for=unknown", true),
        ])
    func forwarded(one: String, other: String, isOne: Bool) async throws {
        let newspaper = try await TestSite { settings in
            settings.commentsPerMinute = 1
            settings.trustedHeader = .forwarded
            settings.trustedProxies = [AddressRange("10.0.0.0/8")].compactMap(\.self)
        }
        var reader = TestBrowser(newspaper)
        reader.address = "10.0.0.1"
        reader.headers = ["Forwarded": one, "X-Forwarded-For": "198.51.100.1"]
        #expect(await reader.comment("One.").status == 303)
        reader.headers = ["Forwarded": other, "X-Forwarded-For": "198.51.100.2"]
        #expect(await reader.comment("Two.").status == (isOne ? 429 : 303))
    }

    @Test(
        "Other proxy headers are ignored",
        arguments: [
            "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "Fastly-Client-IP",
            "X-Cluster-Client-IP",
        ])
    func others(name: String) async throws {
        let newspaper = try await TestSite { settings in
            settings.commentsPerMinute = 1
            settings.trustedProxies = [AddressRange("10.0.0.0/8")].compactMap(\.self)
        }
        var reader = TestBrowser(newspaper)
        reader.address = "10.0.0.1"
        reader.headers[name] = "203.0.113.1"
        #expect(await reader.comment("One.").status == 303)
        reader.headers[name] = "203.0.113.2"
        #expect(await reader.comment("Two.").status == 429)
    }

    @Test("No network address is stored in the database or the log")
    func unkept() async throws {
        let newspaper = try await TestSite(on: .file)
        var reader = TestBrowser(newspaper)
        reader.address = "203.0.113.77"
        _ = await reader.report(await reader.commentNumber("A word."))
        _ = await reader.post("/sign-in", ["email": "a@example.org", "password": "x"])
        let sources: [String] = try await newspaper.database.read { tx in
            try tx.all(
                "SELECT source FROM comments UNION SELECT source FROM reports UNION SELECT source FROM admissions"
            ) { try $0[0] }
        }
        #expect(sources.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
        #expect(!newspaper.log.lines.contains { $0.contains("203.0.113") })
    }
}
