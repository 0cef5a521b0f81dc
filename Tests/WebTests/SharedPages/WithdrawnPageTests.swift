import HTTPTypes
import Newsroom
import PageCache
import Storage
import Testing

@testable import Web

@Suite("Pages of withdrawn stories", .timeLimit(.minutes(5)))
struct WithdrawnPageTests {
    @Test("The page is cached only at the story's own address, until the story changes")
    func kept() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let before = await reader.get(TestStories.kettlePath)
        try await TestStories.withdraw("three", in: newspaper)
        let page = await reader.get(TestStories.kettlePath)
        let store = newspaper.site.store
        let kept = try #require(store.peek(TestStories.kettlePath))
        #expect(before.status == 200 && page.status == 410 && kept.status == .gone)
        #expect(page["Cache-Control"] == before["Cache-Control"] && page["Vary"] == before["Vary"])
        #expect(page.eTag == kept.identity.eTag && page["Last-Modified"] != nil)
        #expect(await reader.get(TestStories.kettlePath).bytes == page.bytes)
        #expect(store.peek(TestStories.kettlePath) === kept)

        let pages = store.size.pages
        for path in [
            "/stories/3", "/stories/3/another", TestStories.kettlePath + "?order=newest",
            TestStories.kettlePath + "?after=1-1", TestStories.kettlePath + "/versions",
            TestStories.kettlePath + "/versions/1?since=5", TestStories.kettlePath + "/comments/1",
        ] {
            #expect(await reader.get(path).status == 410, "\(path)")
            #expect(store.size.pages == pages, "\(path)")
        }

        let stories = newspaper.stories
        try await newspaper.writeFromElsewhere { tx in try tx.relate([stories.kettle, stories.ferry, stories.bridge]) }
        #expect(store.peek(TestStories.kettlePath) == nil)
        #expect(await reader.get(TestStories.kettlePath).status == 410)
    }

    @Test("A conditional request gets the whole page, because 410 is not a success")
    func known() async throws {
        let newspaper = try await TestSite()
        try await TestStories.withdraw("three", in: newspaper)
        var reader = TestBrowser(newspaper)
        let page = await reader.get(TestStories.kettlePath)
        for tags in [try #require(page.eTag), "*"] {
            reader.headers = ["If-None-Match": tags]
            let again = await reader.get(TestStories.kettlePath)
            #expect(again.status == 410 && again.bytes == page.bytes)
        }
    }

    @Test("Staff and commenters get a page that is not cached")
    func personal() async throws {
        let newspaper = try await TestSite()
        var writer = TestBrowser(newspaper)
        _ = await writer.comment("A word.", on: TestStories.kettlePath)
        try await TestStories.withdraw("three", in: newspaper)
        var moderator = TestBrowser(newspaper, as: .moderator)
        for reply in [await writer.get(TestStories.kettlePath), await moderator.get(TestStories.kettlePath)] {
            #expect(reply.status == 410 && reply["Cache-Control"] == "no-store")
        }
    }
}
