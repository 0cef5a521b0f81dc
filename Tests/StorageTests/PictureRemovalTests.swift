import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Pictures that are withdrawn or get other files", .timeLimit(.minutes(5)))
struct PictureRemovalTests {
    private func withdraw(_ id: Picture.ID, from revision: Int64 = 1, in newsroom: TestNewsroom) async throws {
        let staff = newsroom.moderator
        try await newsroom.database.write { tx in
            try tx.withdrawPicture(id, because: "A court says so.", from: revision, by: staff, now: .noon)
        }
    }

    /// Deletes what is due, as the job does, and returns the names.
    private func deleted(in newsroom: TestNewsroom, at now: Date = .noon) async throws -> [String] {
        try await newsroom.database.write { tx in
            let names = try tx.filesToDelete(limit: 100, now: now)
            try tx.markDeleted(names.deleted + names.kept)
            return names.deleted.sorted()
        }
    }

    /// Those of these addresses that are gone for good.
    private func gone(_ names: String..., in newsroom: TestNewsroom) async throws -> [String] {
        try await newsroom.database.read { tx in try names.filter { try tx.isGone(rendition: $0) } }
    }

    @Test(
        "A withdrawn picture leaves every gallery for good, and the record says who did it and why",
        arguments: TestedEngine.allCases)
    func withdrawn(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (id, other) = (
            try await newsroom.upload(.upload()), try await newsroom.upload(.upload(digest: "2", file: "c"))
        )
        let story = newsroom.story
        try await newsroom.database.write { tx in
            try tx.setGallery([GalleryEntry(id), GalleryEntry(other, caption: "Ours.")], of: story)
        }
        #expect(try await newsroom.picture(id).uses == 1)
        try await withdraw(id, in: newsroom)
        let picture = try await newsroom.picture(id)
        let removal = PictureRemoval(at: .noon, by: "The moderator", reason: "A court says so.")
        #expect(picture.removal == removal && picture.uses == 0 && picture.picture.renditions.isEmpty)
        let (entries, usable, known, log) = try await newsroom.database.read { tx in
            (try tx.galleryEntries(of: story), try tx.picture(id), try tx.picture(digest: "a"), try tx.logEntries())
        }
        #expect(entries == [GalleryEntry(other, caption: "Ours.")] && usable == nil)
        #expect(known?.id == id && known?.isRemoved == true)
        #expect(log.contains { $0.action == "picture.withdraw" && $0.detail == "A court says so." })
        #expect(log.count { $0.action == "picture.upload" } == 2)
        let again = await #expect(throws: Refusal.self) { try await withdraw(id, from: picture.revision, in: newsroom) }
        #expect(again?.code == .picture(.removed))
        let missing = await #expect(throws: Refusal.self) { try await withdraw(Picture.ID(99_999), in: newsroom) }
        #expect(missing?.code == .missing(.picture))
        try await newsroom.expectSound()
    }

    @Test(
        "The files of a withdrawn picture are deleted, and their addresses are gone", arguments: TestedEngine.allCases)
    func files(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let id = try await newsroom.upload(.upload())
        #expect(try await !newsroom.isDue(.deletePictureFiles))
        try await withdraw(id, in: newsroom)
        #expect(try await newsroom.isDue(.deletePictureFiles))
        #expect(try await gone("b", "b.webp", "c", in: newsroom) == ["b", "b.webp"])
        #expect(try await deleted(in: newsroom) == ["b", "b.webp", "original-a"])
        #expect(try await !newsroom.isDue(.deletePictureFiles))
        #expect(try await gone("b", "c", in: newsroom) == ["b"])
    }

    @Test("A file stays while another picture has the same bytes", arguments: TestedEngine.allCases)
    func shared(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (first, second) = (try await newsroom.upload(.upload()), try await newsroom.upload(.upload()))
        try await withdraw(first, in: newsroom)
        #expect(try await gone("b", in: newsroom) == [])
        #expect(try await deleted(in: newsroom) == [])
        #expect(try await !newsroom.isDue(.deletePictureFiles))
        try await withdraw(second, in: newsroom)
        #expect(try await gone("b", in: newsroom) == ["b"])
        #expect(try await deleted(in: newsroom) == ["b", "b.webp", "original-a"])
    }

    @Test("The old files of a picture stay for a day, for pages that are open", arguments: TestedEngine.allCases)
    func oldFiles(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (story, staff) = (newsroom.story, newsroom.moderator)
        let id = try await newsroom.upload(.upload())
        try await newsroom.database.write { tx in
            try tx.setGallery([GalleryEntry(id)], of: story)
            try tx.replaceFile(of: id, with: .upload(digest: "new", file: "new"), from: 1, by: staff, now: .noon)
        }
        let showing = try await newsroom.database.read { tx in
            [try tx.story(showingRendition: "b"), try tx.story(showingRendition: "new")]
        }
        #expect(showing == [story, story])
        #expect(try await newsroom.picture(id).picture.caption == "A bridge.")
        #expect(try await deleted(in: newsroom, at: .noon.later(86_399)) == ["original-a"])
        #expect(try await deleted(in: newsroom, at: .noon.later(86_400)) == ["b", "b.webp"])
        #expect(try await gone("b", in: newsroom) == [])
        // The file before comes back.
        try await newsroom.database.write { tx in
            try tx.replaceFile(of: id, with: .upload(digest: "a", file: "b"), from: 2, by: staff, now: .noon)
        }
        #expect(try await deleted(in: newsroom, at: .noon.later(2 * 86_400)) == ["new", "new.webp", "original-new"])
        try await withdraw(id, from: 3, in: newsroom)
        #expect(try await gone("b", "new", in: newsroom) == ["b", "new"])
    }

    @Test(
        "Words that a reporter types change no limit; an editor looks at them again", arguments: TestedEngine.allCases)
    func reporter(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let id = try await newsroom.upload(.upload())
        let reporter = try await newsroom.database.write { tx in
            try tx.addStaff(
                email: "reporter@example.org", name: "The reporter", role: .reporter, passwordHash: "-", now: .noon)
        }
        let terms = PictureTerms(isSingleUse: true, endsAt: .noon.later(86_400))
        var revision = Int64(1)
        for words in ["Valid until 2020-01-01", nil, "NO ARCHIVES"] {
            var developed = DevelopedPicture.upload()
            developed.picture.provenance.usageTerms = words
            let (typed, current, moderator) = (developed, revision, newsroom.moderator)
            try await newsroom.database.write { tx in
                try tx.confirmTerms(terms, of: id, from: current, by: moderator, now: .noon)
                try tx.describe(id, as: typed, from: current + 1, by: reporter, now: .noon)
            }
            let picture = try await newsroom.picture(id)
            #expect(picture.terms == terms && picture.termsConfirmation == nil)
            #expect(picture.picture.provenance.usageTerms == words)
            revision = picture.revision
        }
    }

    @Test("An editor's withdrawal of an agency's picture outlasts a cancellation", arguments: TestedEngine.allCases)
    func canceledToo(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var picture = DevelopedPicture.upload()
        picture.picture.guid = "picture"
        let sent = picture
        let id = try await newsroom.database.write { tx in try tx.publish(sent, now: .noon) }
        #expect(try await !newsroom.database.read { tx in try tx.isWithdrawnByStaff(guid: "picture") })
        try await withdraw(id, in: newsroom)
        try await newsroom.database.write { tx in
            try tx.withdrawPicture(guid: "picture", wireVersion: 2, now: .noon.later(1))
        }
        #expect(try await newsroom.picture(id).removal?.by == "The moderator")
        #expect(try await newsroom.database.read { tx in try tx.isWithdrawnByStaff(guid: "picture") })
    }

    @Test(
        "An agency's new file replaces the original, and the framing that the darkroom kept is stored",
        arguments: TestedEngine.allCases)
    func newVersion(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var (first, second) = (DevelopedPicture.upload(), DevelopedPicture.upload(digest: "2", file: "c"))
        (first.picture.guid, second.picture.guid) = ("picture", "picture")
        second.framing = Framing(focus: Framing.Point(left: 250, top: 500))
        let versions = [first, second]
        let id = try await newsroom.database.write { tx in
            try versions.map { try tx.publish($0, now: .noon) }.last
        }
        #expect(try await newsroom.picture(try #require(id)).framing == second.framing)
        #expect(try await deleted(in: newsroom) == ["original-a"])
    }

    @Test("An agency that cancels its picture and sends it again brings it back", arguments: TestedEngine.allCases)
    func canceled(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var picture = DevelopedPicture.upload()
        picture.picture.guid = "picture"
        let sent = picture
        let id = try await newsroom.database.write { tx in
            let id = try tx.publish(sent, now: .noon)
            try tx.withdrawPicture(guid: "picture", wireVersion: 2, now: .noon)
            return id
        }
        let canceled = try await newsroom.picture(id)
        #expect(canceled.removal == PictureRemoval(at: .noon, by: nil, reason: "") && canceled.addedBy == nil)
        try await newsroom.database.write { tx in _ = try tx.publish(sent, now: .noon.later(1)) }
        let back = try await newsroom.picture(id)
        #expect(back.removal == nil && back.picture.renditions.count == 2 && back.addedAt == .noon)
        #expect(try await gone("b", in: newsroom) == [])
        #expect(try await deleted(in: newsroom, at: .noon.later(90_000)) == [])
    }
}
