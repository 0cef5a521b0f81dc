import Database
import Foundation
import Newsroom
import Storage
import Testing

@testable import Operations
@testable import Web

@Suite("Usage terms at the desk", .timeLimit(.minutes(5)))
struct PictureTermsJourneyTests {
    private static let address = "/desk/pictures/1"

    /// The picture of the test site, as it arrives again with terms.
    private func arrive(_ terms: String, _ newspaper: TestSite) async throws {
        var developed = DevelopedPicture.test
        developed.picture.wireVersion = 2
        developed.picture.provenance.usageTerms = terms
        let (arrived, now) = (developed, newspaper.clock.now)
        try await newspaper.writeFromElsewhere { tx in _ = try tx.publish(arrived, now: now) }
    }

    @Test("At the end of its terms, a picture leaves the story, and its file is gone; its page keeps the credit")
    func end() async throws {
        let newspaper = try await TestSite()
        try await arrive("NO ARCHIVES", newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        #expect(await editor.get(Self.address).text.contains("Nobody has confirmed these terms."))
        let end = newspaper.clock.now.addingTimeInterval(3_600)
        #expect(try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }?.terms.endsAt != nil)
        // Within the session of the editor.
        try await newspaper.writeFromElsewhere { tx in
            try tx.run("UPDATE pictures SET expires_at = $1 WHERE id = 1", end)
        }
        newspaper.clock.advance(3_599)
        _ = try await newspaper.site.newspaper.performJobs()
        #expect(await TestBrowser.read(TestStories.bridgePath, on: newspaper).text.contains(TestStories.rendition))
        newspaper.clock.advance(1)
        _ = try await newspaper.site.newspaper.performJobs()
        #expect(await !TestBrowser.read(TestStories.bridgePath, on: newspaper).text.contains(TestStories.rendition))
        #expect(await TestBrowser.read("/feed.json", on: newspaper).text.contains(TestStories.rendition) == false)
        #expect(await TestBrowser.read("/pictures/\(TestStories.rendition)", on: newspaper).status == 410)
        editor = TestBrowser(newspaper, as: .editor)
        let page = await editor.get(Self.address).text
        #expect(page.contains("The usage terms of this picture have ended"))
        #expect(
            try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }?.removal?.isExpiry == true)
    }

    @Test("Terms that an editor has confirmed stay when the agency sends the same words again, and go with other words")
    func confirmed() async throws {
        let newspaper = try await TestSite()
        try await arrive("NO ARCHIVES", newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        let revision = try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }?.revision ?? 0
        let form: KeyValuePairs = [
            "revision": "\(revision)", "single-use": "yes", "ends-at": "2040-01-31T08:00",
        ]
        #expect(await editor.post("\(Self.address)/terms", form).status == 303)
        #expect(await editor.post("\(Self.address)/terms", form).status == 409)
        try await arrive("NO ARCHIVES", newspaper)
        var picture = try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }
        #expect(picture?.terms.isSingleUse == true && picture?.termsConfirmation != nil)
        try await arrive("No limits", newspaper)
        picture = try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }
        #expect(picture?.terms == PictureTerms() && picture?.termsConfirmation == nil)
    }

    @Test("A time that does not exist is refused, and comes back")
    func refused() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let answer = await editor.post("\(Self.address)/terms", ["revision": "1", "ends-at": "tomorrow"])
        #expect(answer.status == 422 && answer.text.contains("value=\"tomorrow\""))
    }

    @Test("An end in the past asks first, and keeps what was typed")
    func past() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        let revision = try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }?.revision ?? 0
        let asked = await editor.post(
            "\(Self.address)/terms", ["revision": "\(revision)", "single-use": "yes", "ends-at": "2001-01-31T08:00"])
        #expect(asked.status == 422 && asked.text.contains("This time has passed"))
        #expect(asked.text.contains("value=\"2001-01-31T08:00\"") && asked.text.contains("value=\"yes\" checked"))
        let meant = await editor.post(
            "\(Self.address)/terms", ["revision": "\(revision)", "ends-at": "2001-01-31T08:00", "ended": "yes"])
        #expect(meant.status == 303)
    }
}
