import Database
import Foundation
import Newsroom
import Operations
import PageCache
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("People's pages", .timeLimit(.minutes(5)))
struct PeopleTests {
    private static let story = TestStories.bridgePath
    /// The reader of the test site.
    private static let page = "/people/5/reader-one"

    @Test(
        "A page appears with the first comment, is shared, and shows nothing private", arguments: TestedEngine.allCases)
    func page(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, visitor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        for path in [Self.page, "/people/5"] {
            let none = await visitor.get(path)
            #expect(none.status == 404 && none.text.contains("This reader has no public page."))
        }
        _ = await reader.commentNumber("Signed words.")
        #expect(await visitor.get("/people/5").location == Self.page)
        #expect(await visitor.get("/people/5/somebody").location == Self.page)
        let page = await visitor.get(Self.page)
        #expect(page.status == 200 && page.eTag != nil && page["Cache-Control"]?.hasPrefix("public") == true)
        #expect(newspaper.site.store.peek(Self.page) != nil)
        for words in ["<bdi>Reader One</bdi>", "Signed words.", "1 comment<", "A bridge opens", "content=\"noindex\""] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("reader@example.org") && !page.text.contains("Mute"))
        #expect(
            await visitor.get(Self.story).text.contains(
                "<a class=\"person\" href=\"/people/5\"><bdi>Reader One</bdi></a>"))
        for path in ["/people/999", "/people/x/y", "/people/1/the-moderator", "\(Self.page)?after=x"] {
            #expect(await visitor.get(path).status == 404, "\(path)")
        }
    }

    @Test("The page of a member of staff has their mark and no button", arguments: TestedEngine.allCases)
    func staff(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (editor, reader) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .reader))
        _ = await editor.commentNumber("By the staff.")
        let page = await reader.follow(await reader.get("/people/2")).text
        #expect(page.contains("The editor</bdi> <span class=\"by-desk\">Staff</span>") && !page.contains("Mute"))
        #expect(await reader.post("/account/muted", ["person": "2", "back": "page"]).status == 403)
    }

    @Test("After every change, the page and the discussion are fresh at once", arguments: TestedEngine.allCases)
    func freshness(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, visitor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let first = await reader.commentNumber("First words.")
        let second = await reader.commentNumber("Second words.")
        #expect(await visitor.get(Self.page).text.contains("2 comments"))
        _ = await reader.post("/comments/\(first)/edit", ["text": "Better words."])
        #expect(await visitor.get(Self.page).text.contains("Better words."))
        _ = await reader.post("/comments/\(second)/delete", [:])
        let page = await visitor.get(Self.page).text
        #expect(page.contains("1 comment<") && !page.contains("Second words."))

        _ = await visitor.get(Self.story)
        #expect(await reader.post("/account/name", ["name": "Ζήτα"]).status == 303)
        let renamed = await visitor.get(Self.page)
        #expect(renamed.status == 308)
        #expect(await visitor.follow(renamed).text.contains("<h1><bdi>Ζήτα</bdi></h1>"))
        #expect(try await newspaper.site.newspaper.performJobs().contains(.renameComments))
        let story = await visitor.get(Self.story).text
        #expect(story.contains("<bdi>Ζήτα</bdi>") && !story.contains("Reader One"))

        let address = renamed.location ?? ""
        #expect(await reader.post("/account/page", ["page": "off"]).location == "/account?done=page-off")
        #expect(await visitor.get(address).status == 404)
        #expect(await reader.get("/account").text.contains("You have no public page."))
        _ = await reader.post("/account/page", ["page": "on"])
        #expect(await visitor.get(address).status == 200)
        try await TestStories.withdraw("one", in: newspaper)
        #expect(await visitor.get(address).status == 404, "the only story was withdrawn")
    }

    @Test("The newspaper can have no pages of people, and then no name is a link")
    func switchedOff() async throws {
        let newspaper = try await TestSite { settings in
            let house = settings.house
            settings.house = House(
                name: house.name, tagline: nil, timeZone: house.timeZone, disclaimer: house.disclaimer,
                hasPeoplePages: false)
        }
        var (reader, visitor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        _ = await reader.commentNumber("Signed words.")
        #expect(await visitor.get(Self.page).status == 404)
        #expect(await visitor.get("/people/5").status == 404)
        #expect(await !visitor.get(Self.story).text.contains("/people/"))
        #expect(await !reader.get("/account").text.contains("/account/page"))
    }

    @Test("A page that begins at a made-up key is not cached, and one at a comment is")
    func keys() async throws {
        let newspaper = try await TestSite()
        var (reader, visitor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let number = try #require(Comment.ID(path: await reader.commentNumber("Words.")))
        let comment = try #require(try await newspaper.database.read { tx in try tx.comment(number) })
        let before = newspaper.site.store.size.pages
        #expect(await visitor.get("\(Self.page)?after=99-99").status == 200)
        #expect(newspaper.site.store.size.pages == before)
        #expect(await visitor.get("\(Self.page)?after=\(comment.key)").status == 200)
        #expect(newspaper.site.store.size.pages == before + 1)
    }
}
