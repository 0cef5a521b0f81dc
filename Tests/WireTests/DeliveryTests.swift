import Foundation
import Testing

@testable import Wire

@Suite("Deliveries", .timeLimit(.minutes(1)))
struct DeliveryTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "delivery-\(UUID().uuidString)")

    private func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: name).path, withDestinationPath: target)
    }

    @Test("A folder is read recursively in order of names, and files are recognized by content")
    func folders() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("b/one_10", Documents.story(guid: "one", version: "10").utf8)
        try write("b/one_9.jpg", Documents.story(guid: "one", version: "9").utf8)
        try write("a.xml", Documents.picture(guid: "two").utf8)
        try write("c/large.xml", [0xFF, 0xD8, 0xFF, 0xE0])
        try write("c/notes", "Hello".utf8)
        try write("c/readme.md", "# Hello".utf8)
        try write("c/page.html", "\n<!DOCTYPE HTML>\n<title>Hello</title>".utf8)
        try write("c/empty", [])
        try write(".hidden", "Hello".utf8)
        try write("d/broken", "\n <newsItem".utf8)
        var progress: [Int] = []
        let delivery = DeliveryReader().read([folder]) { done, total in progress.append(done * 100 + total) }
        #expect(delivery.items.map(\.file) == ["a.xml", "b/one_10", "b/one_9.jpg"])
        #expect(delivery.faults.map(\.file) == ["c/empty", "c/notes", "c/page.html", "c/readme.md", "d/broken"])
        #expect(delivery.faults[1].sentence == "The file is neither NewsML-G2 nor a picture.")
        #expect(delivery.faults[2].sentence == "This is a web page, not NewsML-G2.")
        #expect(delivery.faults[3].sentence == "This is a Markdown file, not NewsML-G2.")
        #expect(delivery.pictureFiles.keys.sorted() == ["large.xml"])
        #expect(delivery.filesRead == 9 && progress == (1...9).map { $0 * 100 + 9 })
    }

    @Test("A picture comes from the folder of its item; elsewhere its name must be unique")
    func sameNames() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["a/photo.jpg", "b/photo.jpg", "b/other.jpg"] { try write(name, [0xFF, 0xD8, 0xFF, 0xE0]) }
        for name in ["a/item.xml", "b/item.xml", "c/item.xml"] { try write(name, Documents.picture().utf8) }
        let delivery = DeliveryReader().read([folder])
        func found(_ names: String..., beside item: Int) -> String? {
            switch delivery.pictureFile(named: names, beside: delivery.items[item].url) {
            case .found(let file): file.pathComponents.suffix(2).joined(separator: "/")
            case .ambiguous(let name): "ambiguous: \(name)"
            case .missing: nil
            }
        }
        #expect(found("photo.jpg", beside: 0) == "a/photo.jpg")
        #expect(found("photo.jpg", beside: 1) == "b/photo.jpg")
        #expect(found("photo.jpg", beside: 2) == "ambiguous: photo.jpg")
        #expect(found("photo.jpg", "other.jpg", beside: 2) == "b/other.jpg")
        #expect(found("other.jpg", "photo.jpg", beside: 0) == "a/photo.jpg")
        #expect(found("none.jpg", beside: 0) == nil)
        #expect(found("../b/photo.jpg", "photo.jpg", beside: 0) == "b/photo.jpg")
        #expect(found("../a/photo.jpg", "photo.jpg", beside: 2) == "a/photo.jpg")
        #expect(found("../../../etc/photo.jpg", "photo.jpg", beside: 2) == "ambiguous: photo.jpg")
    }

    @Test("Links out of the folder are refused, and special files are not opened")
    func links() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("in/one", Documents.story().utf8)
        try link("in/inside", to: "one")
        try link("in/outside", to: "/etc/hostname")
        try link("in/climbing", to: "../../../../../../etc/hostname")
        try link("in/folder", to: "/etc")
        try link("in/loop", to: "loop")
        try link("in/up", to: "..")
        #expect(mkfifo(folder.appending(path: "in/pipe").path, 0o600) == 0)
        let delivery = DeliveryReader().read([folder.appending(path: "in")])
        #expect(delivery.items.map(\.file) == ["inside", "one"])
        #expect(delivery.faults.map(\.file) == ["climbing", "folder", "loop", "outside", "pipe", "up"])
    }

    @Test("A single file is read, and a missing one is reported")
    func single() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("one", Documents.story().utf8)
        let delivery = DeliveryReader().read([folder.appending(path: "one"), folder.appending(path: "two")])
        #expect(delivery.items.map(\.file) == ["one"])
        #expect(delivery.faults == [WireFault(file: "two", reason: .unreadable("The file or folder does not exist."))])
    }
}
