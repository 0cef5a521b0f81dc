import Testing

@testable import Outbound

@Suite("Addresses of requests", .timeLimit(.minutes(5)))
struct DestinationTests {
    @Test(
        "An address is built from its checked parts",
        arguments: [
            ("http://news.example", "http://news.example:80/"),
            ("HTTPS://News.Example/a%2Fb?c=d&e#f", "https://news.example:443/a%2Fb?c=d&e"),
            ("http://news.example:8080/?", "http://news.example:8080/?"),
            ("http://192.0.2.1/", "http://192.0.2.1:80/"),
            ("https://[2001:DB8:0::1]:444/", "https://[2001:db8::1]:444/"),
            ("http://[::ffff:192.0.2.1]/", "http://192.0.2.1:80/"),
            ("http://xn--bcher-kva.example./", "http://xn--bcher-kva.example.:80/"),
            ("http://a_b.example/", "http://a_b.example:80/"),
        ])
    func accepted(text: String, address: String) throws { #expect(try Destination(text).address == address) }

    @Test(
        "Any other address is refused",
        arguments: [
            "", "news.example", "//news.example/", "/a", "ftp://news.example/", "file:///etc/passwd", "unix:///a",
            "http+unix://%2Fa/", "javascript:alert(1)", "http://", "http:///a", "http:news.example",
            "http://a@news.example/", "http://a:b@news.example/", "http://@news.example/", "http://:@news.example/",
            "http://news.example:0/", "http://news.example:65536/", "http://news.example:x/", "http://news .example/",
            "http://news.example\\@b.example/", "http://news.example/\r\nA: b", "http://news.example/\u{0}",
            "http://news..example/", "http://.example/", "http://news%2eexample/", "http://127.0.0.1%2f/",
            "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[127.0.0.1]/", "http://[::1", "http://::1/",
            "http://bücher.example/", "http://１２７.0.0.1/", "http://\(String(repeating: "a", count: 64)).example/",
            "http://news.example/a b", " http://news.example/",
        ])
    func refused(text: String) { #expect(throws: OutboundFault.invalidAddress) { try Destination(text) } }

    @Test(
        "A redirect may be relative",
        arguments: [
            ("/c", "https://news.example:443/c"), ("c?d", "https://news.example:443/a/c?d"),
            ("//b.example/", "https://b.example:443/"), ("http://b.example:81", "http://b.example:81/"),
            ("?d", "https://news.example:443/a/b?d"),
        ])
    func relative(location: String, address: String) throws {
        #expect(try Destination("https://news.example/a/b").following(location).address == address)
    }

    @Test("Scheme, host and port are the origin")
    func origins() throws {
        let origin = try Destination("https://news.example/a")
        #expect(origin.hasSameOrigin(as: try Destination("https://NEWS.example:443/b")))
        for other in ["http://news.example:443/a", "https://news.example:444/a", "https://b.news.example/a"] {
            #expect(!origin.hasSameOrigin(as: try Destination(other)))
        }
    }
}
