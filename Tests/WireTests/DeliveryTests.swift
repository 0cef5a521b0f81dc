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
        try write("c/empty", [])
        try write(".hidden", "Hello".utf8)
        try write("d/broken", "\n <newsItem".utf8)
        var progress: [Int] = []
        let delivery = DeliveryReader().read([folder]) { done, total in progress.append(done * 100 + total) }
        #expect(delivery.items.map(\.file) == ["a.xml", "b/one_10", "b/one_9.jpg"])
        #expect(delivery.faults.map(\.file) == ["c/empty", "c/notes", "d/broken"])
        #expect(delivery.faults[1].sentence == "The file is neither NewsML-G2 nor a picture.")
        #expect(delivery.pictureFiles.keys.sorted() == ["large.xml"])
        #expect(delivery.filesRead == 7 && progress == (1...7).map { $0 * 100 + 7 })
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
