import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The pictures of versions in the database", .timeLimit(.minutes(5)))
struct VersionPictureTests {
    /// A newsroom with two pictures, of which version 1 of the story has the first and version 2 both.
    private func newsroom(_ engine: TestedEngine) async throws -> (TestNewsroom, Picture.ID, Picture.ID) {
        let newsroom = try await engine.newsroom()
        let (first, second) = (
            try await newsroom.upload(.upload()), try await newsroom.upload(.upload(digest: "2", file: "c"))
        )
        let story = newsroom.story
        try await newsroom.database.write { tx in try tx.setGallery([GalleryEntry(first, caption: "Dawn")], of: story) }
        try await newsroom.database.write { tx in
            _ = try tx.publish(.test(guid: "one", version: 2), opening: "")
            try tx.setGallery([GalleryEntry(second), GalleryEntry(first, caption: "Dusk")], of: story)
        }
        return (newsroom, first, second)
    }

    private func galleries(_ newsroom: TestNewsroom, upTo last: Int = 2) async throws -> [[String]] {
        try await newsroom.database.read { tx in
            try (1...last).map { version in
                try tx.gallery(of: newsroom.story, version: version).pictures.map { "\($0.id) \($0.caption.sent)" }
            }
        }
    }

    @Test("A version keeps its pictures, and the newest one has the story's gallery", arguments: TestedEngine.allCases)
    func kept(_ engine: TestedEngine) async throws {
        let (newsroom, first, second) = try await newsroom(engine)
        let found = try await galleries(newsroom)
        #expect(found[0] == ["\(first) Dawn"])
        #expect(found[1].map { String($0.prefix(while: { $0 != " " })) } == ["\(second)", "\(first)"])
        #expect(found[1].last == "\(first) Dusk")
        let today = try await newsroom.database.read { tx in try tx.gallery(of: newsroom.story).pictures.map(\.id) }
        #expect(today == [second, first])
    }

    @Test("A version without new pictures has those of the version before", arguments: TestedEngine.allCases)
    func copied(_ engine: TestedEngine) async throws {
        let (newsroom, _, _) = try await newsroom(engine)
        try await newsroom.database.write { tx in _ = try tx.publish(.test(guid: "one", version: 3), opening: "") }
        let found = try await galleries(newsroom, upTo: 3)
        #expect(found[2] == found[1] && found[0].count == 1)
    }

    @Test(
        "A withdrawn picture leaves all versions with its captions, and every story that had it changes",
        arguments: TestedEngine.allCases)
    func withdrawn(_ engine: TestedEngine) async throws {
        let (newsroom, first, second) = try await newsroom(engine)
        let story = newsroom.story
        try await newsroom.database.write { tx in try tx.setGallery([GalleryEntry(second)], of: story) }
        #expect(try await galleries(newsroom)[0] == ["\(first) Dawn"])
        let before = try await newsroom.database.read { tx in try tx.latestChange() }
        #expect(try await newsroom.database.read { tx in try tx.story(showingRendition: "b") } == story)
        try await newsroom.database.write { tx in
            try tx.withdrawPicture(first, because: "-", from: 1, by: newsroom.moderator, now: .noon)
        }
        let (changes, captions, shown, uses) = try await newsroom.database.read { tx in
            (
                try tx.changes(of: story, after: before, limit: 10),
                try tx.all("SELECT caption FROM version_pictures WHERE caption IS NOT NULL") { try $0[0] as String },
                try tx.story(showingRendition: "b"), try tx.stories(thatShowed: first, limit: 10)
            )
        }
        #expect(try await galleries(newsroom)[0] == [])
        #expect(changes?.map(\.kind) == [.storyArranged])
        #expect(captions == [] && shown == nil && uses.map(\.id) == [story])
    }

    @Test("A picture that may be used once counts as used by an earlier version", arguments: TestedEngine.allCases)
    func once(_ engine: TestedEngine) async throws {
        let (newsroom, first, second) = try await newsroom(engine)
        let used = try await newsroom.database.write { tx in
            try tx.confirmTerms(
                PictureTerms(isSingleUse: true, endsAt: nil), of: first, from: 1, by: newsroom.moderator, now: .noon)
            try tx.setGallery([GalleryEntry(second)], of: newsroom.story)
            return try tx.usedBefore([GalleryEntry(first)], notCounting: nil)
        }
        #expect(used == [first.number])
    }

    @Test("The acts after a version come newest first, with the notes", arguments: TestedEngine.allCases)
    func steps(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.database.write { tx in
            for version in 2...4 {
                var next = IncomingStory.test(guid: "one", version: version)
                next.isCorrection = version == 3
                next.revision = version == 3 ? Revision(mark: "CORRECTED", note: "Corrects it") : nil
                _ = try tx.publish(next, opening: "")
            }
        }
        let steps = try await newsroom.database.read { tx in try tx.steps(of: newsroom.story, after: 1, upTo: 4) }
        #expect(steps.map(\.version) == [4, 3, 2] && steps.map(\.act) == [.update, .correction, .update])
        #expect(steps.map(\.note) == [nil, "Corrects it", nil])
    }
}
