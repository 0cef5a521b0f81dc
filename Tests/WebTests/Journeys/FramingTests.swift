import Darkroom
import Database
import Foundation
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Focus and crops of a picture", .timeLimit(.minutes(5)))
struct FramingTests {
    private static let path = "/desk/pictures/1"

    /// A newspaper whose only picture has an original of 60 by 40 pixels, and stays in the gallery or not.
    private func newspaper(isUsed: Bool = false) async throws -> TestSite {
        let folder = URL.temporary("framed")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = FolderPictureStore(folder: folder)
        let newspaper = try await TestSite(pictureStore: store)
        let file = folder.appending(path: "picture.png")
        try Data(Self.gradient).write(to: file)
        let darkroom = Darkroom(pictureStore: store, workspace: newspaper.workspace)
        let developed = try await darkroom.develop(file, for: .test)
        let story = newspaper.stories.bridge
        try await newspaper.writeFromElsewhere { tx in
            try tx.publish(developed, now: .noon)
            if !isUsed { try tx.setGallery([], of: story) }
        }
        return newspaper
    }

    private func crops(_ newspaper: TestSite) async throws -> Set<Picture.Crop> {
        let picture = try await newspaper.database.read { tx in try tx.libraryPicture(Picture.ID(1)) }
        return Set(picture?.picture.renditions.map(\.crop) ?? [])
    }

    @Test("An editor sets a focal point, every place shows it, and describing the picture keeps it")
    func journey() async throws {
        let newspaper = try await newspaper(isUsed: true)
        var (editor, reader) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper))
        let form = try await editor.get(Self.path).page()
        let revision = form.content(ofField: "revision") ?? ""
        let saved = await editor.post(
            Self.path + "/framing", ["focus-left": "100", "focus-top": "0", "revision": revision])
        #expect(saved.status == 303 && saved.location == Self.path + "?done=framing")
        #expect(try await crops(newspaper) == [.original, .lead, .card, .square])
        #expect(await reader.get(TestStories.bridgePath).text.contains("class=\"cropped\""))
        #expect(await reader.get("/").text.contains("class=\"cropped\""))
        #expect(await !reader.get(TestStories.bridgePath + "/pictures/1").text.contains("class=\"cropped\""))
        let page = try await editor.get(Self.path).page()
        #expect(page.content(ofField: "focus-left") == "100.0" && page.content(ofField: "focus-top") == "0.0")
        let described = await editor.post(
            Self.path, ["caption": "Another", "revision": page.content(ofField: "revision") ?? ""])
        #expect(described.status == 303)
        #expect(try await crops(newspaper).contains(.lead))
        let log = try await newspaper.database.read { tx in try tx.logEntries(limit: 2).map(\.action) }
        #expect(log == ["picture.describe", "picture.frame"])
    }

    @Test("Numbers that make no framing are refused, and stay in the form")
    func refused() async throws {
        let newspaper = try await newspaper()
        var reporter = TestBrowser(newspaper, as: .reporter)
        let revision = try await reporter.get(Self.path).page().content(ofField: "revision") ?? ""
        let reply = await reporter.post(
            Self.path + "/framing",
            [
                "lead-left": "60", "lead-top": "0", "lead-width": "50", "lead-height": "50", "revision": revision,
            ])
        #expect(reply.status == 422)
        #expect(try reply.page().content(ofField: "lead-left") == "60")
        #expect(reply.text.contains("This rectangle leaves the picture."))
        #expect(try await crops(newspaper) == [.original])
    }

    @Test("A form that a colleague has overtaken is refused, and so is a reporter's for a picture in a story")
    func overtaken() async throws {
        let newspaper = try await newspaper(isUsed: true)
        var (editor, reporter) = (TestBrowser(newspaper, as: .editor), TestBrowser(newspaper, as: .reporter))
        let numbers: KeyValuePairs = ["focus-left": "1", "focus-top": "1", "revision": "99"]
        #expect(await editor.post(Self.path + "/framing", numbers).status == 409)
        #expect(await reporter.post(Self.path + "/framing", numbers).status == 403)
        #expect(try await crops(newspaper) == [.original])
    }

    /// A PNG of 60 by 40 gray pixels, one byte each, in a stored block (RFC 1951, section 3.2.4).
    private static var gradient: [UInt8] {
        let line: [UInt8] = [0] + (0..<60).map { UInt8($0 * 4) }
        let lines: [UInt8] = Array([[UInt8]](repeating: line, count: 40).joined())
        let length: [UInt8] = [UInt8(lines.count & 0xFF), UInt8(lines.count >> 8)]
        var (first, second) = (1, 0)
        for byte in lines {
            first = (first + Int(byte)) % 65_521
            second = (second + first) % 65_521
        }
        let block: [UInt8] = [1] + length + length.map { ~$0 } + lines
        let pixels: [UInt8] = [0x78, 0x01] + block + big(UInt32(second << 16 | first))
        let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let size: [UInt8] = big(60) + big(40) + [8, 0, 0, 0, 0]
        return head + chunk("IHDR", size) + chunk("IDAT", pixels) + chunk("IEND", [])
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + content
        let sum = checked.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
        }
        return big(UInt32(content.count)) + checked + big(~sum)
    }
}
