import Database
import Foundation
import HTTPServer
import HTTPTypes
import Newsroom
import PageCache
import Storage
import Testing

@testable import Web

@Suite("Requests cannot change what the cache sends to others", .timeLimit(.minutes(5)))
struct CacheTests {
    private static let headers: KeyValuePairs = [
        "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-Port": "1",
        "X-Forwarded-For": "203.0.113.5",
        "X-Forwarded-Scheme": "nothttps", "X-Forwarded-Prefix": "/evil", "X-Forwarded-Server": "evil",
        "X-Forwarded-Path": "/evil",
        "Forwarded": "host=evil.example;proto=https", "X-Host": "evil.example", "X-Original-Host": "evil.example",
        "X-Original-URL": "/desk",
        "X-Rewrite-URL": "/desk", "X-HTTP-Method-Override": "POST", "X-HTTP-Method": "POST",
        "X-Method-Override": "DELETE",
        "X-Ghost-Preview": "1", "Accept": "application/json", "Accept-Language": "ar", "Accept-Encoding": "identity",
        "Accept-Charset": "utf-7", "User-Agent": "Googlebot", "Referer": "https://evil.example/\"><script>",
        "Origin": "https://evil.example",
        "X-Requested-With": "XMLHttpRequest", "Range": "bytes=0-10", "If-Range": "x",
        "If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT",
        "If-Match": "x", "If-Unmodified-Since": "Thu, 01 Jan 1970 00:00:00 GMT",
        "Authorization": "Basic YWRtaW46YWRtaW4=",
        "X-Real-IP": "1.2.3.4", "True-Client-IP": "1.2.3.4", "CF-Connecting-IP": "1.2.3.4", "Via": "1.1 evil",
        "Max-Forwards": "0",
        "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script",
        "Sec-Purpose": "prefetch", "Purpose": "prefetch",
        "Save-Data": "on", "DNT": "1", "Sec-GPC": "1", "Sec-CH-UA": "x", "Viewport-Width": "1", "Width": "1",
        "TE": "trailers",
        "Upgrade-Insecure-Requests": "1", "Service-Worker": "script", "X-Original-Method": "POST",
        "Cookie": "a=b; theme=dark",
        "X-Wap-Profile": "http://evil.example", "Content-Type": "text/xml", "Cache-Control": "no-cache",
        "Pragma": "no-cache",
        "Front-End-Https": "on", "X-Middleware-Subrequest": "x", "X-Invoke-Path": "/desk", "X-Debug": "1",
        "Next-Action": "x",
    ]

    private static let parameters = [
        "?", "?utm_source=x", "?preview=1", "?debug=1", "?callback=alert", "?format=json", "?_method=POST", "?lang=ar",
        "?x[]=1", "?%00", "?a=%ff",
        "?host=evil.example", "?cb=1&cb=2", "?order", "?;order=newest", "?Order=newest",
    ]

    private static let pages = RouteTable.standard.routes.filter { $0.method == .get && !$0.isForStaff }

    @Test("With any header, the response has the same bytes as for everyone, or is not cached", arguments: pages)
    func headers(route: Route) async throws {
        var visit = try await RouteVisit(route, as: .visitor)
        let plain = await visit.send()
        let pages = visit.newspaper.site.store.size.pages
        for (name, value) in Self.headers {
            expectSame(await visit.send(headers: [name: value]), plain, "\(name): \(value)")
        }
        expectSame(await visit.send(), plain, "after all headers")
        #expect(visit.newspaper.site.store.size.pages == pages)
    }

    @Test("With any parameter, the response has the same bytes as for everyone, or is not cached", arguments: pages)
    func parameters(route: Route) async throws {
        var visit = try await RouteVisit(route, as: .visitor)
        let plain = await visit.send()
        let pages = visit.newspaper.site.store.size.pages
        for query in Self.parameters { expectSame(await visit.send(to: visit.path + query), plain, query) }
        expectSame(await visit.send(), plain, "after all parameters")
        #expect(visit.newspaper.site.store.size.pages == pages)
    }

    @Test("No other spelling of an address creates a second cached copy")
    func spellings() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let number = await reader.commentNumber("A word.")
        let id = try #require(Comment.ID(path: number))
        let comment = try #require(await newspaper.database.read { tx in try tx.comment(id) })
        var stranger = TestBrowser(newspaper)
        let story = TestStories.bridgePath
        _ = await stranger.get(story)
        _ = await stranger.get("\(story)?after=\(comment.key)")
        let pages = newspaper.site.store.size.pages
        for path in [
            "/stories/%31/a-bridge-opens", "/stories/1/a%2Dbridge-opens", "/stories/01/a-bridge-opens",
            "/stories/1/A-bridge-opens", "\(story)/", "/\(story)", "\(story)?order=oldest", "\(story)#x",
            "\(story)?after=",
            "\(story)?after=1-1", "\(story)?after=\(comment.key)x", "\(story)?after=0\(comment.key)",
            "\(story)?after=\(comment.key)&order=oldest", "\(story)?utm_source=x&after=\(comment.key)",
            "\(story)?%61fter=\(comment.key)", "\(story)?after=\(comment.key)&after=2-2", "\(story)?order=sideways",
        ] {
            _ = await stranger.get(path)
            #expect(newspaper.site.store.size.pages == pages, "\(path)")
        }
    }

    @Test("The Host header appears on no page")
    func host() async throws {
        var reader = TestBrowser(try await TestSite())
        for path in [
            "/", TestStories.bridgePath, "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt", "/stories/1",
        ] {
            reader.host = "news.example"
            let plain = await reader.get(path)
            reader.host = "evil.example"
            expectSame(await reader.get(path), plain, path)
        }
    }

    @Test(
        "Only a client that already has the page gets 304",
        arguments: pages.filter { $0.cache != .personal && $0.path != "/stories/{story}" })
    func validator(route: Route) async throws {
        var visit = try await RouteVisit(route, as: .visitor)
        let tag = try #require(await visit.send().eTag)
        for known in [tag, "\"a\", \(tag)", "\(tag),\"b\"", "W/\(tag)", "\"a\",\tW/\(tag)", "*"] {
            let reply = await visit.send(headers: ["If-None-Match": known])
            #expect(reply.status == 304 && reply.bytes.isEmpty && reply.eTag == tag)
        }
        for other in ["\"a\"", String(tag.dropLast()), "W/x", ""] {
            #expect(await visit.send(headers: ["If-None-Match": other]).status == 200)
        }
        var moderator = TestBrowser(visit.newspaper, as: .moderator)
        let personal = await moderator.get(visit.path)
        #expect(route.cache == .immutable || personal["Cache-Control"] == "no-store")
    }

    @Test("A new comment changes the page for everyone at once")
    func change() async throws {
        var reader = TestBrowser(try await TestSite())
        var other = TestBrowser(reader.site)
        let before = await other.get(TestStories.bridgePath).eTag
        _ = await reader.comment("A word.")
        #expect(await other.get(TestStories.bridgePath).eTag != before)
    }

    private func expectSame(_ reply: Reply, _ plain: Reply, _ what: String) {
        if reply["Cache-Control"] == "no-store" { return }
        #expect(reply.status == plain.status, "\(what)")
        #expect(reply.bytes == plain.bytes, "\(what)")
        #expect(reply.response.fields == plain.response.fields, "\(what)")
    }
}
