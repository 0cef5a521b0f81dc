import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("The pictures on the pages of versions", .timeLimit(.minutes(5)))
struct VersionPageTests {
    /// A desk at which version 1 of the story about the ferry has a picture, and version 2 has another one.
    private func desk() async throws -> (PictureDesk, first: Picture.ID, second: Picture.ID) {
        let desk = try await PictureDesk()
        let (first, second) = (try await desk.upload("one"), try await desk.upload("two"))
        try await desk.newspaper.writeFromElsewhere { tx in
            let ferry = desk.newspaper.stories.ferry
            try tx.setGallery([GalleryEntry(first, caption: "The old pier")], of: ferry)
            _ = try tx.publish(.test("two", "A ferry leaves", version: 2), opening: "")
            try tx.setGallery([GalleryEntry(second, caption: "The new pier")], of: ferry)
        }
        return (desk, first, second)
    }

    private func file(of id: Picture.ID, at desk: PictureDesk) async throws -> String {
        let rendition = try #require(try await desk.picture(id).picture.renditions.first)
        return "/pictures/\(rendition.name)"
    }

    @Test("An earlier version shows its own picture, whose file readers can see, and the comparison shows both")
    func kept() async throws {
        let (desk, first, second) = try await desk()
        var reader = TestBrowser(desk.newspaper)
        let files = [try await file(of: first, at: desk), try await file(of: second, at: desk)]
        let old = await reader.get(TestStories.ferryPath + "/versions/1").text
        let new = await reader.get(TestStories.ferryPath + "/versions/2").text
        #expect(old.contains(files[0]) && !old.contains(files[1]) && old.contains("The old pier"))
        #expect(files.allSatisfy(new.contains) && new.contains("Added as picture 1"))
        #expect(new.contains("Removed: it was picture 1") && new.contains("The old pier"))
        for file in files { #expect(await reader.get(file).status == 200) }
        let story = await reader.get(TestStories.ferryPath).text
        #expect(!story.contains("The old pier"))
    }

    @Test("A withdrawn picture leaves the pages of all versions at once, with its caption")
    func withdrawn() async throws {
        let (desk, first, _) = try await desk()
        var reader = TestBrowser(desk.newspaper)
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let file = try await file(of: first, at: desk)
        let paths = ["", "/versions", "/versions/1", "/versions/2"].map { TestStories.ferryPath + $0 }
        for path in paths { #expect(await reader.get(path).status == 200) }
        let withdrawal = await editor.post("/desk/pictures/\(first)/withdraw", ["reason": "A court.", "revision": "1"])
        #expect(withdrawal.status == 303)
        for path in paths {
            let page = await reader.get(path)
            #expect(page.status == 200 && !page.text.contains(file) && !page.text.contains("The old pier"), "\(path)")
        }
        #expect(await reader.get(file).status == 410)
        let faults = try await desk.newspaper.faults()
        #expect(faults == [])
    }
}
