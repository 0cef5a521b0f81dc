import Darkroom
import Database
import Foundation
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("The library of pictures", .needsTools, .timeLimit(.minutes(5)))
struct PictureLibraryTests {
    private func texts(_ caption: String, revision: Int64 = 1, credit: String = "Zoë Doe/Agency") -> KeyValuePairs<
        String, String
    > {
        [
            "caption": caption, "alternative-text": "Two arches.", "creator": "", "credit": credit, "source": "Agency",
            "copyright": "© Agency", "usage-terms": "Not for sale.", "revision": "\(revision)",
        ]
    }

    private func addresses(_ picture: LibraryPicture) -> [String] {
        picture.picture.renditions.map { "/pictures/\($0.name)" }
    }

    @Test("Staff give a picture its texts, which its files contain and the library finds")
    func describing() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        let before = try await desk.picture(id)
        var reporter = TestBrowser(desk.newspaper, as: .reporter)
        let path = "/desk/pictures/\(id)"
        #expect(await reporter.post(path, texts("A bridge at noon.")).location == path + "?done=texts")
        let after = try await desk.picture(id)
        #expect(after.revision == 2 && after.picture.caption == "A bridge at noon.")
        #expect(after.picture.provenance.credit == "Zoë Doe/Agency" && after.picture.alternativeText == "Two arches.")
        #expect(Set(addresses(before)).isDisjoint(with: addresses(after)))
        #expect(try Set(desk.files).isSuperset(of: after.picture.renditions.map(\.name)))
        let page = await reporter.get(path)
        #expect(page.status == 200 && page.text.contains("A bridge at noon."))
        _ = try page.page()
        #expect(await reporter.get("/desk/pictures?text=NOON&credit=zoe").text.contains("\(path)\""))
        #expect(await reporter.get("/desk/pictures?text=ferry").text.contains("\(path)\"") == false)
        // The same texts again change nothing.
        #expect(await reporter.post(path, texts("A bridge at noon.", revision: 2)).status == 303)
        #expect(try await desk.picture(id) == after)
        #expect(try await desk.logged("picture.describe").count == 1)
        #expect(desk.unfinished == [])
    }

    @Test("Refused texts come back, and so do those of somebody whom a colleague has overtaken")
    func refusedTexts() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let path = "/desk/pictures/\(id)"
        let long = String(repeating: "long ", count: 2_001)
        let refused = await editor.post(path, texts(long))
        #expect(refused.status == 422)
        #expect(try refused.page().content(ofField: "caption")?.contains(long.dropLast()) == true)
        #expect(try refused.page().content(ofField: "alternative-text") == "Two arches.")
        #expect(await editor.post(path, texts("By a colleague.")).status == 303)
        let late = await editor.post(path, texts("By me.", revision: 1))
        #expect(late.status == 409 && late.text.contains("Somebody has changed this picture meanwhile"))
        #expect(try late.page().content(ofField: "caption") == "By me.")
        #expect(late.text.contains("name=\"revision\" value=\"2\""))
        #expect(try await desk.picture(id).picture.caption == "By a colleague.")
        #expect(await editor.post("/desk/pictures/999", texts("Nothing.")).status == 404)
    }

    @Test("A reporter changes pictures that no published story shows, and no others")
    func reporters() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        try await desk.show(id)
        let before = try await desk.picture(id)
        var (reporter, editor) = (TestBrowser(desk.newspaper, as: .reporter), TestBrowser(desk.newspaper, as: .editor))
        let path = "/desk/pictures/\(id)"
        #expect(await reporter.post(path, texts("Mine.")).status == 403)
        #expect(await reporter.upload([("new.jpg", TestPicture.jpeg("new"))], to: path + "/file").status == 403)
        #expect(await reporter.post(path + "/withdraw", ["reason": "No.", "revision": "1"]).status == 403)
        #expect(try await desk.picture(id) == before)
        #expect(await editor.post(path, texts("Ours.")).status == 303)
        #expect(await TestBrowser.read(TestStories.ferryPath, on: desk.newspaper).text.contains("Ours."))
    }

    @Test("Another file takes the place of a picture's file in every story, and the texts stay")
    func replacing() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        try await desk.show(id)
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let path = "/desk/pictures/\(id)"
        #expect(await editor.post(path, texts("A bridge.")).status == 303)
        let before = try await desk.picture(id)
        let new = [("new.jpg", TestPicture.jpeg("new"))]
        for (files, revision, status, sentence) in [
            (new, 1, 409, "meanwhile"), ([], 2, 422, "Please choose"), ([("a.jpg", [1])], 2, 422, "This is not a JPEG"),
            ([("a.jpg", Array(TestPicture.jpeg().prefix(300)))], 2, 422, "damaged"),
        ] as [([(String, [UInt8])], Int, Int, String)] {
            let reply = await editor.upload(files, to: path + "/file", revision: revision)
            #expect(reply.status == status && reply.text.contains(sentence), "\(sentence): \(reply.status)")
        }
        desk.store.fail(with: PictureStoreFault(isLasting: false, "away"))
        #expect(await editor.upload(new, to: path + "/file", revision: 2).status == 503)
        desk.store.fail(with: nil)
        #expect(try await desk.picture(id) == before)
        #expect(await editor.upload(new, to: path + "/file", revision: 2).location == path + "?done=file")
        let after = try await desk.picture(id)
        #expect(after.revision == 3 && PictureTexts(after.picture) == PictureTexts(before.picture))
        let page = await TestBrowser.read(TestStories.ferryPath, on: desk.newspaper).text
        #expect(addresses(after).contains(where: page.contains) && !addresses(before).contains(where: page.contains))
        // Pages that are open still show the old file.
        for address in addresses(before) { #expect(await TestBrowser.read(address, on: desk.newspaper).status == 200) }
        #expect(desk.unfinished == [])
    }

    @Test("A withdrawn picture disappears everywhere at once, and its files are deleted")
    func withdrawing() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        try await desk.show(id)
        var (reader, editor) = (TestBrowser(desk.newspaper), TestBrowser(desk.newspaper, as: .editor))
        let path = "/desk/pictures/\(id)"
        let first = addresses(try await desk.picture(id))
        #expect(await editor.post(path, texts("A bridge.")).status == 303)
        let all = first + addresses(try await desk.picture(id))
        let pages = [TestStories.ferryPath, "/", "/feed.xml", "/feed.json", "/topics/bridges"]
        for address in all { #expect(await reader.get(address).status == 200, "\(address)") }
        for page in pages { _ = await reader.get(page) }
        #expect(await reader.get(TestStories.ferryPath).text.contains(all.last ?? "?"))
        #expect(await reader.get(TestStories.ferryPath + "/pictures/1").status == 200)

        let empty = await editor.post(path + "/withdraw", ["reason": " ", "revision": "2"])
        #expect(empty.status == 422)
        let late = await editor.post(path + "/withdraw", ["reason": "A court.", "revision": "1"])
        #expect(try late.status == 409 && late.page().content(ofField: "reason") == "A court.")
        #expect(await editor.post(path + "/withdraw", ["reason": "A court.", "revision": "2"]).location == path)
        for isDeleted in [false, true] {
            if isDeleted { try await desk.performJobs() }
            for address in all {
                let (seen, staff) = (await reader.get(address), await editor.get(address))
                #expect(seen.status == 410 && staff.status == 410, "\(address): \(seen.status) \(staff.status)")
            }
        }
        for page in pages {
            let text = await reader.get(page).text
            #expect(!all.contains(where: text.contains), "\(page)")
        }
        #expect(await reader.get(TestStories.ferryPath + "/pictures/1").status == 404)
        #expect(try desk.files == [])
        let shown = await editor.get(path)
        #expect(shown.status == 200 && shown.text.contains("A court.") && shown.text.contains("The editor"))
        #expect(!all.contains(where: shown.text.contains))
        #expect(await editor.post(path, texts("Again.", revision: 4)).status == 410)
        #expect(try await desk.logged("picture.withdraw") == ["A court."])
        let faults = try await desk.newspaper.faults()
        #expect(faults == [])
    }

    @Test("Readers see no picture before a published story shows it, and none that no story shows anymore")
    func unpublished() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        let address = try #require(addresses(try await desk.picture(id)).first)
        var (reader, reporter) = (TestBrowser(desk.newspaper), TestBrowser(desk.newspaper, as: .reporter))
        #expect(await reader.get(address).status == 404)
        let preview = await reporter.get(address)
        #expect(preview.status == 200 && preview["Cache-Control"]?.contains("no-store") == true)
        #expect(await reader.get(address).status == 404)
        try await desk.show(id)
        #expect(await reader.get(address).status == 200)
        try await desk.show()
        #expect(await reader.get(address).status == 404)
        #expect(await reporter.get(address).status == 200)
        for path in ["/desk/pictures", "/desk/pictures/\(id)"] {
            #expect(await reader.get(path).status == 303, "\(path)")
        }
    }
}
