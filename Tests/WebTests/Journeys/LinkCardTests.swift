import Database
import Foundation
import Newsroom
import Operations
import Storage
import Synchronization
import Testing

@testable import Web

@Suite("Link cards", .timeLimit(.minutes(5)))
struct LinkCardTests {
    private static let address = CardDesk.address
    private static let body = CardDesk.body
    private static let file = CardDesk.file

    @Test("A story's address is fetched after its publication, and then becomes a card")
    func journey() async throws {
        let desk = try await CardDesk()
        let path = try await desk.draft(Self.body)
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let form = try await desk.form(path, Self.body, with: &editor)
        let preview = await editor.post(path + "/preview", body: form).text
        #expect(preview.contains("becomes a card when the story is published"))
        try await desk.fetch()
        #expect(desk.site.count == 0, "Nothing is fetched for a draft.")
        #expect(await editor.post(path + "/publish", body: form).location == "/stories/4")
        #expect(await desk.page(Story.ID(4)).contains("<p><a href=\"\(Self.address)\">"))
        #expect(await desk.picture() == 404)
        try await desk.fetch()
        let page = await desk.page(Story.ID(4))
        #expect(page.contains("<div class=\"link-card\">") && page.contains("The &lt;report&gt;</a>"))
        #expect(page.contains("/pictures/\(Self.file)") && page.contains("alt=\"\""))
        #expect(!page.contains("src=\"https://example.org"))
        #expect(await desk.picture() == 200)
        let version = await TestBrowser(desk.newspaper).followed("/stories/4/a-report/versions/1").text
        #expect(version.contains("<div class=\"link-card\">"))
        let feed = await TestBrowser.read("/feed.xml", on: desk.newspaper).text
        #expect(!feed.contains("link-card") && !feed.contains("The &amp;lt;report"))
        let again = try await desk.draft(Self.body, headline: "Another")
        let other = try await desk.form(again, Self.body, "Another", with: &editor)
        let known = await editor.post(again + "/preview", body: other).text
        #expect(known.contains("<div class=\"link-card\">"))
        try await desk.publish(Self.body, headline: "A third")
        try await desk.fetch()
        #expect(desk.site.count == 1)
        #expect(await desk.page(Story.ID(5)).contains("<div class=\"link-card\">"))
    }

    @Test("A picture's file is gone when no published story names the address")
    func files() async throws {
        let desk = try await CardDesk()
        let story = try await desk.publish(Self.body)
        try await desk.fetch()
        #expect(await desk.picture() == 200)
        try await desk.publish("Before.\n\nSee \(Self.address)", revising: story)
        #expect(await desk.picture() == 404)
        let page = await desk.page(story)
        #expect(!page.contains("link-card"))
        let version = await TestBrowser(desk.newspaper).followed("/stories/4/a-report/versions/1").text
        #expect(!version.contains("link-card"))
        try await desk.publish(Self.body, revising: story)
        #expect(await desk.picture() == 200)
        #expect(await desk.page(story).contains("link-card"))
        try await desk.newspaper.writeFromElsewhere { tx in
            guard let editor = try tx.staff(email: "editor@example.org")?.staff else { return }
            try tx.withdraw(story, version: 3, reason: "It was wrong.", by: editor.email, now: .noon)
        }
        #expect(await desk.picture() == 404)
        #expect(desk.site.count == 1)
    }

    @Test("A site that is down is asked again, and is given up after an hour; the address stays a link")
    func down() async throws {
        let desk = try await CardDesk()
        desk.site.isDown.withLock { $0 = true }
        let story = try await desk.publish(Self.body)
        for _ in 0..<100 {
            try await desk.fetch()
            desk.newspaper.clock.advance(60)
        }
        let tried = desk.site.count
        #expect((5...20).contains(tried))
        let jobs = try await desk.newspaper.site.newspaper.jobs(as: .system).jobs
        #expect(jobs.map(\.state) == [.failed] && jobs.map(\.kind) == [.fetchLinkCard])
        #expect(await desk.page(story).contains("<p><a href=\"\(Self.address)\">"))
        desk.site.isDown.withLock { $0 = false }
        _ = try await desk.newspaper.site.newspaper.retryJob(jobs[0].id, as: .system)
        try await desk.fetch()
        await desk.newspaper.site.changes.catchUp()
        #expect(await desk.page(story).contains("link-card"))
    }

    @Test("A page without a card is asked once for a story, and leaves no job")
    func none() async throws {
        let desk = try await CardDesk()
        desk.site.hasCard.withLock { $0 = false }
        let story = try await desk.publish(Self.body)
        try await desk.fetch()
        desk.newspaper.clock.advance(3_600)
        try await desk.fetch()
        let page = await desk.page(story)
        #expect(desk.site.count == 1 && !page.contains("link-card"))
        #expect(try await desk.newspaper.site.newspaper.jobs(as: .system).jobs == [])
    }

    @Test("Nothing is fetched for a story that was withdrawn meanwhile, nor for a process without a fetcher")
    func withdrawn() async throws {
        let desk = try await CardDesk()
        let story = try await desk.publish(Self.body)
        try await desk.newspaper.writeFromElsewhere { tx in
            guard let editor = try tx.staff(email: "editor@example.org")?.staff else { return }
            try tx.withdraw(story, version: 1, reason: "It was wrong.", by: editor.email, now: .noon)
        }
        #expect(try await desk.newspaper.another().newspaper.performJobs(in: .network) == [])
        try await desk.fetch()
        #expect(desk.site.count == 0)
    }

    @Test("Several processes fetch an address once")
    func processes() async throws {
        let desk = try await CardDesk()
        for number in 0..<3 { try await desk.publish(Self.body, headline: "No. \(number)") }
        let other = try desk.newspaper.another(otherSite: desk.site)
        async let one = desk.newspaper.site.newspaper.performJobs(in: .network)
        async let two = other.newspaper.performJobs(in: .network)
        _ = try await (one, two)
        #expect(desk.site.count == 1)
    }

    @Test("The address of an agency's text never becomes a card, nor when the desk revises the story")
    func agency() async throws {
        let desk = try await CardDesk()
        try await desk.newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("wire", "From the wire", body: Self.body), opening: "")
        }
        let (story, own) = (Story.ID(4), "https://example.org/own")
        try await desk.publish("Revised.\n\n<\(Self.address)>\n\n<\(own)>", revising: story, headline: "From the wire")
        try await desk.fetch()
        #expect(desk.site.asked.withLock { $0 } == [own])
        try await desk.publish(Self.body)
        try await desk.fetch()
        let page = await desk.page(story)
        #expect(page.contains("<p><a href=\"\(Self.address)\">"))
        #expect(page.contains("<p dir=\"auto\"><a href=\"\(own)\">"))
        try await desk.newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test("wire", "From the wire", version: 2, body: "<\(own)>"), opening: "")
        }
        let later = await desk.page(story)
        #expect(!later.contains("link-card"))
    }
}
