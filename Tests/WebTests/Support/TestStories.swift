import Database
import Foundation
import Newsroom
import Storage
import TestSupport

/// The stories of a test site: one with two versions and a picture, and two that are related to it.
struct TestStories: Sendable {
    let bridge: Story.ID
    let ferry: Story.ID
    let kettle: Story.ID

    static let bridgePath = "/stories/1/a-bridge-opens"
    static let ferryPath = "/stories/2/a-ferry-leaves"
    static let kettlePath = "/stories/3/a-kettle-sings"
    static let kettleHeadline = "A kettle sings"

    /// The folder with the renditions of all test sites; see `rendition`.
    static let pictures = URL.temporary("pictures")
    static let rendition = "0123456789abcdef0123-320.jpg"

    init(in database: Database) async throws {
        (bridge, ferry, kettle) = try await database.write { tx in
            let bridge = try tx.publish(.test("one", "A bridge opens"), opening: "It began.").story
            _ = try tx.publish(.test("one", "A bridge opens", version: 2), opening: "It began.")
            let ferry = try tx.publish(.test("two", "A ferry leaves"), opening: "It began.").story
            let kettle = try tx.publish(.test("three", Self.kettleHeadline), opening: "It began.").story
            try tx.relate([bridge, ferry, kettle])
            try tx.setGallery([GalleryEntry(try tx.publish(.test, now: .noon))], of: bridge)
            return (bridge, ferry, kettle)
        }
        try Self.layOutPicture()
    }

    /// Cancels a story, as its agency does.
    static func withdraw(_ guid: String, in newspaper: TestSite) async throws {
        try await newspaper.writeFromElsewhere { tx in
            _ = try tx.publish(.test(guid, "", version: 9, status: .canceled), opening: "")
        }
    }

    private static func layOutPicture() throws {
        try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
        try Data([0xFF, 0xD8, 0xFF, 0xD9]).write(to: pictures.appending(path: rendition), options: .atomic)
    }
}

extension IncomingStory {
    static func test(
        _ guid: String, _ headline: String, version: Int = 1, status: Status = .usable, body: String = "It began.",
        topics: [Topic] = [Topic(name: "Bridges")]
    ) -> IncomingStory {
        IncomingStory(
            guid: guid, wireVersion: version, status: status, language: .english, firstCreated: .noon,
            versionCreated: .noon.addingTimeInterval(Double(version) * 60), headline: headline,
            dateline: Dateline(place: "LONDON", agency: "Broadsheet"), byline: "The Bridge Desk",
            body: "\(body) Version \(version).\n\n## AND THEN\n\nIt went on.",
            credits: [Credit(role: "Editing", person: "the Night Desk", place: nil)], topics: topics)
    }
}

extension IncomingPicture {
    static var test: IncomingPicture {
        IncomingPicture(
            guid: "picture", wireVersion: 1, caption: "The bridge at noon.",
            provenance: Provenance(creator: "The Picture Desk", usageTerms: "NO ARCHIVAL USE"), fileNames: [])
    }
}

extension DevelopedPicture {
    static var test: DevelopedPicture { test(.test) }

    static func test(_ picture: IncomingPicture) -> DevelopedPicture {
        DevelopedPicture(
            picture, digest: "0",
            renditions: [Rendition(format: .jpeg, width: 320, height: 200, name: TestStories.rendition)])
    }
}
