import Database
import Foundation
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Following and muting", .timeLimit(.minutes(5)))
struct FollowingJourneyTests {
    private static let story = TestStories.bridgePath

    @Test("A person follows a story and a topic, and stops on the list", arguments: TestedEngine.allCases)
    func following(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var (reader, visitor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let shared = await visitor.get(Self.story)
        #expect(shared.text.contains("Sign in to follow this story") && !shared.text.contains("/account/following"))
        #expect(await reader.get(Self.story).text.contains(">Follow this story</button>"))
        #expect(await reader.post("/account/following", ["story": "1"]).location == Self.story + "#follow")
        #expect(await reader.get(Self.story).text.contains(">Stop following this story</button>"))
        #expect(await reader.post("/account/following", ["topic": "bridges"]).location == "/topics/bridges#follow")
        #expect(await reader.get("/topics/bridges").text.contains(">Stop following this topic</button>"))
        #expect(await visitor.get(Self.story).bytes == shared.bytes)
        let list = await reader.get("/account/following").text
        #expect(list.contains("A bridge opens") && list.contains("href=\"/topics/bridges\""))
        for field in [("story", "1"), ("topic", "bridges")] {
            let reply = await reader.post(
                "/account/following", body: "\(field.0)=\(field.1)&end=yes&back=list")
            #expect(reply.location == "/account/following")
        }
        #expect(await reader.get("/account/following").text.contains("You do not follow"))
        for form in ["", "story=x", "story=99", "topic=nothing"] {
            #expect(await reader.post("/account/following", body: form).status == 404, "\(form)")
        }
    }

    @Test("Comments of a muted person are folded for one reader only", arguments: TestedEngine.allCases)
    func muting(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        let other = try await newspaper.commentOfReader("Reader Two", "Words that are muted.")
        var (reader, visitor) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        var second = try await newspaper.browser(of: other)
        let own = await reader.commentNumber("My own words.")
        let guest = await visitor.commentNumber("Words of a guest.", name: "A guest")
        visitor = TestBrowser(newspaper)
        let (shared, before) = (await visitor.get(Self.story), await second.get(Self.story))
        let page = await reader.get(Self.story).text
        #expect(page.contains("name=\"comment\" value=\"1\" aria-describedby=\"by-1\">Mute</button>"))
        #expect(!page.contains("value=\"\(own)\" aria") && !page.contains("value=\"\(guest)\" aria"))
        let muted = await reader.post("/account/muted", ["comment": "1", "back": "oldest"])
        #expect(muted.location == "\(Self.story)#comment-1")
        _ = try await reader.follow(muted).page()
        let text = await reader.get(Self.story).text
        #expect(text.contains("<details class=\"muted\"><summary>You muted Reader Two. Show the comment</summary>"))
        #expect(text.components(separatedBy: "<details class=\"muted\">").count == 2)
        #expect(text.contains("name=\"again\" value=\"1\""))
        #expect(await reader.get("\(Self.story)/comments/1").text.contains("<details class=\"muted\">"))
        #expect(await visitor.get(Self.story).bytes == shared.bytes)
        #expect(await second.get(Self.story).bytes == before.bytes, "the muted person never learns of it")
        #expect(await reader.get("/people/\(other.id)/reader-two").text.contains(">Unmute</button>"))
        #expect(await reader.get("/account/muted").text.contains("<bdi>Reader Two</bdi>"))
        let again = await reader.post("/account/muted", ["again": "1", "back": "1"])
        #expect(again.status == 303)
        #expect(await !reader.get(Self.story).text.contains("<details class=\"muted\">"))
    }

    @Test("Nobody mutes oneself, the staff, or somebody who has not commented")
    func refusals() async throws {
        let newspaper = try await TestSite()
        var (reader, moderator) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper, as: .moderator))
        _ = await reader.commentNumber("Mine.")
        let ofStaff = await moderator.commentNumber("By the staff.")
        #expect(await !reader.get(Self.story).text.contains(">Mute</button>"))
        #expect(await reader.post("/account/muted", ["person": "5"]).status == 422)
        #expect(await reader.post("/account/muted", ["comment": ofStaff]).status == 403)
        for form in ["", "person=3x", "person=999", "comment=999"] {
            #expect(await reader.post("/account/muted", body: form).status == 404, "\(form)")
        }
        let hidden = await reader.post("/account/muted", ["person": "3"])
        #expect(hidden.status == 404, "an admin who never commented is not revealed")
        #expect(await moderator.post("/account/muted", ["person": "5"]).location == "/account/muted")
    }

    @Test("Every role with an account may follow and mute; a visitor is asked to sign in", arguments: Role.allCases)
    func roles(_ role: Role) async throws {
        let newspaper = try await TestSite()
        let other = try await newspaper.commentOfReader("Reader Two", "Words.")
        var browser = TestBrowser(newspaper, as: role)
        let expected = role == .visitor ? 403 : 303
        #expect(await browser.post("/account/following", ["story": "1"]).status == expected)
        #expect(await browser.post("/account/muted", ["person": "\(other.id)"]).status == expected)
        #expect(await browser.post("/account/page", ["page": "off"]).status == expected)
        for path in ["/account/following", "/account/muted"] {
            let reply = await browser.get(path)
            #expect(reply.status == (role == .visitor ? 303 : 200), "\(path)")
        }
        #expect(await browser.get(Self.story).text.contains("<details class=\"muted\">") == (role != .visitor))
    }

    @Test("The back field leads only to pages of the discussion")
    func back() async throws {
        let newspaper = try await TestSite()
        _ = try await newspaper.commentOfReader("Reader Two", "Words.")
        var reader = TestBrowser(newspaper, as: .reader)
        for (back, location) in [
            ("newest", "\(Self.story)?order=newest#comment-1"), ("1", "\(Self.story)/comments/1#comment-1"),
            ("https://evil.example", "/account/muted"), ("//evil.example", "/account/muted"), ("page", "/people/6"),
        ] {
            #expect(await reader.post("/account/muted", ["comment": "1", "back": back]).location == location)
        }
    }
}
