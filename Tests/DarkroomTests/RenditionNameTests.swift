import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Names of renditions", .timeLimit(.minutes(5)))
struct RenditionNameTests {
    @Test(
        "A name of the right form is accepted",
        arguments: [
            ("0123456789abcdef0123-320.webp", .webp), ("ffffffffffffffffffff-1600.jpg", .jpeg),
            ("00000000000000000000-1.avif", .avif),
        ] as [(String, Rendition.Format)])
    func rightShape(name: String, format: Rendition.Format) {
        #expect(Darkroom.format(ofRendition: name) == format)
        #expect(Darkroom.format(ofRendition: name[...]) == format)
    }

    @Test(
        "Any other name is rejected",
        arguments: [
            "", "-", "0123456789abcdef0123", "0123456789abcdef0123-320", "0123456789abcdef0123-.webp",
            "0123456789abcdef0123-0320.webp", "0123456789abcdef0123-0.jpg", "0123456789abcdef0123-12345.webp",
            "0123456789ABCDEF0123-320.webp", "0123456789abcdef012-320.webp", "0123456789abcdef01234-320.webp",
            "0123456789abcdef0123-320.png", "0123456789abcdef0123-320.jpeg", "0123456789abcdef0123-320.webp.jpg",
            "0123456789abcdef0123-320.webp\n", "0123456789abcdef0123-320.webp\0", "/0123456789abcdef0123-320.webp",
            "../0123456789abcdef0123-320.webp", "0123456789abcdef0123-../.webp", "0123456789abcdef0123-3２0.webp",
            "0123456789abcdef0123-320.webp%00", "0123456789abcdef0123-+32.webp", ".developing",
            "g123456789abcdef0123-320.webp", "0123456789abcdef0123-320..webp", "0123456789abcde\u{301}123-320.webp",
        ])
    func wrongShape(name: String) { #expect(Darkroom.format(ofRendition: name) == nil) }

    @Test("A stored file is damaged if its name does not fit the digest of its content; other names say nothing")
    func damaged() {
        let digest = "0123456789abcdef0123" + String(repeating: "4", count: 44)
        for name in ["0123456789abcdef0123-320.jpg", "original-0123456789abcdef0123.jpeg"] {
            #expect(!StoredName.isDamaged(name, sha256: digest))
            #expect(StoredName.isDamaged(name, sha256: String(digest.reversed())))
        }
        for name in ["notes.txt", "original-.jpeg", "original-0123.jpeg", ""] {
            #expect(!StoredName.isDamaged(name, sha256: digest))
        }
    }

    @Test("A folder of pictures gives no file that a link leads to, and no empty one")
    func links() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-links-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = FolderPictureStore(folder: folder)
        try Data("x".utf8).write(to: folder.appending(path: "real"))
        try Data().write(to: folder.appending(path: "empty"))
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "link"), withDestinationURL: folder.appending(path: "real"))
        #expect(store.rendition("real") == Array("x".utf8))
        #expect(store.rendition("link") == nil)
        #expect(store.missing(among: ["real", "link", "empty", "none"]) == ["link", "empty", "none"])
        let copy = folder.appending(path: "copy")
        #expect(throws: (any Error).self) { try store.copyOriginal("link", to: copy) }
        #expect(try store.copyOriginal("real", to: copy) && !store.copyOriginal("none", to: copy))
        #expect(try Data(contentsOf: copy) == Data("x".utf8))
    }
}
