import Database
import Foundation
import Newsroom
import Storage
import Testing
import Wire

@testable import Web

@Suite("Sitemaps", .timeLimit(.minutes(5)))
struct SitemapTests {
    @Test("A small newspaper has one sitemap with every page")
    func small() async throws {
        var reader = TestBrowser(try await TestSite())
        let map = await reader.get("/sitemap.xml").text
        for path in ["/", "/policy", "/topics/bridges", TestStories.bridgePath, TestStories.kettlePath] {
            #expect(map.contains("<loc>http://news.example\(path)</loc>"), "\(path)")
        }
        #expect(await reader.get("/sitemap.xml?part=1").text == map)
        for part in ["0", "2", "-1", "01", "1.0", "x", "9223372036854775807", "99999999999999999999"] {
            #expect(await reader.get("/sitemap.xml?part=\(part)").status == 404, "\(part)")
        }
    }

    @Test("A newspaper with many stories has an index, and no story is missing")
    func index() async throws {
        let newspaper = try await TestSite()
        try await newspaper.writeFromElsewhere { tx in
            try tx.run(
                """
                INSERT INTO stories (id, slug, language, published_at, updated_at, current_version, opening)
                VALUES ($1, 'far', 'en', 0, 0, 1, '')
                """, Sitemap.mostStories * 2 + 1)
        }
        var reader = TestBrowser(newspaper)
        let index = await reader.get("/sitemap.xml").text
        #expect(index.contains("<sitemapindex") && index.components(separatedBy: "<sitemap>").count == 4)
        let parts = ["1", "2", "3"]
        var maps: [String] = []
        for part in parts {
            #expect(index.contains("<loc>http://news.example/sitemap.xml?part=\(part)</loc>"))
            maps.append(await reader.get("/sitemap.xml?part=\(part)").text)
        }
        #expect(maps[0].contains("/stories/1/") && maps[0].contains("/stories/3/") && maps[0].contains("/policy"))
        #expect(!maps[1].contains("<url>"))
        #expect(maps[2].contains("/stories/\(Sitemap.mostStories * 2 + 1)/") && !maps[2].contains("/policy"))
    }

    @Test("The news sitemap has the stories of 48 hours, and robots.txt names both sitemaps")
    func news() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        newspaper.clock.advance(3_600)
        let map = await reader.get("/news-sitemap.xml").text
        #expect(map.components(separatedBy: "<news:news>").count == 4)
        #expect(map.contains("<news:name>Broadsheet</news:name><news:language>en</news:language>"))
        newspaper.clock.advance(NewsSitemap.span)
        #expect(await reader.get("/news-sitemap.xml").text.contains("<news:news>") == false)
        let robots = await reader.get("/robots.txt").text
        for name in ["sitemap.xml", "news-sitemap.xml"] {
            #expect(robots.contains("Sitemap: http://news.example/\(name)\n"))
        }
    }
}
