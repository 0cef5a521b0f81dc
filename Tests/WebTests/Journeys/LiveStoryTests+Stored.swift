import Database
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

/// Entries that did not come from the form.
extension LiveStoryTests {
    /// Stores an entry without the checks of the form, as another process of an earlier version could.
    private func store(_ text: String, headline: String? = nil, in newspaper: TestSite) async throws {
        let (found, now) = (
            try await newspaper.database.read { tx in try tx.staff(email: "editor@example.org")?.staff },
            newspaper.clock.now
        )
        let (staff, draft) = (try #require(found), try LiveEntryDraft(headline: headline, text: text))
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.addEntry(draft, isKeyPoint: true, token: "t", to: Story.ID(1), by: staff, now: now)
        }
    }

    @Test("Another process shows an entry as soon as it has noticed the change")
    func elsewhere() async throws {
        let newspaper = try await TestSite()
        _ = await live(newspaper)
        var reader = TestBrowser(newspaper)
        #expect(await reader.get(story).text.contains("No entries yet."))
        try await store("From elsewhere.", in: newspaper)
        #expect(await reader.get(story).text.contains("From elsewhere."))
    }

    @Test("Hostile Markdown stays text")
    func hostile() async throws {
        let newspaper = try await TestSite()
        var (editor, reader) = (await live(newspaper), TestBrowser(newspaper))
        let text = "<script>alert(1)</script> [a](javascript:alert(1)) ![b](picture:1) </article>[^1]\n\n[^1]: A note."
        try await store(text, headline: "<img src=x onerror=alert(1)>", in: newspaper)
        try await add("Another[^1]\n\n[^1]: note.", &editor)
        for path in [story, "\(story)/entries", "\(story)/live/1"] {
            let reply = await reader.get(path)
            _ = try reply.page()
            #expect(!reply.text.contains("<script>alert") && !reply.text.contains("<img src=x"), "\(path)")
            #expect(!reply.text.contains("href=\"javascript"), "\(path)")
        }
        #expect(await reader.get(story).text.contains("id=\"entry-2-footnote-1\""))
    }
}
