import Database
import Foundation
import FoundationXML
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Hostile text in every field of a story and its pictures", .timeLimit(.minutes(5)))
struct HostileStoryTests {
    @Test("Pages keep their structure, and feeds stay well-formed")
    func story() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        var editor = TestBrowser(newspaper, as: .editor)
        let benign = try await Self.publish("A word", in: newspaper)
        // Each story that is checked adds one topic to the navigation, for as long as it stands.
        let other = try await Self.publish("Another word", in: newspaper)
        var skeletons: [String: [String]] = [:]
        for (path, browser) in Self.pages(of: benign) {
            skeletons["\(browser) \(path)"] = try await (browser == .visitor ? reader.get(path) : editor.get(path))
                .page().frame
        }
        try await TestStories.withdraw(other.guid, in: newspaper)
        for vector in HostileText.own where !vector.trimmed.isEmpty {
            let story = try await Self.publish(vector, in: newspaper)
            let (pages, models) = (Self.pages(of: story), Self.pages(of: benign))
            #expect(pages.count == models.count)
            for ((path, browser), (model, _)) in zip(pages, models) {
                let reply = await (browser == .visitor ? reader.get(path) : editor.get(path))
                let page = try reply.page()
                expectAlike(page.frame, skeletons["\(browser) \(model)"], "\(path) \(vector.debugDescription)")
                expectSafeAddresses(page, vector)
                for script in page.scripts where !script.isEmpty {
                    #expect(
                        (try? JSONSerialization.jsonObject(with: Data(script.utf8))) != nil,
                        "\(vector.debugDescription)")
                }
            }
            for path in ["/", "/topics/\(story.topic)"] {
                expectSafeAddresses(try await reader.get(path).page(), vector)
            }
            for path in ["/feed.xml", "/sitemap.xml"] {
                let parser = XMLParser(data: Data(await reader.get(path).bytes))
                #expect(parser.parse(), "\(path) \(vector.debugDescription)")
            }
            let feed = await reader.get("/feed.json").bytes
            #expect((try? JSONSerialization.jsonObject(with: Data(feed))) != nil, "\(vector.debugDescription)")
            try await TestStories.withdraw(story.guid, in: newspaper)
        }
    }

    private struct Published {
        let guid: String
        let path: String
        let id: Story.ID
        let topic: String
    }

    private static func pages(of story: Published) -> [(String, Role)] {
        [
            (story.path, .visitor), (story.path + "/pictures/1", .visitor), (story.path + "/versions", .visitor),
            (story.path + "/versions/1", .visitor), (story.path + "/versions/2", .visitor), (story.path, .editor),
            (story.path + "/pictures/1", .editor), ("/desk/stories/\(story.id)", .editor),
        ]
    }

    /// Publishes a story with two versions and a picture that has the same text in every field.
    private static func publish(_ text: String, in newspaper: TestSite) async throws -> Published {
        let guid = UUID().uuidString
        let story = IncomingStory.hostile(guid, text)
        var picture = IncomingPicture.test
        picture.guid = guid
        picture.caption = text
        picture.headline = text
        picture.alternativeText = text
        picture.provenance = Provenance(
            creator: text, creditLine: text, chain: [text, text], via: text, isHandout: true, copyrightHolder: text,
            copyrightNotice: text, usageTerms: text)
        let finished = picture
        let id = try await newspaper.database.write { tx in
            let id = try tx.publish(story, opening: text).story
            var update = story
            update.wireVersion = 2
            update.body += "\n\nMore."
            _ = try tx.publish(update, opening: text)
            try tx.setGallery([GalleryEntry(try tx.publish(.test(finished), now: .noon))], of: id)
            return id
        }
        let reference = try await newspaper.database.read { tx in try tx.storyReference(id) }
        let slug = try #require(reference).slug.text
        return Published(
            guid: guid, path: "/stories/\(id)/\(TestBrowser.segment(slug))", id: id,
            topic: TestBrowser.segment(story.topics[0].slug.text))
    }
}

extension IncomingStory {
    fileprivate static func hostile(_ guid: String, _ text: String) -> IncomingStory {
        IncomingStory(
            guid: guid, wireVersion: 1, status: .usable, language: .english, firstCreated: .noon,
            versionCreated: .noon, headline: text, standfirst: text, dateline: Dateline(place: text, agency: text),
            byline: text, body: "It began.", credits: [Credit(role: text, person: text, place: text)], signOff: text,
            topics: [Topic(name: text)])
    }
}

extension PageOutline {
    /// The elements and the names of their attributes, without those of the story's text and of a comparison,
    /// which differ.
    fileprivate var frame: [String] { skeleton.filter { !$0.hasSuffix(" dir") } }
}
